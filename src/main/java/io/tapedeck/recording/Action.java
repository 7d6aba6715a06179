package io.tapedeck.recording;

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
        return Wire.camel(this);
    }
}
