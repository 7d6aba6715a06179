package io.tapedeck.runtime;

import io.tapedeck.function.transcripts.TranscriptAnswers;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.Recordings;
import io.tapedeck.recording.Versions;
import io.tapedeck.storage.DocumentStore;
import io.tapedeck.transcript.EngineChoice;
import io.tapedeck.transcript.Transcribers;
import io.tapedeck.transcript.TranscriptStore;
import io.tapedeck.transcript.format.TranscriptDocuments;
import io.tapedeck.transcription.RecordingTranscripts;
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
    EngineChoice engineChoice() {
        return new EngineChoice(Set.of(), Optional.empty());
    }
}
