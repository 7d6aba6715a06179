package io.tapedeck.recording;

import static java.util.Objects.requireNonNull;

import io.tapedeck.audio.Masking;
import io.tapedeck.audio.Redacted;
import java.util.Comparator;
import java.util.List;

/**
 * What was taken out of a version's audio.
 *
 * @param since the number of the first version without it; audio in which it still is must not be reached any more
 * @param type what is there instead
 * @param originalKept whether what was there before is kept, for administrators alone
 * @param spans in the order of their starts, in seconds of the version's audio; the first thousand
 */
public record Redactions(int since, Masking.Style type, boolean originalKept, List<Redacted> spans) {
    private static final Comparator<Redacted> IN_ORDER = Comparator.comparingDouble(
                    (Redacted span) -> span.range().start())
            .thenComparingDouble(span -> span.range().end());

    public Redactions {
        requireNonNull(type);
        spans = spans.stream().sorted(IN_ORDER).limit(Redacted.MOST).toList();
    }

    /** The same with its spans elsewhere. */
    public Redactions with(List<Redacted> others) {
        return new Redactions(since, type, originalKept, others);
    }

    /** The same of the first version of another recording, of which there is nothing earlier. */
    public Redactions ofCopy() {
        return new Redactions(1, type, false, spans);
    }

    /** Whether all that was taken out of other audio of the same recording has been taken out of this, too. */
    boolean covers(Redactions other) {
        return since >= other.since;
    }
}
