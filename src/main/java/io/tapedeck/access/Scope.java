package io.tapedeck.access;

import io.tapedeck.id.WireNames;

/** What a key may do. */
public enum Scope {
    READ,
    WRITE,
    DOWNLOAD,
    DELETE,
    ADMIN;

    @Override
    public String toString() {
        return WireNames.name(this);
    }
}
