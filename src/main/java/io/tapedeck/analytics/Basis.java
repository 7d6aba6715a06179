package io.tapedeck.analytics;

import io.tapedeck.id.WireNames;

/** What tells when each one speaks. */
public enum Basis {
    /** Voice activity on each channel. */
    AUDIO,
    /** The times of the words. */
    TRANSCRIPT;

    @Override
    public String toString() {
        return WireNames.name(this);
    }
}
