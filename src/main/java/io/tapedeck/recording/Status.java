package io.tapedeck.recording;

/** Where a recording is in its life. */
public enum Status {
    PROCESSING,
    COMPLETED,
    FAILED,
    DELETED;

    @Override
    public String toString() {
        return Wire.name(this);
    }
}
