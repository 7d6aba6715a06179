package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.tapedeck.SampleAudio;
import io.tapedeck.browser.Browser;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A link that was made over the API, opened by somebody with a real browser. */
@QuarkusTest
class SharedPageTest {
    private static final String PASSWORD = "right & proper";

    @Inject
    Api api;

    @Test
    void whoeverHasTheLinkAndThePasswordHearsTheCall() throws Exception {
        var caller = api.caller();
        var id = caller.completed(SampleAudio.DIALOGUE_WAV.bytes());
        var said = Map.of("start", 0, "end", 2, "speaker", "agent", "text", "thank you for calling");
        caller.request()
                .contentType(ContentType.JSON)
                .body(Map.of("segments", List.of(said)))
                .put("/v1/recordings/{id}/transcript", id)
                .then()
                .statusCode(200);
        var url = caller.ask(id, "share", Map.of("password", PASSWORD, "includeTranscript", true, "maxViews", 1))
                .statusCode(201)
                .extract()
                .<String>path("url");
        var storage = caller.get(id, "download").extract().<String>path("url");

        new Browser(origin(url), origin(storage)).does("share.mjs", "opensARealShare", url, PASSWORD);

        assertThat(caller.get(id, "shares").extract().jsonPath().getInt("items[0].views"))
                .isEqualTo(1);
        assertThat(caller.eventNames(id)).endsWith("downloaded");
    }

    private static String origin(String url) {
        var uri = URI.create(url);
        return uri.getScheme() + "://" + uri.getAuthority();
    }
}
