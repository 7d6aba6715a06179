package io.tapedeck.audio;

import io.tapedeck.id.WireNames;

/** What a job does. */
public enum Action {
    INGEST,
    COMPRESS,
    CONVERT,
    TRIM,
    MERGE,
    ENHANCE_QUALITY;

    @Override
    public String toString() {
        return WireNames.camel(this);
    }
}
