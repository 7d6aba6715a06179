package io.tapedeck.analytics.words;

import io.tapedeck.id.WireNames;

/** What tells what a call comes to. */
public enum DigestSource {
    /** Sentences of the call itself, in English. */
    EXTRACTIVE,
    /** Sentences that a model wrote. */
    AMAZON_BEDROCK;

    @Override
    public String toString() {
        return WireNames.name(this);
    }
}
