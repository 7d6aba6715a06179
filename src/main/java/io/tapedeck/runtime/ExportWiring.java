package io.tapedeck.runtime;

import io.tapedeck.analysis.RecordingAnalytics;
import io.tapedeck.audio.AudioProcessor;
import io.tapedeck.export.ExportedDocuments;
import io.tapedeck.export.RecordingExport;
import io.tapedeck.json.EventData;
import io.tapedeck.json.Json;
import io.tapedeck.json.RecordingViews;
import io.tapedeck.json.analytics.AnalyticsViews;
import io.tapedeck.recording.EventStore;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.Recordings;
import io.tapedeck.storage.AudioStore;
import io.tapedeck.storage.MultipartStore;
import io.tapedeck.storage.WaveformStore;
import io.tapedeck.transcript.TranscriptStore;
import io.tapedeck.work.Exporting;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts together what packs recordings to be handed on. A function makes only those parts that it uses. */
@Singleton
class ExportWiring {
    @Produces
    @Singleton
    Exporting exporting(Recordings recordings, RecordingExport export, MultipartStore store) {
        return new Exporting(recordings, export, store);
    }

    @Produces
    @Singleton
    RecordingExport recordingExport(
            Recordings recordings,
            AudioStore audio,
            AudioProcessor processor,
            ExportedDocuments documents,
            EventStore events,
            EventData data) {
        return new RecordingExport(recordings, audio, processor, documents, events, data);
    }

    @Produces
    @Singleton
    ExportedDocuments exportedDocuments(
            RecordingStore store,
            TranscriptStore transcripts,
            RecordingAnalytics analytics,
            WaveformStore waveforms,
            RecordingViews views,
            AnalyticsViews figures,
            Json json) {
        return new ExportedDocuments(store, transcripts, analytics, waveforms, views, figures, json);
    }
}
