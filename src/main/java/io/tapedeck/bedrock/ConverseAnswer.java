package io.tapedeck.bedrock;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tapedeck.analysis.Notes;
import io.tapedeck.analysis.Notes.Note;
import io.tapedeck.analytics.words.Miss;
import io.tapedeck.analytics.words.OutsideAnswer;
import io.tapedeck.analytics.words.OutsideAnswer.Given;
import io.tapedeck.analytics.words.OutsideAnswer.Missed;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a model answers. Models like to put what they write between fences, or a word before it: that is no harm. */
final class ConverseAnswer {
    private static final Set<String> DONE = Set.of("end_turn", "stop_sequence");
    private static final Set<String> REFUSALS = Set.of("guardrail_intervened", "content_filtered", "refusal");
    private static final int MOST = 100;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ConverseAnswer() {}

    static OutsideAnswer<Notes> read(byte[] body) {
        try {
            var answer = JSON.readTree(body);
            var reason = answer.path("stopReason").asText();
            if (REFUSALS.contains(reason)) {
                return new Missed<>(Miss.REFUSED);
            }
            return DONE.contains(reason) ? new Given<>(notes(JSON.readTree(object(text(answer))))) : notUnderstood();
        } catch (IOException | IllegalArgumentException unreadable) {
            return notUnderstood();
        }
    }

    private static OutsideAnswer<Notes> notUnderstood() {
        return new Missed<>(Miss.NOT_UNDERSTOOD);
    }

    /** What it writes; what it thinks before is no part of that. */
    private static String text(JsonNode answer) {
        return StreamSupport.stream(answer.at("/output/message/content").spliterator(), false)
                .map(block -> block.path("text").asText())
                .collect(Collectors.joining());
    }

    private static String object(String text) {
        var start = text.indexOf('{');
        var end = text.lastIndexOf('}');
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("must have an object");
        }
        return text.substring(start, end + 1);
    }

    private static Notes notes(JsonNode object) {
        return new Notes(list(object.path("summary")), list(object.path("actionItems")));
    }

    private static List<Note> list(JsonNode notes) {
        return elements(notes).map(ConverseAnswer::note).toList();
    }

    private static Note note(JsonNode note) {
        if (!note.path("text").isTextual()) {
            throw new IllegalArgumentException("must have a text");
        }
        return new Note(
                note.path("text").textValue(),
                elements(note.path("segments")).map(ConverseAnswer::number).toList());
    }

    private static int number(JsonNode number) {
        if (!number.isInt()) {
            throw new IllegalArgumentException("must have numbers of segments");
        }
        return number.intValue();
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        if (!list.isArray() || list.size() > MOST) {
            throw new IllegalArgumentException("must have a list of %d at most".formatted(MOST));
        }
        return StreamSupport.stream(list.spliterator(), false);
    }
}
