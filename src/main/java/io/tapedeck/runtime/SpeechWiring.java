package io.tapedeck.runtime;

import io.tapedeck.storage.DocumentStore;
import io.tapedeck.transcript.EngineChoice;
import io.tapedeck.transcript.Transcribers;
import io.tapedeck.transcript.TranscriptStore;
import io.tapedeck.transcript.format.TranscriptDocuments;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
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
    Transcribers transcribers() {
        return new Transcribers(Map.of());
    }

    @Produces
    @Singleton
    EngineChoice engineChoice() {
        return new EngineChoice(Set.of(), Optional.empty());
    }
}
