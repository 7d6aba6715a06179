package io.tapedeck.analysis;

import static java.util.Objects.requireNonNull;

import io.tapedeck.analytics.Call;
import io.tapedeck.analytics.CallAnalysis;
import io.tapedeck.audio.Analysis;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcription.Roles;
import java.util.Optional;

/**
 * A recording as analytics see it.
 *
 * @param version of its audio
 * @param transcript of that version
 */
public record RecordedCall(CallRecording recording, AudioVersion version, Optional<Transcript> transcript) {
    public RecordedCall {
        requireNonNull(recording);
        requireNonNull(version);
        requireNonNull(transcript);
    }

    /** With what is heard in it. */
    public Call with(CallSound sound) {
        return new Call(
                version.measures().duration(),
                version.measures().layout(),
                sound.channels(),
                Roles.of(recording.details().participants()),
                transcript,
                sound.hold(),
                sound.keypad());
    }

    /**
     * Refuses categories of speakers who are not there. Who is there does not depend on the sound.
     *
     * @throws ProblemException invalid-request that says who is there
     */
    public void checkSpeakers(Analysis analysis) {
        CallAnalysis.of(with(CallSound.unheard(version.measures().channels())), analysis);
    }
}
