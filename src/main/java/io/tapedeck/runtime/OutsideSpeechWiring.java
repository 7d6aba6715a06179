package io.tapedeck.runtime;

import io.tapedeck.amazontranscribe.AmazonClient;
import io.tapedeck.amazontranscribe.AmazonPlaces;
import io.tapedeck.amazontranscribe.AmazonTranscriber;
import io.tapedeck.amazontranscribe.AmazonVocabularies;
import io.tapedeck.aws.BoundedCalls;
import io.tapedeck.openai.OpenAiRecognizer;
import io.tapedeck.openai.OpenAiServer;
import io.tapedeck.recording.JobQueue;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.Recordings;
import io.tapedeck.storage.DocumentStore;
import io.tapedeck.storage.RecordingObjects;
import io.tapedeck.transcript.OutsideLeftovers;
import io.tapedeck.transcript.Recognizer;
import io.tapedeck.work.Completions;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import software.amazon.awssdk.services.transcribe.TranscribeClient;

/** Puts together the engines that are elsewhere. A function makes only those that it uses. */
@Singleton
class OutsideSpeechWiring {
    /** The server that hears as OpenAI's does, where the deployment has one. */
    static Optional<Recognizer> server(Settings.Openai settings) {
        return settings.baseUrl()
                .map(address -> OpenAiServer.at(address, settings.model(), settings.apiKey()))
                .map(server -> new OpenAiRecognizer(server, tls()));
    }

    private static SSLContext tls() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @Produces
    @Singleton
    TranscribeClient transcribeClient(Settings.S3 settings, BoundedCalls limit) {
        return AmazonClient.in(settings.region(), limit);
    }

    @Produces
    @Singleton
    AmazonTranscriber amazonTranscriber(
            TranscribeClient client,
            DocumentStore documents,
            Clock clock,
            Settings.S3 s3,
            Settings.Amazontranscribe settings) {
        var places = new AmazonPlaces(settings.deployment(), s3.bucket(), s3.encryptionKey());
        return new AmazonTranscriber(client, places, documents, clock);
    }

    @Produces
    @Singleton
    OutsideLeftovers outsideLeftovers(TranscribeClient client) {
        return new AmazonVocabularies(client);
    }

    @Produces
    @Singleton
    Completions completions(
            Recordings recordings,
            RecordingStore store,
            JobQueue queue,
            RecordingObjects objects,
            OutsideLeftovers outside,
            Settings.Amazontranscribe settings) {
        return new Completions(recordings, store, queue, objects, outside, settings.deployment());
    }
}
