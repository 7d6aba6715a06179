package io.tapedeck.work;

import io.tapedeck.analysis.Analyst;
import io.tapedeck.analysis.AnalyticsStore;
import io.tapedeck.analysis.Disclosure;
import io.tapedeck.analysis.RecordedCall;
import io.tapedeck.analysis.SoundAnalyzer;
import io.tapedeck.audio.Analysis;
import io.tapedeck.audio.AudioInput;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.Recordings;
import io.tapedeck.storage.StoredAnalytics;
import io.tapedeck.storage.StoredTranscript;
import io.tapedeck.transcript.Transcript;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/** Works out the figures of a call anew, as they were asked for last. */
public final class RemadeAnalytics {
    private final Recordings recordings;
    private final RecordingStore store;
    private final SoundAnalyzer ears;
    private final Analyst analyst;
    private final AnalyticsStore analytics;

    public RemadeAnalytics(
            Recordings recordings,
            RecordingStore store,
            SoundAnalyzer ears,
            Analyst analyst,
            AnalyticsStore analytics) {
        this.recordings = recordings;
        this.store = store;
        this.ears = ears;
        this.analyst = analyst;
        this.analytics = analytics;
    }

    /**
     * The figures of a version, which are in the store then; empty where the recording has none, or has none any more since a
     * category names a speaker who is not there.
     *
     * @param audio that of the version
     * @param said what is said in it, without what was found
     */
    Optional<StoredAnalytics> of(
            RedactionAttempt attempt,
            AudioVersion version,
            AudioInput audio,
            Optional<Transcript> said,
            DoubleConsumer progress)
            throws IOException {
        var request = request(attempt);
        var call = new RecordedCall(attempt.recording(), version, said);
        if (request.isEmpty() || !hasSpeakers(call, request.get())) {
            return Optional.empty();
        }
        var sound = ears.listen(audio, attempt.folder("figures"), progress);
        analytics.put(attempt.analytics(), analyst.analyze(call.with(sound), request.get(), Disclosure.ALLOWED));
        return Optional.of(new StoredAnalytics(
                attempt.analytics(), version.transcript().map(StoredTranscript::id), recordings.now()));
    }

    private static boolean hasSpeakers(RecordedCall call, Analysis request) {
        try {
            call.checkSpeakers(request);
            return true;
        } catch (ProblemException e) {
            return false;
        }
    }

    /** The document of figures. */
    String document(StoredAnalytics figures) {
        return analytics.find(figures).orElseThrow(() -> new IllegalStateException("the analytics are gone"));
    }

    /** The categories that they are asked to sort the call into. */
    List<Analysis.Category> categories(RedactionAttempt attempt) {
        return request(attempt).map(Analysis::categories).orElse(List.of());
    }

    private Optional<Analysis> request(RedactionAttempt attempt) {
        return attempt.isAsNew() ? Optional.empty() : lastRequest(attempt.recording());
    }

    private Optional<Analysis> lastRequest(CallRecording recording) {
        return store.jobs(recording.tenant(), recording.id()).stream()
                .filter(job -> job.execution().status() == Job.State.SUCCEEDED)
                .map(Job::task)
                .filter(Analysis.class::isInstance)
                .map(Analysis.class::cast)
                .reduce((_, later) -> later);
    }
}
