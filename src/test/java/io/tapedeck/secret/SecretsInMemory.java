package io.tapedeck.secret;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Secrets for as long as a test takes. */
public final class SecretsInMemory implements SecretStore {
    private final Map<SecretName, String> secrets = new ConcurrentHashMap<>();

    @Override
    public void put(SecretName name, String secret) {
        secrets.put(name, SecretStore.fitting(secret));
    }

    @Override
    public Optional<String> find(SecretName name) {
        return Optional.ofNullable(secrets.get(name));
    }

    @Override
    public void delete(SecretName name) {
        secrets.remove(name);
    }
}
