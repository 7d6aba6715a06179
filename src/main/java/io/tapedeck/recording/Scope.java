package io.tapedeck.recording;

/** What a key may do. */
public enum Scope {
    READ,
    WRITE,
    DOWNLOAD,
    DELETE,
    ADMIN;

    @Override
    public String toString() {
        return Wire.name(this);
    }
}
