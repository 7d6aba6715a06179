package io.tapedeck.call;

import io.tapedeck.id.WireNames;

/** The part that somebody played in a call. */
public enum Role {
    AGENT,
    CUSTOMER,
    ASSISTANT,
    OTHER;

    @Override
    public String toString() {
        return WireNames.name(this);
    }
}
