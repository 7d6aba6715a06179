package io.tapedeck.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tapedeck.json.RecordingView.Addresses;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Event;
import java.util.List;
import java.util.Optional;

/** The {@code data} of an event: the recording as it is after it, without URLs. */
public final class EventData {
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

    /** What an event tells. */
    public record Snapshot(
            RecordingView recording,
            Optional<JobView> job,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> changed) {}
}
