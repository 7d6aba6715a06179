package io.tapedeck.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.tapedeck.audio.Transcription;
import io.tapedeck.id.RecordingId;
import io.tapedeck.recording.Finding;
import io.tapedeck.recording.Job;
import io.tapedeck.storage.StoredTranscript;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.format.TranscriptJson;
import io.tapedeck.transcription.WrittenTranscript;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;

/** A CallTranscript as the HTTP contract writes it: one that is written, or one that is not yet or will not be. */
public final class TranscriptViews {
    private static final JsonFactory FACTORY = new JsonFactory();

    private TranscriptViews() {}

    /** What there is, as JSON text; empty if there is none and none to come. */
    public static Optional<String> of(RecordingId recording, Finding<WrittenTranscript> finding) {
        return switch (finding) {
            case Finding.Written(var written) ->
                Optional.of(written(recording, written.stored(), written.transcript()));
            case Finding.Underway(var job) -> Optional.of(unwritten(job));
            case Finding.Failed(var job) -> Optional.of(unwritten(job));
            case Finding.None() -> Optional.empty();
        };
    }

    /** One that is written, as JSON text. */
    public static String written(RecordingId recording, StoredTranscript stored, Transcript transcript) {
        return object(json -> {
            begin(json, stored.id(), recording, "completed");
            TranscriptJson.write(transcript, json);
            json.writeNumberField("created", stored.created().getEpochSecond());
        });
    }

    /** The same without its text and segments. */
    public static String abridged(RecordingId recording, StoredTranscript stored, Transcript transcript) {
        return object(json -> {
            begin(json, stored.id(), recording, "completed");
            TranscriptJson.writeOrigin(transcript, json);
            json.writeNumberField("created", stored.created().getEpochSecond());
        });
    }

    /**
     * One that a job is to write, or could not, as JSON text.
     *
     * @throws ClassCastException if the job is none that transcribes
     */
    public static String unwritten(Job job) {
        return object(json -> {
            var isFailed = job.execution().status() == Job.State.FAILED;
            begin(json, StoredTranscript.id(job.id().ulid()), job.recording(), isFailed ? "failed" : "processing");
            var request = (Transcription) job.task();
            json.writeStringField("engine", request.engine().toString());
            if (request.language().isPresent()) {
                json.writeStringField("language", request.language().get());
            }
            if (isFailed && job.execution().failure().isPresent()) {
                json.writeObjectFieldStart("failure");
                json.writeStringField("code", job.execution().failure().get().code());
                json.writeStringField("message", job.execution().failure().get().message());
                json.writeEndObject();
            }
            json.writeNumberField("created", job.created().getEpochSecond());
        });
    }

    private static void begin(JsonGenerator json, String id, RecordingId recording, String status) throws IOException {
        json.writeStringField("id", id);
        json.writeStringField("recording", recording.toString());
        json.writeStringField("status", status);
    }

    private static String object(Properties properties) {
        var text = new StringWriter();
        try (var json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            properties.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private interface Properties {
        void write(JsonGenerator json) throws IOException;
    }
}
