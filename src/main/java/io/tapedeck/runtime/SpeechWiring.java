package io.tapedeck.runtime;

import io.tapedeck.amazontranscribe.AmazonTranscriber;
import io.tapedeck.audio.SpeechEngine;
import io.tapedeck.concurrency.Deadline;
import io.tapedeck.ffmpeg.process.FfmpegSettings;
import io.tapedeck.ffmpeg.speech.FfmpegSpeechAudio;
import io.tapedeck.function.transcripts.TranscriptAnswers;
import io.tapedeck.pocketsphinx.PocketsphinxRecognizer;
import io.tapedeck.process.SearchPath;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.Recordings;
import io.tapedeck.recording.Versions;
import io.tapedeck.storage.DocumentStore;
import io.tapedeck.transcript.EngineChoice;
import io.tapedeck.transcript.Recognizer;
import io.tapedeck.transcript.Recognizers;
import io.tapedeck.transcript.Transcriber;
import io.tapedeck.transcript.Transcribers;
import io.tapedeck.transcript.TranscriptStore;
import io.tapedeck.transcript.format.PieceDocuments;
import io.tapedeck.transcript.format.TranscriptDocuments;
import io.tapedeck.transcript.pieces.PiecewiseTranscriber;
import io.tapedeck.transcription.RecordingTranscripts;
import io.tapedeck.whisper.WhisperModel;
import io.tapedeck.whisper.WhisperRecognizer;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.EnumSet;
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
    Transcribers transcribers(
            EngineChoice engines,
            Instance<AmazonTranscriber> amazon,
            Recognizers recognizers,
            FfmpegSettings ffmpeg,
            DocumentStore documents,
            Deadline deadline) {
        var audio = new FfmpegSpeechAudio(ffmpeg);
        var pieces = new PieceDocuments(documents);
        var cores = Runtime.getRuntime().availableProcessors();
        var byEngine = new EnumMap<SpeechEngine, Transcriber>(SpeechEngine.class);
        recognizers
                .byEngine()
                .forEach((engine, recognizer) -> byEngine.put(
                        engine, new PiecewiseTranscriber(audio, recognizer, pieces, cores, deadline::left)));
        if (engines.available().contains(SpeechEngine.AMAZON_TRANSCRIBE)) {
            byEngine.put(SpeechEngine.AMAZON_TRANSCRIBE, amazon.get());
        }
        return new Transcribers(byEngine);
    }

    @Produces
    @Singleton
    Recognizers recognizers(Settings.Speech settings, Settings.Openai openAi) {
        var recognizers = new EnumMap<SpeechEngine, Recognizer>(SpeechEngine.class);
        whisper(settings).ifPresent(whisper -> recognizers.put(SpeechEngine.WHISPER, whisper));
        SearchPath.find(settings.pocketsphinx())
                .map(PocketsphinxRecognizer::new)
                .ifPresent(pocketsphinx -> recognizers.put(SpeechEngine.POCKETSPHINX, pocketsphinx));
        OutsideSpeechWiring.server(openAi).ifPresent(server -> recognizers.put(SpeechEngine.OPENAI, server));
        return new Recognizers(recognizers);
    }

    @Produces
    @Singleton
    EngineChoice engineChoice(Settings.Speech settings, Provider<Recognizers> recognizers) {
        var engines = settings.engines().map(Set::copyOf).orElseGet(() -> found(settings, recognizers.get()));
        return new EngineChoice(engines, settings.engine());
    }

    /** Amazon's is nowhere to be found, and is there where the deployment says so. */
    private static Set<SpeechEngine> found(Settings.Speech settings, Recognizers recognizers) {
        var found = EnumSet.noneOf(SpeechEngine.class);
        found.addAll(recognizers.byEngine().keySet());
        settings.engine().filter(SpeechEngine.AMAZON_TRANSCRIBE::equals).ifPresent(found::add);
        return found;
    }

    private static Optional<Recognizer> whisper(Settings.Speech settings) {
        return SearchPath.find(settings.whisperCli())
                .flatMap(program -> settings.whisperModel()
                        .flatMap(WhisperModel::in)
                        .map(model -> new WhisperRecognizer(program, model)));
    }
}
