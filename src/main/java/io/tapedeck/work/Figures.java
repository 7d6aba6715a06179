package io.tapedeck.work;

import io.tapedeck.analysis.Analyst;
import io.tapedeck.analysis.AnalyticsStore;
import io.tapedeck.analysis.Disclosure;
import io.tapedeck.analysis.RecordedCall;
import io.tapedeck.analysis.SoundAnalyzer;
import io.tapedeck.audio.Analysis;
import io.tapedeck.audio.AudioInput;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.Recordings;
import io.tapedeck.storage.StoredAnalytics;
import io.tapedeck.storage.StoredTranscript;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;

/** Works out the figures of a call and keeps them. */
public final class Figures {
    private final Recordings recordings;
    private final SoundAnalyzer ears;
    private final Analyst analyst;
    private final AnalyticsStore analytics;

    public Figures(Recordings recordings, SoundAnalyzer ears, Analyst analyst, AnalyticsStore analytics) {
        this.recordings = recordings;
        this.ears = ears;
        this.analyst = analyst;
        this.analytics = analytics;
    }

    /**
     * The figures, which are in the store then.
     *
     * @param call in which all speakers are whom the request names
     * @param audio that of the call
     */
    StoredAnalytics keep(
            RecordedCall call,
            Analysis request,
            Disclosure disclosure,
            AudioInput audio,
            Job job,
            Path folder,
            DoubleConsumer progress) {
        var sound = ears.listen(audio, folder, progress);
        var document = job.analytics().in(call.version().file().key().storage());
        analytics.put(document, analyst.analyze(call.with(sound), request, disclosure));
        var heard = call.transcript().flatMap(_ -> call.version().transcript()).map(StoredTranscript::id);
        return new StoredAnalytics(document, heard, recordings.now());
    }

    /** The document of figures that are in the store. */
    String document(StoredAnalytics figures) {
        return analytics.find(figures).orElseThrow(() -> new IllegalStateException("the analytics are gone"));
    }
}
