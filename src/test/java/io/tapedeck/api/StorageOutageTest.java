package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tapedeck.SampleAudio;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A storage that all tenants have is down for a while. */
@QuarkusTest
@WithTestResource(value = SharedStorage.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class StorageOutageTest {
    private static final byte[] DIALOGUE = SampleAudio.DIALOGUE_WAV.bytes();
    private static final Map<String, String> THERE = Map.of("storage", "cloudflare-r2");

    @Inject
    Api api;

    @Inject
    Functions functions;

    @Inject
    TestClock clock;

    private Caller caller;

    @BeforeEach
    void enter() {
        functions.resetTime();
        caller = api.caller();
    }

    @AfterEach
    void leave() {
        SharedStorage.down(false);
        functions.resetTime();
    }

    @Test
    void everyTenantHasItAndSeesNothingOfHowToGetIn() {
        var listed = caller.request().get("/v1/storages").then().statusCode(200).extract();

        assertThat(listed.jsonPath().getString("items[1].name")).isEqualTo("cloudflare-r2");
        assertThat(listed.jsonPath().getBoolean("items[1].shared")).isTrue();
        assertThat(listed.asString()).doesNotContain("access", "secret");
        health("ok");
    }

    @Test
    void audioIsTakenInOnceItAnswersAndWhatLiesElsewhereIsNotHeldUp() {
        SharedStorage.down(true);
        var id = caller.upload(DIALOGUE, THERE);
        var failure = await().atMost(Caller.PATIENCE)
                .until(() -> caller.jobs(id).getString("items[0].failure.code"), code -> code != null);

        assertThat(failure).isEqualTo("storage-unavailable");
        assertThat(caller.retrieve(id).getString("status")).isEqualTo("processing");
        health("down");
        caller.completed(DIALOGUE);

        SharedStorage.down(false);
        clock.advance(Duration.ofMinutes(2));
        functions.sweep();
        var taken = caller.awaitStatus(id, "completed");
        assertThat(taken.getString("storage")).isEqualTo("cloudflare-r2");
        caller.get(id, "waveform").statusCode(200);
    }

    @Test
    void whoeverTriesItIsToldWhatCameOfThatAndAfterAnOutageAtOnce() {
        SharedStorage.down(true);
        for (int i = 0; i < 3; i++) {
            check().body("check.usable", is(false));
        }
        check().body("check.usable", is(false)).body("answers", is(false));
        caller.request().get("/v1/storages").then().statusCode(200).body("items[1].check.usable", is(false));

        SharedStorage.down(false);
        check().body("check.usable", is(true)).body("answers", is(true));
        caller.request().get("/v1/storages").then().statusCode(200).body("items[1].check.usable", is(true));
        api.caller().request().get("/v1/storages").then().body("items[1].check", nullValue());
    }

    @Test
    void deletionIsAtOnceForCallersAndLaterThere() {
        var id = caller.completed(DIALOGUE, THERE);
        SharedStorage.down(true);

        caller.delete(id).statusCode(200).body("status", is("deleted"));
        caller.show(id).body("status", is("deleted"));
    }

    private ValidatableResponse check() {
        return caller.request().post("/v1/storages/cloudflare-r2/check").then().statusCode(200);
    }

    private void health(String status) {
        api.anonymous().get("/health").then().statusCode(200).body("storages.cloudflare-r2", is(status));
    }
}
