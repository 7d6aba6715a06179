package io.tapedeck.analytics.words;

import io.tapedeck.id.WireNames;

/** What tells how sentences feel. */
public enum MoodSource {
    /** VADER, which knows English. */
    LEXICON,
    AMAZON_COMPREHEND;

    @Override
    public String toString() {
        return WireNames.name(this);
    }
}
