package io.tapedeck.analysis;

import io.tapedeck.analytics.words.OutsideAnswer;

/** Says what a call comes to. What it says is checked by whoever asks. */
public interface Summarizer {
    OutsideAnswer<Notes> notes(Excerpt call);
}
