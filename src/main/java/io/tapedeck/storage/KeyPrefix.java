package io.tapedeck.storage;

import static java.util.Objects.requireNonNull;

import io.tapedeck.id.ExportId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.StorageName;
import io.tapedeck.id.TenantId;
import java.util.Optional;

/**
 * The keys that a deletion is about. One that ends in a slash means all below a folder, one that ends in a dot a name with
 * whatever extension; any other means an object and what lies below it, so that {@code rec_1} does not mean {@code
 * rec_1-copy.wav}.
 *
 * @param storage that holds them; absent for the deployment's own bucket
 */
public record KeyPrefix(Optional<StorageName> storage, String value) {
    public KeyPrefix {
        requireNonNull(storage);
        requireNonNull(value);
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a prefix of all keys");
        }
    }

    /** In the deployment's own bucket. */
    public KeyPrefix(String value) {
        this(Optional.empty(), value);
    }

    /** All audio of a recording. */
    public static KeyPrefix audio(TenantId tenant, RecordingId recording) {
        return below(ObjectKey.AUDIO, tenant, recording);
    }

    /** All documents of a recording. */
    public static KeyPrefix documents(TenantId tenant, RecordingId recording) {
        return below(ObjectKey.DOCUMENTS, tenant, recording);
    }

    /** All exports of a recording. */
    public static KeyPrefix exports(TenantId tenant, RecordingId recording) {
        return below(ObjectKey.EXPORTS, tenant, recording);
    }

    /** All there is of an export of many recordings. */
    public static KeyPrefix export(TenantId tenant, ExportId export) {
        return new KeyPrefix(ObjectKey.EXPORTS + tenant + "/" + export + "/");
    }

    /** All parts of a recording's audio that shares are of. */
    public static KeyPrefix shares(TenantId tenant, RecordingId recording) {
        return below(ObjectKey.SHARES, tenant, recording);
    }

    /** An object and what lies below it. */
    public static KeyPrefix of(ObjectKey key) {
        return new KeyPrefix(key.storage(), key.value());
    }

    /** What has a name in a folder, with whatever extension. */
    public KeyPrefix named(String name) {
        return new KeyPrefix(storage, value + name + ".");
    }

    /** The same keys in a storage; absent for the deployment's own bucket. */
    public KeyPrefix in(Optional<StorageName> other) {
        return new KeyPrefix(other, value);
    }

    /** Whether a key that begins so is meant. */
    public boolean holds(String key) {
        return value.endsWith("/") || value.endsWith(".")
                ? key.startsWith(value)
                : key.equals(value) || key.startsWith(value + "/");
    }

    /**
     * Whose objects they are.
     *
     * @throws IllegalStateException for a prefix that has no tenant in it
     */
    public TenantId tenant() {
        return ObjectKey.tenant(value);
    }

    private static KeyPrefix below(String folder, TenantId tenant, RecordingId recording) {
        return new KeyPrefix(folder + tenant + "/" + recording + "/");
    }

    @Override
    public String toString() {
        return value;
    }
}
