package io.tapedeck.redaction;

import io.tapedeck.id.WireNames;

/** Who else looks for personal data. */
public enum DetectorChoice {
    NONE,
    AMAZON_COMPREHEND;

    @Override
    public String toString() {
        return WireNames.name(this);
    }
}
