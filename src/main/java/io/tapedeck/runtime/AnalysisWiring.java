package io.tapedeck.runtime;

import io.tapedeck.analysis.AnalyticsStore;
import io.tapedeck.analysis.RecordingAnalytics;
import io.tapedeck.analysis.SoundAnalyzer;
import io.tapedeck.ffmpeg.analysis.FfmpegSoundAnalyzer;
import io.tapedeck.ffmpeg.process.FfmpegSettings;
import io.tapedeck.function.analytics.AnalyticsAnswers;
import io.tapedeck.json.Json;
import io.tapedeck.json.analytics.AnalyticsDocuments;
import io.tapedeck.json.analytics.AnalyticsViews;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.Recordings;
import io.tapedeck.storage.DocumentStore;
import io.tapedeck.transcript.TranscriptStore;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts together what works out figures of calls and shows them. A function makes only those parts that it uses. */
@Singleton
class AnalysisWiring {
    @Produces
    @Singleton
    AnalyticsStore analytics(DocumentStore documents, Json json) {
        return new AnalyticsDocuments(documents, json);
    }

    @Produces
    @Singleton
    SoundAnalyzer ears(FfmpegSettings settings) {
        return new FfmpegSoundAnalyzer(settings);
    }

    @Produces
    @Singleton
    RecordingAnalytics recordingAnalytics(
            Recordings recordings, RecordingStore store, TranscriptStore transcripts, AnalyticsStore analytics) {
        return new RecordingAnalytics(recordings, store, transcripts, analytics);
    }

    @Produces
    @Singleton
    AnalyticsViews views(Json json) {
        return new AnalyticsViews(json);
    }

    @Produces
    @Singleton
    AnalyticsAnswers answers(RecordingAnalytics analytics, AnalyticsViews views) {
        return new AnalyticsAnswers(analytics, views);
    }
}
