package io.tapedeck.transcript;

import io.tapedeck.id.WireNames;

/** How well it is known when each word was said. */
public enum WordTimes {
    /** Somebody listened. */
    HEARD,
    /** Only whole captions or turns had times; those of their words follow from how long the words are. */
    ESTIMATED;

    @Override
    public String toString() {
        return WireNames.name(this);
    }
}
