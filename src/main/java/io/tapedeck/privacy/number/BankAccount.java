package io.tapedeck.privacy.number;

import io.tapedeck.audio.Entity;
import io.tapedeck.privacy.cue.Cue;
import io.tapedeck.privacy.cue.CueWords;
import io.tapedeck.privacy.cue.Find;
import java.util.OptionalDouble;

/** The number of a bank account, or its end. */
final class BankAccount implements NumberShape {
    private static final int WHOLE = 6;
    /** Digits of a part of an account's number. */
    private static final int SHORTEST = 4;
    /** Digits from which on a number that nobody names is somebody's. */
    private static final int UNNAMED = 8;

    @Override
    public Entity entity() {
        return Entity.BANK_ACCOUNT;
    }

    @Override
    public void addTo(CueWords words) {
        words.strong(
                        entity(),
                        "account number|account no|acct number|bank account|bank account number|checking account|checking account number"
                                + "|savings account|savings account number|direct deposit|direct deposit account|checking|savings")
                .weak(entity(), "account|acct");
    }

    @Override
    public boolean accepts(Candidate number, Cue cue) {
        var isKind = number.run().isDigits()
                || cue.subject().isStrong() && number.run().digitCount() >= SHORTEST;
        return isKind
                && !number.isYear()
                && !number.run().isWrittenDate()
                && (number.length() >= WHOLE
                        || number.isEnding() && number.length() >= SHORTEST
                        || (cue.subject().isStrong() || number.isLedToBy(cue)) && number.length() >= SHORTEST);
    }

    @Override
    public OptionalDouble bare(Candidate number) {
        return number.run().isDigits()
                        && number.length() >= UNNAMED
                        && !number.run().isWrittenDate()
                ? OptionalDouble.of(Find.BARE)
                : OptionalDouble.empty();
    }
}
