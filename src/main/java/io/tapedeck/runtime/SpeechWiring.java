package io.tapedeck.runtime;

import io.tapedeck.amazontranscribe.AmazonTranscriber;
import io.tapedeck.audio.SpeechEngine;
import io.tapedeck.storage.DocumentStore;
import io.tapedeck.transcript.EngineChoice;
import io.tapedeck.transcript.Transcriber;
import io.tapedeck.transcript.Transcribers;
import io.tapedeck.transcript.TranscriptStore;
import io.tapedeck.transcript.format.TranscriptDocuments;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.EnumMap;

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
    Transcribers transcribers(EngineChoice engines, Instance<AmazonTranscriber> amazon) {
        var byEngine = new EnumMap<SpeechEngine, Transcriber>(SpeechEngine.class);
        if (engines.available().contains(SpeechEngine.AMAZON_TRANSCRIBE)) {
            byEngine.put(SpeechEngine.AMAZON_TRANSCRIBE, amazon.get());
        }
        return new Transcribers(byEngine);
    }

    @Produces
    @Singleton
    EngineChoice engineChoice(Settings.Runtime runtime, Settings.Transcript transcript, Settings.Openai openAi) {
        return new EngineChoice(OutsideSpeechWiring.available(runtime, transcript, openAi), transcript.engine());
    }
}
