package io.tapedeck.analysis;

import io.tapedeck.audio.Analysis;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Clearance;
import io.tapedeck.recording.Finding;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.Recordings;
import io.tapedeck.transcript.TranscriptStore;
import java.util.Comparator;
import java.util.Optional;

/** The analytics of recordings. Each belong to a version of the audio, and to the transcript that it had. */
public final class RecordingAnalytics {
    private final Recordings recordings;
    private final RecordingStore store;
    private final TranscriptStore transcripts;
    private final AnalyticsStore analytics;

    public RecordingAnalytics(
            Recordings recordings, RecordingStore store, TranscriptStore transcripts, AnalyticsStore analytics) {
        this.recordings = recordings;
        this.store = store;
        this.transcripts = transcripts;
        this.analytics = analytics;
    }

    /**
     * The analytics of the current version, or of the latest other one that has any.
     *
     * @throws ProblemException gone if the recording has been destroyed or has expired
     */
    public Finding<WrittenAnalytics> find(CallRecording recording) {
        var current = recordings.unexpired(recording).audio();
        return current.flatMap(audio -> written(audio, audio))
                .or(() -> current.flatMap(audio -> earlier(recording, audio)))
                .orElseGet(() -> unwritten(recording));
    }

    /**
     * Refuses categories of speakers who are not there, where nothing is under way that could change who is.
     *
     * @throws ProblemException invalid-request that says who is there; gone if the recording has been destroyed or has expired
     */
    public void checkSpeakers(CallRecording recording, Analysis analysis) {
        if (recordings.unexpired(recording).jobs().isIdle()) {
            recording.audio().ifPresent(audio -> call(recording, audio).checkSpeakers(analysis));
        }
    }

    private RecordedCall call(CallRecording recording, AudioVersion audio) {
        var transcript = audio.transcript()
                .flatMap(stored -> transcripts.find(stored, audio.measures().duration()));
        return new RecordedCall(recording, audio, transcript);
    }

    private Optional<Finding<WrittenAnalytics>> earlier(CallRecording recording, AudioVersion current) {
        return store.versions(recording.tenant(), recording.id()).stream()
                .filter(version -> version.number() != current.number() && recording.shows(version, Clearance.REDACTED))
                .filter(version -> version.analytics().isPresent())
                .max(Comparator.comparing(
                        version -> version.analytics().orElseThrow().created()))
                .flatMap(version -> written(version, current));
    }

    private Optional<Finding<WrittenAnalytics>> written(AudioVersion version, AudioVersion current) {
        return version.analytics().map(stored -> {
            var document = analytics
                    .find(stored)
                    .orElseThrow(() -> new ProblemException(
                            ProblemType.GONE, "The analytics of this recording have been deleted."));
            var isStale = version.number() != current.number() || stored.isStale(current.transcript());
            return new Finding.Written<>(new WrittenAnalytics(stored, version.number(), document, isStale));
        });
    }

    private Finding<WrittenAnalytics> unwritten(CallRecording recording) {
        return Finding.unwritten(store.jobs(recording.tenant(), recording.id()), Analysis.class);
    }
}
