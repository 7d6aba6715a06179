package io.tapedeck.work;

import io.tapedeck.audio.Transcription;
import io.tapedeck.problem.Failure;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.Recordings;
import io.tapedeck.storage.AudioStore;
import io.tapedeck.transcript.Transcriber.Answer;
import io.tapedeck.transcript.Transcribers;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcription.Roles;
import io.tapedeck.work.Work.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;

/** Has an engine write down what is said in a version, and goes on with it once it is written. */
public final class Speech {
    private final Recordings recordings;
    private final AudioStore audio;
    private final Transcribers engines;

    /** @param engines that there are here */
    public Speech(Recordings recordings, AudioStore audio, Transcribers engines) {
        this.recordings = recordings;
        this.audio = audio;
        this.engines = engines;
    }

    /** What a job does with what was said. */
    interface Then {
        Outcome heard(Transcript said) throws IOException;
    }

    /**
     * What becomes of the job: what is made of the transcript, or what has to be awaited first.
     *
     * @param version whose words they are
     * @param then gets the transcript with the roles of the recording's participants
     */
    Outcome transcribe(
            Transcription task,
            CallRecording recording,
            AudioVersion version,
            Job job,
            Path folder,
            DoubleConsumer progress,
            Then then)
            throws IOException {
        var engine = engines.of(task.engine());
        if (engine.isEmpty()) {
            return new Outcome.Impossible(new Failure(
                    "transcriber-unavailable",
                    "The engine %s is not set up in this deployment any more.".formatted(task.engine())));
        }
        var participants = recording.details().participants();
        var source = Sources.speech(audio, version, job);
        return switch (engine.get().transcribe(source, task.orSpeakers(participants.size()), folder, progress)) {
            case Answer.Done(var heard) -> then.heard(heard.withRoles(Roles.of(participants)));
            case Answer.Handed(var after) -> new Outcome.Handed(recordings.now().plus(after));
            case Answer.Unfinished() -> new Outcome.Unfinished();
            case Answer.Failed(var failure) -> new Outcome.Impossible(failure);
        };
    }
}
