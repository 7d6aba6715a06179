package io.tapedeck.json.analytics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapedeck.analysis.WrittenAnalytics;
import io.tapedeck.id.RecordingId;
import io.tapedeck.json.Json;
import io.tapedeck.recording.Finding;
import io.tapedeck.recording.Job;
import java.util.Optional;

/** CallAnalytics as the HTTP contract writes them: some that are worked out, or that are not yet or will not be. */
public final class AnalyticsViews {
    private static final String RECORDING = "recording";
    private static final String STATUS = "status";
    private static final String CREATED = "created";

    private final Json json;

    public AnalyticsViews(Json json) {
        this.json = json;
    }

    /** What there is; empty if there is none and none to come. */
    public Optional<JsonNode> of(RecordingId recording, Finding<WrittenAnalytics> finding) {
        return switch (finding) {
            case Finding.Written(var written) -> Optional.of(written(recording, written));
            case Finding.Underway(var job) -> Optional.of(unwritten(job));
            case Finding.Failed(var job) -> Optional.of(unwritten(job));
            case Finding.None() -> Optional.empty();
        };
    }

    /** What a job is to work out, or could not. */
    public JsonNode unwritten(Job job) {
        var isFailed = job.execution().status() == Job.State.FAILED;
        var view = begin(job.recording(), isFailed ? "failed" : "processing");
        view.put(CREATED, job.created().getEpochSecond());
        job.execution()
                .failure()
                .filter(_ -> isFailed)
                .ifPresent(failure ->
                        view.putObject("failure").put("code", failure.code()).put("message", failure.message()));
        return view;
    }

    private JsonNode written(RecordingId recording, WrittenAnalytics written) {
        var view = begin(recording, "completed");
        view.put("version", written.version());
        view.put("stale", written.stale());
        view.put(CREATED, written.stored().created().getEpochSecond());
        view.setAll((ObjectNode) json.read(written.document()));
        return view;
    }

    private static ObjectNode begin(RecordingId recording, String status) {
        return JsonNodeFactory.instance
                .objectNode()
                .put(RECORDING, recording.toString())
                .put(STATUS, status);
    }
}
