package io.tapedeck.analytics;

import io.tapedeck.id.WireNames;

/** How sure it is who speaks. */
public enum Confidence {
    /** Each has a channel. */
    HIGH,
    /** Speakers were told apart by their voices, or not at all. */
    LOW;

    @Override
    public String toString() {
        return WireNames.name(this);
    }
}
