package io.tapedeck.privacy.cue;

import io.tapedeck.audio.Entity;
import io.tapedeck.privacy.token.Token;
import java.util.List;

/**
 * What a recogniser takes for personal.
 *
 * @param strength from 0 to 1: how sure the label is, never whether to mask
 * @param tokens those that say the value
 */
public record Find(Entity entity, double strength, List<Token> tokens) {
    /** Where a word of the kind's own stands beside it, or it has a form that nothing else has. */
    public static final double STRONG = 0.9;
    /** Where a word that can mean much else stands beside it. */
    public static final double WEAK = 0.7;
    /** Where the other side says it again, or it goes on. */
    public static final double REPEATED = 0.6;
    /** Where only its form speaks for it. */
    public static final double BARE = 0.4;

    public Find {
        tokens = List.copyOf(tokens);
    }

    public Token last() {
        return tokens.getLast();
    }
}
