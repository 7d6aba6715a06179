package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.tapedeck.SampleAudio;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recordings that are fetched from where their audio lies. */
@QuarkusTest
@TestProfile(PrivateTargets.class)
class ImportTest {
    private static final byte[] TONE = SampleAudio.TONE_WAV.bytes();

    @Inject
    Api api;

    @Inject
    Bucket bucket;

    @Inject
    Functions functions;

    @Inject
    TestClock clock;

    @Inject
    Queues queues;

    private Source source;
    private Caller caller;

    @BeforeEach
    void enter() {
        functions.resetTime();
        source = new Source();
        caller = api.caller();
    }

    @AfterEach
    void leave() {
        source.close();
        functions.resetTime();
    }

    @Test
    void theAudioIsFetchedFromItsSource() {
        var created = take(source.serve("/call", TONE));
        assertThat(created.<String, Object>getMap("$")).doesNotContainKey("upload");

        var completed = caller.awaitStatus(created.getString("id"), "completed");
        assertThat(completed.getString("sha256")).isEqualTo(Audio.sha256(TONE));
        assertThat(completed.getString("format")).isEqualTo("wav");
        assertThat(caller.eventNames(created.getString("id"))).containsExactly("created", "processing", "completed");
    }

    @Test
    void aRedirectIsFollowed() {
        source.serve("/here", TONE);
        var url = source.serve("/there", exchange -> Source.redirect(exchange, "/here"));
        assertThat(imported(url, "completed").getString("sha256")).isEqualTo(Audio.sha256(TONE));
    }

    @Test
    void redirectsInACircleAreRefused() {
        var url = source.serve("/round", exchange -> Source.redirect(exchange, "/round"));
        assertThat(imported(url, "failed").getString("failure.code")).isEqualTo("source-refused");
    }

    @Test
    void theHashThatWasAnnouncedMustBeThatOfTheSource() {
        var url = source.serve("/call", TONE);
        assertThat(imported(url, Audio.sha256(TONE), "completed").getInt("version"))
                .isEqualTo(1);
        assertThat(imported(url, "0".repeat(64), "failed").getString("failure.code"))
                .isEqualTo("checksum-mismatch");
    }

    @Test
    void whatIsGoneForGoodFailsAtOnce() {
        var failed = imported(source.serve("/gone", exchange -> Source.answer(exchange, 410, new byte[0])), "failed");
        assertThat(failed.getString("failure.message")).isEqualTo("The source answered with status 410.");
        assertThat(failed.getInt("job.attempts")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 403, 409})
    void whatAppearsLateIsFetchedMinutesLater(int status) {
        var asked = new AtomicInteger();
        var url = source.serve("/late", exchange -> {
            var isThere = asked.incrementAndGet() == 3;
            Source.answer(exchange, isThere ? 200 : status, isThere ? TONE : new byte[0]);
        });
        var id = take(url).getString("id");
        awaitAttempt(id, 1);
        assertThat(caller.retrieve(id).getString("job.failure.message"))
                .isEqualTo("The source answered with status %d.".formatted(status));

        clock.advance(Duration.ofSeconds(50));
        functions.sweep();
        queues.awaitIdle();
        assertThat(asked).hasValue(1);
        clock.advance(Duration.ofSeconds(10));
        functions.sweep();
        awaitAttempt(id, 2);

        clock.advance(Duration.ofMinutes(2));
        functions.sweep();
        assertThat(caller.awaitStatus(id, "completed").getInt("job.attempts")).isEqualTo(3);
    }

    @Test
    void whatNeverAppearsFailsAfterThreeAttempts() {
        var id = take(source.url("/nothing")).getString("id");
        for (int attempt = 1; attempt < 3; attempt++) {
            awaitAttempt(id, attempt);
            clock.advance(Duration.ofMinutes(2));
            functions.sweep();
        }
        var failed = caller.awaitStatus(id, "failed");
        assertThat(failed.getString("failure.message")).isEqualTo("The source answered with status 404.");
        assertThat(failed.getInt("job.attempts")).isEqualTo(3);
    }

