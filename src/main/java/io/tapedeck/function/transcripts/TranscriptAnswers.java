package io.tapedeck.function.transcripts;

import io.tapedeck.http.Reply;
import io.tapedeck.json.TranscriptViews;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.recording.AudioJobs.Accepted;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Clearance;
import io.tapedeck.recording.Finding;
import io.tapedeck.recording.Job;
import io.tapedeck.storage.StoredTranscript;
import io.tapedeck.transcript.format.TranscriptForm;
import io.tapedeck.transcription.RecordingTranscripts;
import io.tapedeck.transcription.WrittenTranscript;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Shows transcripts to callers. */
public final class TranscriptAnswers {
    private static final int LARGEST_ECHO = 1 << 20;

    private final RecordingTranscripts transcripts;

    public TranscriptAnswers(RecordingTranscripts transcripts) {
        this.transcripts = transcripts;
    }

    /** The ETag of a transcript; another one in its place has another. */
    static String etag(StoredTranscript stored) {
        return "\"" + stored.id() + "\"";
    }

    /** The transcript that a job made, or is to make. */
    Reply job(int status, Accepted now) {
        return now.job().execution().status() == Job.State.SUCCEEDED
                ? found(
                        status,
                        now.recording(),
                        transcripts.find(now.recording(), Optional.empty(), Clearance.REDACTED))
                : Reply.of(status, TranscriptViews.unwritten(now.job()));
    }

    /**
     * What there is, as JSON.
     *
     * @throws ProblemException not-found if there is none and none to come
     */
    Reply found(int status, CallRecording recording, Finding<WrittenTranscript> finding) {
        var reply = Reply.of(status, TranscriptViews.of(recording.id(), finding).orElseThrow(() -> none(recording)));
        return finding instanceof Finding.Written(var written) ? reply.with("etag", etag(written.stored())) : reply;
    }

    /** What was written just now; without what takes much room if it does. */
    Reply stored(CallRecording recording, WrittenTranscript written) {
        var whole = TranscriptViews.written(recording.id(), written.stored(), written.transcript());
        var shown = whole.length() <= LARGEST_ECHO
                ? whole
                : TranscriptViews.abridged(recording.id(), written.stored(), written.transcript());
        return Reply.ok(shown).with("etag", etag(written.stored()));
    }

    /**
     * What there is, as text of some form.
     *
     * @throws ProblemException not-found if there is none and none to come; not-ready if it is not written yet; conflict if it
     *     could not be
     */
    Reply found(CallRecording recording, Finding<WrittenTranscript> finding, TranscriptForm form) {
        return switch (finding) {
            case Finding.Written(var written) ->
                Reply.of(200, new String(form.write(written.transcript()), StandardCharsets.UTF_8))
                        .with("content-type", form.mediaType() + "; charset=utf-8")
                        .with("etag", "\"%s-%s\"".formatted(written.stored().id(), form));
            case Finding.Underway _ ->
                throw new ProblemException(ProblemType.NOT_READY, "The transcript is being written; try again later.");
            case Finding.Failed(var job) ->
                throw new ProblemException(
                        ProblemType.CONFLICT,
                        "The recording could not be transcribed. "
                                + job.execution()
                                        .failure()
                                        .map(failure -> failure.message())
                                        .orElse(""));
            case Finding.None() -> throw none(recording);
        };
    }

    private static ProblemException none(CallRecording recording) {
        return new ProblemException(
                ProblemType.NOT_FOUND,
                "This recording has no transcript; POST /v1/recordings/%s/transcribe makes one."
                        .formatted(recording.id()));
    }
}
