package io.tapedeck.redaction.search;

import io.tapedeck.audio.Entity;

/** What was found, as it is looked for. It does not tell what it is. */
record Value(Entity entity, String symbols, Form form) {
    enum Form {
        /** Digits that mean something wherever they stand, and of which a number that is a part means something too. */
        LONG_NUMBER,
        /** Digits that mean something only as a number of their own. */
        SHORT_NUMBER,
        /** Words, or letters and digits. */
        TEXT
    }

    @Override
    public String toString() {
        return "Value[entity=%s, form=%s]".formatted(entity, form);
    }
}
