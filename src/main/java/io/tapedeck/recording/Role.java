package io.tapedeck.recording;

/** The part that somebody played in a call. */
public enum Role {
    AGENT,
    CUSTOMER,
    ASSISTANT,
    OTHER;

    @Override
    public String toString() {
        return Wire.name(this);
    }
}
