package io.tapedeck.storage;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;

/**
 * The places where audio lies: the deployment's own, and those of other providers.
 *
 * @param own what new audio goes to
 * @param others by what versions say of their place
 */
public record AudioStores(AudioStore own, Map<Storage, AudioStore> others) {
    public AudioStores {
        requireNonNull(own);
        others = Map.copyOf(others);
    }

    /**
     * The store that holds a version.
     *
     * @param storage what the version says; absent for the deployment's own
     */
    public AudioStore of(Optional<Storage> storage) {
        return storage.map(this::other).orElse(own);
    }

    /**
     * Deletes all audio whose keys begin so, wherever it lies.
     *
     * @return how many objects there were
     */
    public int deleteAll(KeyPrefix prefix) {
        return own.deleteAll(prefix)
                + others.values().stream()
                        .mapToInt(store -> store.deleteAll(prefix))
                        .sum();
    }

    private AudioStore other(Storage storage) {
        return Optional.ofNullable(others.get(storage))
                .orElseThrow(() -> new IllegalStateException("this deployment has no store of kind " + storage));
    }
}
