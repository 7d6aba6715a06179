package io.tapedeck.storage;

import io.tapedeck.id.WireNames;

/** The kinds of store that the API names. */
public enum Storage {
    S3,
    GCS,
    AZURE,
    CLOUDFLARE_R2;

    @Override
    public String toString() {
        return WireNames.name(this);
    }
}
