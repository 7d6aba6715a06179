package io.tapedeck.runtime;

import io.tapedeck.access.IdempotencyStore;
import io.tapedeck.imports.ImportSecrets;
import io.tapedeck.imports.ImportedRecordings;
import io.tapedeck.imports.MediaCredentials;
import io.tapedeck.imports.Provider;
import io.tapedeck.imports.ProviderSecrets;
import io.tapedeck.recording.JobQueue;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.RetentionPolicy;
import io.tapedeck.secret.SecretStore;
import io.tapedeck.storage.Places;
import io.tapedeck.storage.SourceCredentials;
import io.tapedeck.transcript.TranscriptStore;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Optional;

/** Puts together what takes recordings from providers of calls. */
@Singleton
class ImportWiring {
    @Produces
    @Singleton
    ImportSecrets secrets(SecretStore store, Settings.Imports settings) {
        var ofDeployment = new EnumMap<Provider, ProviderSecrets>(Provider.class);
        for (var provider : Provider.values()) {
            secrets(provider, settings).ifPresent(secrets -> ofDeployment.put(provider, secrets));
        }
        return new ImportSecrets(store, ofDeployment);
    }

    @Produces
    @Singleton
    ImportedRecordings imported(
            RecordingStore store,
            IdempotencyStore told,
            TranscriptStore transcripts,
            JobQueue queue,
            RetentionPolicy retention,
            Places places,
            Clock clock) {
        return new ImportedRecordings(store, told, transcripts, queue, retention, places, clock);
    }

    @Produces
    @Singleton
    SourceCredentials credentials(ImportSecrets secrets) {
        return new MediaCredentials(secrets);
    }

    /** Those of a provider, if none is missing. */
    private static Optional<ProviderSecrets> secrets(Provider provider, Settings.Imports settings) {
        var values = new HashMap<String, String>();
        for (var name : provider.secrets()) {
            secret(provider, name, settings).ifPresent(value -> values.put(name, value));
        }
        return values.keySet().containsAll(provider.secrets())
                ? Optional.of(new ProviderSecrets(values))
                : Optional.empty();
    }

    private static Optional<String> secret(Provider provider, String name, Settings.Imports settings) {
        return switch (provider) {
            case VAPI -> settings.vapiSecret();
            case TWILIO -> name.equals("accountSid") ? settings.twilioAccountSid() : settings.twilioAuthToken();
            case TELNYX -> settings.telnyxPublicKey();
            case LIVEKIT -> name.equals("apiKey") ? settings.livekitApiKey() : settings.livekitApiSecret();
        };
    }
}
