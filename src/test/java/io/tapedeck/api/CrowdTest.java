package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tapedeck.SampleAudio;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many requests about one recording at the same time: each is done, or told when to come again, and none is a fault. */
@QuarkusTest
class CrowdTest {
    private static final int CROWD = 50;
    private static final int AT_ONCE = 25;

    @Inject
    Api api;

    private Caller caller;
    private String id;

    @BeforeEach
    void enter() {
        caller = api.caller();
        id = caller.completed(SampleAudio.TONE_WAV.bytes());
    }

    @Test
    void everyUpdateIsMadeOrPutOff() throws Exception {
        var answers = inACrowd(i -> caller.update(id, Map.of("metadata", Map.of("key" + i, i))));

        var made = answers.stream().filter(answer -> status(answer) == 200).count();
        answers.stream().filter(answer -> status(answer) != 200).forEach(CrowdTest::assertPutOff);
        assertThat(made).isGreaterThan(CROWD / 2);
        assertThat(caller.retrieve(id).getMap("metadata")).hasSize((int) made);
        assertThat(caller.eventNames(id)).filteredOn("updated"::equals).hasSize((int) made);
    }

    @Test
    void everyAcceptedTrimIsDone() throws Exception {
        var answers = inACrowd(_ -> caller.ask(id, "trim", Map.of("end", 1.5)));

        var accepted = answers.stream().filter(answer -> status(answer) == 202).count();
        answers.stream().filter(answer -> status(answer) != 202).forEach(CrowdTest::assertPutOff);
        assertThat(accepted).isPositive();
        await().atMost(Caller.PATIENCE.multipliedBy(3))
                .until(() -> caller.retrieve(id).getString("status").equals("completed"));
        assertThat(caller.jobs(id).<String>getList("items.status"))
                .hasSize((int) accepted + 1)
                .doesNotContain("queued", "running");
    }

    @Test
    void everyDownloadIsServedOrPutOff() throws Exception {
        var answers = inACrowd(_ -> caller.get(id, "download"));

        answers.stream().filter(answer -> status(answer) != 200).forEach(CrowdTest::assertPutOff);
        assertThat(answers).filteredOn(answer -> status(answer) == 200).hasSizeGreaterThan(CROWD / 2);
    }

    @Test
    void itIsDeletedOnceHoweverManyWantThat() throws Exception {
        var answers = inACrowd(_ -> caller.delete(id));

        answers.stream().filter(answer -> status(answer) != 200).forEach(CrowdTest::assertPutOff);
        assertThat(caller.eventNames(id)).filteredOn("deleted"::equals).hasSize(1);
    }

    private static void assertPutOff(ValidatableResponse answer) {
        assertThat(status(answer)).isIn(409, 429);
        assertThat(answer.extract().header("Retry-After")).matches("[1-9][0-9]*");
    }

    private static int status(ValidatableResponse answer) {
        return answer.extract().statusCode();
    }

    private static List<ValidatableResponse> inACrowd(IntFunction<ValidatableResponse> request) throws Exception {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var requests = IntStream.range(0, CROWD)
                    .<Callable<ValidatableResponse>>mapToObj(i -> () -> request.apply(i))
                    .toList();
            return threads.invokeAll(requests).stream().map(Future::resultNow).toList();
        }
    }
}
