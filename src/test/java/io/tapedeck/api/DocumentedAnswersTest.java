package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole answers that docs/analytics shows are those to these calls. */
@QuarkusTest
class DocumentedAnswersTest {
    private static final Path CALLS = Path.of("src/test/resources/audio");
    private static final Path DOCS = Path.of("docs/analytics");
    private static final Map<String, ?> SIDES = Map.of(
            "participants", List.of(Map.of("role", "agent", "channel", 0), Map.of("role", "customer", "channel", 1)));

    private final ObjectMapper json = new ObjectMapper();

    @Inject
    Api api;

    private Caller caller;

    @BeforeEach
    void enter() {
        caller = api.caller();
    }

    @Test
    void ofARealCallFromItsSound() throws IOException {
        var id = caller.completed(Files.readAllBytes(CALLS.resolve("call-40.wav")), SIDES);

        caller.done(id, "analyze", Map.of());

        assertThat(answer(id)).isEqualTo(documented("call-40.json"));
    }

    @Test
    void ofAMadeCallFromItsWords() throws IOException {
        var id = caller.completed(Files.readAllBytes(CALLS.resolve("made-call.flac")), SIDES);
        caller.request()
                .contentType("application/json")
                .body(transcript())
                .put("/v1/recordings/{id}/transcript", id)
                .then()
                .statusCode(200);

        caller.done(
                id,
                "analyze",
                Map.of(
                        "categories",
                        List.of(
                                Map.of("name", "payment", "phrases", List.of("pay my bill", "pay my electricity bill")),
                                Map.of("name", "farewell", "phrases", List.of("goodbye", "bye"), "speaker", "agent"))));

        assertThat(answer(id)).isEqualTo(documented("made-call.json"));
    }

    private JsonNode answer(String id) throws IOException {
        var answer =
                (ObjectNode) json.readTree(caller.get(id, "analytics").extract().asString());
        return answer.without(List.of("recording", "created"));
    }

    private JsonNode documented(String name) throws IOException {
        return json.readTree(DOCS.resolve(name).toFile());
    }

    /** What is said, word by word, with the marks that the turn has. */
    private String transcript() throws IOException {
        var transcript = json.createObjectNode().put("language", "en-US");
        var segments = transcript.putArray("segments");
        for (var turn : json.readTree(CALLS.resolve("made-call.json").toFile()).path("turns")) {
            var channel = turn.path("channel").asInt();
            var segment = segments.addObject().put("speaker", "ch_" + channel).put("channel", channel);
            var words = segment.putArray("words");
            var texts = turn.path("text").asText().split(" ");
            for (int i = 0; i < texts.length; i++) {
                var word = turn.path("words").get(i);
                words.addObject()
                        .put("text", texts[i])
                        .put("start", word.path("start").asDouble())
                        .put("end", word.path("end").asDouble());
            }
        }
        return transcript.toString();
    }
}
