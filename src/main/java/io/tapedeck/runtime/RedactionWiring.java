package io.tapedeck.runtime;

import io.tapedeck.analysis.SoundAnalyzer;
import io.tapedeck.audio.AudioProcessor;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.Recordings;
import io.tapedeck.redaction.Finder;
import io.tapedeck.redaction.Redactor;
import io.tapedeck.storage.AudioStore;
import io.tapedeck.transcript.EngineChoice;
import io.tapedeck.transcript.TranscriptStore;
import io.tapedeck.work.Figures;
import io.tapedeck.work.NewVersions;
import io.tapedeck.work.RedactedVersions;
import io.tapedeck.work.Redacting;
import io.tapedeck.work.RemadeAnalytics;
import io.tapedeck.work.Speech;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;

/** Puts together what takes personal data out of recordings. A function makes only those parts that it uses. */
@Singleton
class RedactionWiring {
    @Produces
    @Singleton
    Redacting redacting(
            RecordingStore store,
            AudioStore audio,
            TranscriptStore transcripts,
            EngineChoice choice,
            Speech speech,
            SoundAnalyzer ears,
            Provider<Redactor> redactor,
            RedactedVersions versions) {
        return new Redacting(store, audio, transcripts, choice, speech, ears, redactor::get, versions);
    }

    @Produces
    @Singleton
    Redactor redactor(Finder finder) {
        return new Redactor(finder);
    }

    @Produces
    @Singleton
    RedactedVersions redactedVersions(
            Recordings recordings,
            AudioStore audio,
            AudioProcessor processor,
            NewVersions versions,
            TranscriptStore transcripts,
            RemadeAnalytics analytics) {
        return new RedactedVersions(recordings, audio, processor, versions, transcripts, analytics);
    }

    @Produces
    @Singleton
    RemadeAnalytics remadeAnalytics(RecordingStore store, Figures figures) {
        return new RemadeAnalytics(store, figures);
    }
}