    @Test
    void aSourceThatAsksForTimeIsGivenIt() {
        var asked = new AtomicInteger();
        var url = source.serve("/busy", exchange -> {
            var isFirst = asked.incrementAndGet() == 1;
            exchange.getResponseHeaders().set("Retry-After", "600");
            Source.answer(exchange, isFirst ? 503 : 200, isFirst ? new byte[0] : TONE);
        });
        var id = take(url).getString("id");
        awaitAttempt(id, 1);

        clock.advance(Duration.ofMinutes(9));
        functions.sweep();
        queues.awaitIdle();
        assertThat(asked).hasValue(1);
        clock.advance(Duration.ofMinutes(1));
        functions.sweep();
        caller.awaitStatus(id, "completed");
    }

    @Test
    void whatIsNoAudioFails() {
        var url = source.serve("/page", "<html></html>".getBytes(StandardCharsets.UTF_8));
        assertThat(imported(url, "failed").getString("failure.message")).isNotBlank();
    }

    @Test
    void aSourceThatIsBusyIsTriedAgain() {
        var asked = new AtomicInteger();
        var url = source.serve("/busy", exchange -> {
            var isFirst = asked.incrementAndGet() == 1;
            Source.answer(exchange, isFirst ? 503 : 200, isFirst ? new byte[0] : TONE);
        });
        var id = take(url).getString("id");
        awaitAttempt(id, 1);

        clock.advance(Duration.ofMinutes(1));
        functions.sweep();
        assertThat(caller.awaitStatus(id, "completed").getInt("job.attempts")).isEqualTo(2);
    }

    @Test
    void aSourceThatIsDownFailsAfterThreeAttempts() {
        var asked = new AtomicInteger();
        var url = source.serve("/down", exchange -> {
            asked.incrementAndGet();
            Source.answer(exchange, 503, new byte[0]);
        });
        var id = take(url).getString("id");
        for (int attempt = 1; attempt < 3; attempt++) {
            awaitAttempt(id, attempt);
            clock.advance(Duration.ofHours(1));
            functions.sweep();
        }
        var failed = caller.awaitStatus(id, "failed");
        assertThat(failed.getString("failure.code")).isEqualTo("source-unreachable");
        assertThat(failed.getInt("job.attempts")).isEqualTo(3);
        assertThat(asked).hasValue(3);
    }

    @Test
    void whatIsDeletedWhileItIsFetchedStaysDeleted() throws Exception {
        var isAsked = new CountDownLatch(1);
        var isDeleted = new CountDownLatch(1);
        var url = source.serve("/slow", exchange -> {
            isAsked.countDown();
            awaitUnchecked(isDeleted);
            Source.answer(exchange, 200, TONE);
        });
        var id = take(url).getString("id");
        isAsked.await();
        caller.delete(id).statusCode(200);
        isDeleted.countDown();

        queues.awaitIdle();
        assertThat(caller.retrieve(id).getString("status")).isEqualTo("deleted");
        assertThat(caller.eventNames(id)).containsExactly("created", "processing", "deleted");
        assertThat(bucket.objects(id)).isEmpty();
    }

    @Test
    void theAddressIsNotShown() {
        var created = take(source.serve("/secret-path", TONE));
        caller.awaitStatus(created.getString("id"), "completed");
        assertThat(created.prettify()).doesNotContain("secret-path");
        assertThat(caller.retrieve(created.getString("id")).prettify()).doesNotContain("secret-path");
        assertThat(caller.events(created.getString("id")).prettify()).doesNotContain("secret-path");
    }

    private JsonPath take(String url) {
        return caller.create(Map.of("source", Map.of("url", url)));
    }

    private JsonPath imported(String url, String status) {
        return caller.awaitStatus(take(url).getString("id"), status);
    }

    private JsonPath imported(String url, String sha256, String status) {
        var created = caller.create(Map.of("source", Map.of("url", url, "sha256", sha256)));
        return caller.awaitStatus(created.getString("id"), status);
    }

    private void awaitAttempt(String id, int attempt) {
        await().atMost(Caller.PATIENCE).until(() -> {
            var job = caller.retrieve(id);
            return job.getInt("job.attempts") == attempt
                    && job.getString("job.status").equals("queued");
        });
    }

    private static void awaitUnchecked(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
