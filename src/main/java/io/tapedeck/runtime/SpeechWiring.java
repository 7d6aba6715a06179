package io.tapedeck.runtime;

import io.tapedeck.function.transcripts.TranscriptAnswers;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.Recordings;
import io.tapedeck.recording.Versions;
import io.tapedeck.audio.SpeechEngine;
import io.tapedeck.pocketsphinx.PocketsphinxRecognizer;
import io.tapedeck.process.SearchPath;
import io.tapedeck.storage.DocumentStore;
import io.tapedeck.transcript.EngineChoice;
import io.tapedeck.transcript.Recognizer;
import io.tapedeck.transcript.Recognizers;
import io.tapedeck.transcript.Transcribers;
import io.tapedeck.transcript.TranscriptStore;
import io.tapedeck.transcript.format.TranscriptDocuments;
import io.tapedeck.transcription.RecordingTranscripts;
import io.tapedeck.whisper.WhisperModel;
import io.tapedeck.whisper.WhisperRecognizer;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts together what hears speech. A function makes only those parts that it uses. */
@Singleton
class SpeechWiring {
    @Produces
    @Singleton
    TranscriptStore transcripts(DocumentStore documents) {
        return new TranscriptDocuments(documents);
    }

    @Produces
    @Singleton
    RecordingTranscripts recordingTranscripts(
            Recordings recordings, RecordingStore store, Versions versions, TranscriptStore transcripts) {
        return new RecordingTranscripts(recordings, store, versions, transcripts);
    }

    @Produces
    @Singleton
    TranscriptAnswers answers(RecordingTranscripts transcripts) {
        return new TranscriptAnswers(transcripts);
    }

    @Produces
    @Singleton
    Transcribers transcribers() {
        return new Transcribers(Map.of());
    }

    @Produces
    @Singleton
    Recognizers recognizers(Settings.Speech settings) {
        var recognizers = new EnumMap<SpeechEngine, Recognizer>(SpeechEngine.class);
        whisper(settings).ifPresent(whisper -> recognizers.put(SpeechEngine.WHISPER, whisper));
        SearchPath.find(settings.pocketsphinx())
                .map(PocketsphinxRecognizer::new)
                .ifPresent(pocketsphinx -> recognizers.put(SpeechEngine.POCKETSPHINX, pocketsphinx));
        return new Recognizers(recognizers);
    }

    @Produces
    @Singleton
    EngineChoice engineChoice(Settings.Speech settings, Recognizers recognizers) {
        var here = recognizers.byEngine().keySet();
        return new EngineChoice(settings.engines().map(Set::copyOf).orElse(here), settings.engine());
    }

    private static Optional<Recognizer> whisper(Settings.Speech settings) {
        return SearchPath.find(settings.whisperCli())
                .flatMap(program -> settings.whisperModel()
                        .flatMap(WhisperModel::in)
                        .map(model -> new WhisperRecognizer(program, model)));
    }
}
