package io.tapedeck.storage;

import static java.util.Objects.requireNonNull;

import io.tapedeck.id.StorageName;

/**
 * A bucket that objects lie in.
 *
 * @param name what the storage is called here
 * @param provider whose it is
 */
public record Place(StorageName name, Storage provider, String bucket, String region) {
    public Place {
        requireNonNull(name);
        requireNonNull(provider);
        requireNonNull(bucket);
        requireNonNull(region);
    }
}
