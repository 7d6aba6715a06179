package io.tapedeck.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tapedeck.json.RecordingView.Addresses;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Event;
import io.tapedeck.recording.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@code data} of an event: the recording as it is after it, without URLs. */
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

    /** What an event tells. */
    public record Snapshot(
            RecordingView recording,
            Optional<JobView> job,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> changed) {}
}
