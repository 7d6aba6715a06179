package io.tapedeck.runtime;

import io.quarkus.arc.DefaultBean;
import io.tapedeck.concurrency.Deadline;
import io.tapedeck.secret.SecretStore;
import io.tapedeck.secretsmanager.SecretsManagerStore;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/** Says where secrets lie: with AWS, unless the deployment has a place of its own. */
@Singleton
class SecretWiring {
    @Produces
    @Singleton
    @DefaultBean
    SecretStore secrets(
            Settings.Secretsmanager settings, Settings.S3 s3, SecureRandom random, Clock clock, Deadline deadline) {
        return SecretsManagerStore.in(s3.region(), settings.deployment(), s3.encryptionKey(), random, clock, deadline);
    }
}
