package io.tapedeck.recording;

import io.tapedeck.id.WireNames;

/** Where a recording is in its life. */
public enum Status {
    PROCESSING,
    COMPLETED,
    FAILED,
    DELETED;

    @Override
    public String toString() {
        return WireNames.name(this);
    }
}
