package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.tapedeck.SampleAudio;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources that a deployment does not fetch from. */
@QuarkusTest
class RefusedSourceTest {
    @Inject
    Api api;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/call.wav",
                "https://localhost/call.wav",
                "https://[::1]/call.wav",
                "https://[::ffff:10.0.0.1]/call.wav",
                "https://10.1.2.3/call.wav",
                "https://169.254.169.254/latest/meta-data/",
                "https://2130706433/call.wav",
                "https://0.0.0.0/call.wav",
                "https://127.0.0.1:9000/call.wav"
            })
    void aPrivateAddressIsNotConnectedTo(String url) {
        var caller = api.caller();
        var id = caller.create(Map.of("source", Map.of("url", url))).getString("id");
        var failed = caller.awaitStatus(id, "failed");
        assertThat(failed.getString("failure.code")).isEqualTo("source-refused");
        assertThat(failed.getInt("job.attempts")).isEqualTo(1);
        assertThat(failed.getString("failure.message")).doesNotContain("127.0.0.1", "169.254");
    }

    @Test
    void plainHttpIsRefusedBeforeAnythingIsFetched() {
        var asked = new AtomicInteger();
        try (var source = new Source()) {
            var url = source.serve("/call", exchange -> {
                asked.incrementAndGet();
                Source.answer(exchange, 200, SampleAudio.TONE_WAV.bytes());
            });
            api.caller()
                    .request(Map.of("source", Map.of("url", url)))
                    .post("/v1/recordings")
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo("/source/url"));
        }
        assertThat(asked).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"file:///etc/passwd", "ftp://example.com/a.wav", "https://u:p@example.com/a", "nonsense", ""})
    void otherAddressesAreNone(String url) {
        api.caller()
                .request(Map.of("source", Map.of("url", url)))
                .post("/v1/recordings")
                .then()
                .statusCode(400);
    }
}
