package io.tapedeck.work;

import io.tapedeck.analysis.Disclosure;
import io.tapedeck.analysis.RecordedCall;
import io.tapedeck.audio.Analysis;
import io.tapedeck.audio.AudioInput;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.storage.StoredAnalytics;
import io.tapedeck.transcript.Transcript;
import java.io.IOException;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/** Works out the figures of a call anew, as they were asked for last. */
public final class RemadeAnalytics {
    private final RecordingStore store;
    private final Figures figures;

    public RemadeAnalytics(RecordingStore store, Figures figures) {
        this.store = store;
        this.figures = figures;
    }

    /** How they were asked for last; empty where none are to be made. */
    Optional<Analysis> request(RedactionAttempt attempt) {
        var recording = attempt.recording();
        return attempt.isAsNew()
                ? Optional.empty()
                : store.jobs(recording.tenant(), recording.id()).stream()
                        .filter(job -> job.execution().status() == Job.State.SUCCEEDED)
                        .map(Job::task)
                        .filter(Analysis.class::isInstance)
                        .map(Analysis.class::cast)
                        .reduce((_, later) -> later);
    }

    /**
     * The figures of a version, which are in the store then; empty where a category names a speaker who is not there any more.
     *
     * @param audio that of the version
     * @param said what is said in it, without what was found
     */
    Optional<StoredAnalytics> of(
            RedactionAttempt attempt,
            Analysis request,
            AudioVersion version,
            AudioInput audio,
            Optional<Transcript> said,
            DoubleConsumer progress)
            throws IOException {
        var call = new RecordedCall(attempt.recording(), version, said);
        return hasSpeakers(call, request)
                ? Optional.of(figures.keep(
                        call, request, Disclosure.ALLOWED, audio, attempt.job(), attempt.folder("figures"), progress))
                : Optional.empty();
    }

    /** The document of figures. */
    String document(StoredAnalytics kept) {
        return figures.document(kept);
    }

    private static boolean hasSpeakers(RecordedCall call, Analysis request) {
        try {
            call.checkSpeakers(request);
            return true;
        } catch (ProblemException e) {
            return false;
        }
    }
}
