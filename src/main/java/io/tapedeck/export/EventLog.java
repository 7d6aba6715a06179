package io.tapedeck.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapedeck.audio.Action;
import io.tapedeck.json.EventData;
import io.tapedeck.recording.Actor;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.EventName;
import io.tapedeck.recording.EventStore;
import io.tapedeck.recording.EventStore.LoggedEvent;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Writes down what happened to a recording up to the state in which it was read, oldest first. What became of exports themselves is
 * left out, be it that one was asked for, made or fetched: it says nothing of what is packed, and no two exports would be the same.
 */
final class EventLog {
    private static final int PAGE = 100;
    private static final Set<String> ABOUT_JOBS =
            Set.of(EventName.PROCESSING.type(), EventName.COMPLETED.type(), EventName.FAILED.type());

    private final EventStore store;
    private final EventData data;

    EventLog(EventStore store, EventData data) {
        this.store = store;
        this.data = data;
    }

    /** Writes a JSON array, an event a line; there may be more of them than memory holds. */
    void write(CallRecording recording, Path file) throws IOException {
        try (var to = Files.newBufferedWriter(file, UTF_8)) {
            to.write("[");
            var separator = "\n";
            Optional<String> after = Optional.empty();
            do {
                var page = store.events(recording.tenant(), recording.id(), after, PAGE);
                for (var event : page.items()) {
                    separator = write(event, recording, separator, to);
                }
                after = page.next();
            } while (after.isPresent());
            to.write("\n]\n");
        }
    }

    private String write(LoggedEvent event, CallRecording recording, String separator, Writer to) throws IOException {
        if (event.sequence().compareTo(recording.history().lastEvent().value()) > 0) {
            return separator;
        }
        var view = data.view(event, recording);
        if (isOfExport(view)) {
            return separator;
        }
        if (view.path("data").path("recording") instanceof ObjectNode snapshot) {
            snapshot.remove(ExportedDocuments.PLACE);
        }
        to.write(separator);
        to.write(view.toString());
        return ",\n";
    }

    private static boolean isOfExport(ObjectNode event) {
        var type = text(event.path("type"));
        return ABOUT_JOBS.contains(type)
                ? text(event.path("data").path("job").path("action")).equals(Action.EXPORT.toString())
                : type.equals(EventName.DOWNLOADED.type()) && new Actor(text(event.path("actor"))).isOfExport();
    }

    private static String text(JsonNode node) {
        return node.asText("");
    }
}
