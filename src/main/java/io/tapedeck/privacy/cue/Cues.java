package io.tapedeck.privacy.cue;

import io.tapedeck.privacy.token.Conversation;
import io.tapedeck.privacy.token.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The cues of a conversation, and which of them stand beside a value, whoever said them. */
public final class Cues {
    /** Words before a value in which a cue tells what it is. */
    private static final int WORDS_BEFORE = 30;
    /** The same for what is not personal, which speaks of the next value only. */
    private static final int WORDS_BEFORE_OTHER = 12;
    /** Seconds before a value in which a cue tells what it is. */
    private static final double SECONDS_BEFORE = 45;
    /** Cues that are looked at for one value. */
    private static final int MOST = 10;
    /** Words after a value in which a cue tells what it was: "… is my social". */
    private static final int WORDS_AFTER = 8;

    private final List<Cue> cues;
    /** By place in the conversation: how many cues end before it. */
    private final int[] ended;

    private Cues(List<Cue> cues, int tokens) {
        this.cues = cues;
        ended = new int[tokens + 1];
        cues.forEach(cue -> ended[cue.last().order() + 1]++);
        for (int i = 1; i <= tokens; i++) {
            ended[i] += ended[i - 1];
        }
    }

    /** Those of a conversation. */
    public static Cues of(Conversation conversation, CueWords words) {
        var cues = new ArrayList<Cue>();
        conversation.lines().forEach(line -> cues.addAll(words.in(line)));
        cues.sort(Comparator.comparingInt(cue -> cue.last().order()));
        return new Cues(cues, conversation.tokens().size());
    }

    public List<Cue> all() {
        return cues;
    }

    /** Those that a value can belong to, the nearest first. */
    public List<Cue> before(Token token) {
        var near = new ArrayList<Cue>();
        for (int i = ended[token.order()] - 1; i >= 0 && near.size() < MOST && isNear(cues.get(i), token); i--) {
            if (cues.get(i).subject().isPersonal()
                    || token.order() - cues.get(i).last().order() <= WORDS_BEFORE_OTHER) {
                near.add(cues.get(i));
            }
        }
        return near;
    }

    /** Whether another voice says one between two words of a voice. */
    public boolean isBetween(Token before, Token after) {
        for (int i = ended[before.order() + 1]; i < ended[after.order()]; i++) {
            if (cues.get(i).first().line() != before.line()) {
                return true;
            }
        }
        return false;
    }

    /** One that the same voice says in the same turn right after a value. */
    public Optional<Cue> after(Token token) {
        for (int i = ended[token.order() + 1]; i < cues.size(); i++) {
            var cue = cues.get(i);
            if (cue.first().order() - token.order() > WORDS_AFTER) {
                return Optional.empty();
            }
            if (cue.first().segment() == token.segment() && !token.endsSentence()) {
                return Optional.of(cue);
            }
        }
        return Optional.empty();
    }

    private static boolean isNear(Cue cue, Token token) {
        return token.order() - cue.last().order() <= WORDS_BEFORE
                && token.start() - cue.last().end() <= SECONDS_BEFORE;
    }
}
