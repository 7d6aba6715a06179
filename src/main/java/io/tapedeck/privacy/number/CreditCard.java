package io.tapedeck.privacy.number;

import io.tapedeck.audio.Entity;
import io.tapedeck.privacy.cue.Cue;
import io.tapedeck.privacy.cue.CueWords;
import io.tapedeck.privacy.cue.Find;
import java.util.OptionalDouble;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;

/** The number of a payment card, or its end. */
final class CreditCard implements NumberShape {
    /** Digits from which on a number beside "card" is no other. */
    private static final int WHOLE = 8;
    /** Digits of a part of a card's number. */
    private static final int SHORTEST = 3;

    /** Digits of the shortest number of a card. */
    static final int SHORTEST_CARD = 13;

    private static final int LONGEST_CARD = 19;

    @Override
    public Entity entity() {
        return Entity.CREDIT_CARD;
    }

    @Override
    public void addTo(CueWords words) {
        words.strong(
                        entity(),
                        "card number|card no|credit card|credit card number|debit card|debit card number|number on the card"
                                + "|number on the front|number across the front|long number|digits of the card|digits on the card"
                                + "|digits on the front|sixteen digit number|sixteen digits|sixteen-digit number|16-digit number|16 digit number")
                .weak(
                        entity(),
                        "card|visa|mastercard|master card|amex|american express|discover|discover card|maestro|diners");
    }

    @Override
    public boolean accepts(Candidate number, Cue cue) {
        if (!number.run().isDigits()) {
            return isGlued(number);
        }
        return !number.isYear()
                && (number.length() >= WHOLE
                        || number.length() >= SHORTEST
                                && (number.isEnding() || cue.subject().isStrong() || number.isLedToBy(cue)));
    }

    @Override
    public OptionalDouble bare(Candidate number) {
        if (!number.run().isDigits()) {
            return isGlued(number) ? OptionalDouble.of(Find.BARE) : OptionalDouble.empty();
        }
        if (isCard(number.characters())) {
            return OptionalDouble.of(Find.REPEATED);
        }
        var isEnd = number.isEnding() && number.length() == 4 && !number.isYear();
        return isEnd || number.length() >= SHORTEST_CARD ? OptionalDouble.of(Find.BARE) : OptionalDouble.empty();
    }

    /** Whether it is one word with letters and the digits of a card: "A4111111111111111". */
    private static boolean isGlued(Candidate number) {
        return number.run().tokens().size() == 1 && number.run().digitCount() >= SHORTEST_CARD;
    }

    /** Whether digits have the length and the checksum of a card. */
    static boolean isCard(String digits) {
        return digits.length() >= SHORTEST_CARD
                && digits.length() <= LONGEST_CARD
                && LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(digits);
    }
}
