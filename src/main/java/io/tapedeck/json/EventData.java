package io.tapedeck.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapedeck.json.RecordingView.Addresses;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Event;
import io.tapedeck.recording.EventStore.LoggedEvent;
import io.tapedeck.recording.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is told of events. Their {@code data} is the recording as it is after them, without URLs. */
public final class EventData {
    private static final List<String> LINES_OF_LIFE = List.of("id", "status", "created", "updated");

    private final Json json;
    private final RecordingViews views;

    public EventData(Json json, RecordingViews views) {
        this.json = json;
        this.views = views;
    }

    /** The event's data as JSON text. */
    public String of(Event event, CallRecording after) {
        return json.write(
                new Snapshot(views.view(after, Addresses.NONE), event.job().map(JobView::of), event.changed()));
    }

    /** The same data without anything personal, once the recording has been deleted. */
    public String impersonal(String data) {
        var recording = json.read(data).withObjectProperty("recording");
        return Status.DELETED.toString().equals(recording.path("status").asText())
                ? data
                : json.write(Map.of("recording", recording.retain(LINES_OF_LIFE)));
    }

    /**
     * A stored event as the HTTP contract writes it: what is stored, in its order, with the data as JSON. What a deleted
     * recording was is not told, even while the rows that tell it are being cleared.
     */
    public ObjectNode view(LoggedEvent event, CallRecording recording) {
        return view(event, recording.lifecycle().isDeleted() ? impersonal(event.data()) : event.data());
    }

    /** An event as it is stored, whatever it tells of. */
    ObjectNode view(LoggedEvent event) {
        return view(event, event.data());
    }

    private ObjectNode view(LoggedEvent event, String data) {
        ObjectNode stored = json.mapper().valueToTree(event);
        ObjectNode view = json.mapper().createObjectNode().put("specversion", "1.0");
        view.setAll(stored);
        return view.set("data", json.read(data));
    }

    /** What an event tells. */
    public record Snapshot(
            RecordingView recording,
            Optional<JobView> job,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> changed) {}
}
