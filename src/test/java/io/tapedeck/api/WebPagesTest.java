package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.tapedeck.SampleAudio;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A web page of another origin, from the recording's creation until it is played. */
@QuarkusTest
class WebPagesTest {
    private static final String PAGE = "https://calls.example";
    private static final String ALLOWED = "Access-Control-Allow-Origin";
    private static final byte[] TONE = SampleAudio.TONE_WAV.bytes();

    @Inject
    Api api;

    private Caller caller;

    @BeforeEach
    void enter() {
        caller = api.caller();
    }

    @Test
    void itAsksWhetherItMayCall() {
        for (var endpoint : Endpoint.bodied()) {
            var answer = RawHttp.send(
                    "OPTIONS",
                    endpoint.path().replace("{id}", Endpoint.NOBODYS),
                    "Origin: " + PAGE,
                    "Access-Control-Request-Method: " + endpoint.method(),
                    "Access-Control-Request-Headers: authorization,content-type,idempotency-key,if-match,prefer");

            assertThat(answer.status()).isEqualTo(204);
            assertThat(answer.header("access-control-allow-origin")).isEqualTo("*");
            assertThat(answer.header("access-control-allow-methods")).contains(endpoint.method());
        }
    }

    @Test
    void itUploadsAndPlays() {
        var created = caller.request(Map.of())
                .header("Origin", PAGE)
                .post("/v1/recordings")
                .then()
                .statusCode(201)
                .header(ALLOWED, "*")
                .header("Access-Control-Expose-Headers", containsString("Location"))
                .extract()
                .jsonPath();
        var upload = Transfer.put(
                created.getString("upload.url"),
                Map.of("Origin", PAGE, "Content-Type", "application/x-www-form-urlencoded"),
                TONE);
        upload.requireStatus(200);
        assertThat(upload.header(ALLOWED)).isEqualTo("*");
        assertThat(upload.header("Access-Control-Expose-Headers")).contains("ETag");

        var id = created.getString("id");
        assertThat(caller.awaitStatus(id, "completed").getString("sha256")).isEqualTo(Audio.sha256(TONE));

        var link = caller.request(Map.of())
                .post("/v1/recordings/{id}/secure-url", id)
                .jsonPath()
                .getString("url");
        var address = api.anonymous()
                .header("Origin", PAGE)
                .redirects()
                .follow(false)
                .get(URI.create(link))
                .then()
                .statusCode(302)
                .header(ALLOWED, "*")
                .extract()
                .header("Location");

        // redirected from one origin to another, a browser no longer says where the page is from
        var audio = Transfer.get(address, "Origin", "null").requireStatus(200);
        assertThat(audio.header(ALLOWED)).isEqualTo("*");
        assertThat(audio.body()).isEqualTo(TONE);
    }

    @Test
    void itSeesProblems() {
        api.anonymous()
                .header("Origin", PAGE)
                .get("/v1/recordings")
                .then()
                .statusCode(401)
                .header(ALLOWED, "*")
                .header("Access-Control-Expose-Headers", containsString("WWW-Authenticate"));
    }
}
