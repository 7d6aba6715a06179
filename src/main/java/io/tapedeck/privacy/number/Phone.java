package io.tapedeck.privacy.number;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.tapedeck.audio.Entity;
import io.tapedeck.privacy.cue.Cue;
import io.tapedeck.privacy.cue.CueWords;
import io.tapedeck.privacy.cue.Find;
import java.util.OptionalDouble;

/** A telephone number. */
final class Phone implements NumberShape {
    private static final int SHORTEST = 7;
    private static final int LONGEST = 16;
    /** Digits of an area code, which is said first. */
    private static final int SHORTEST_PART = 3;
    /** Digits from which on a number that nobody names can be one. */
    private static final int UNNAMED = 9;

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final String region;

    /**
     * Of a region.
     *
     * @param region whose numbers are said without a country, as "US"
     * @throws IllegalArgumentException if it has none
     */
    Phone(String region) {
        if (!numbers.getSupportedRegions().contains(region)) {
            throw new IllegalArgumentException("must be a region that has telephone numbers, not " + region);
        }
        this.region = region;
    }

    @Override
    public Entity entity() {
        return Entity.PHONE;
    }

    @Override
    public void addTo(CueWords words) {
        words.strong(
                        entity(),
                        "phone|phone number|telephone|telephone number|cell|cell phone|cell number|cell phone number|mobile|mobile number"
                                + "|mobile phone|callback number|call back number|contact number|home number|home phone|work number|work phone"
                                + "|work line|direct line|land line|landline|area code|number to call|number to reach|calling from|best number"
                                + "|fax|fax number|whatsapp|number to text")
                .weak(
                        entity(),
                        "my number|your number|call me|reach me|reach you|call you|call you back|call back|call us|call|text me|text you"
                                + "|number|dial|ring me");
    }

    @Override
    public boolean accepts(Candidate number, Cue cue) {
        if (!number.run().isDigits() || number.run().isWrittenDate() || number.isYear()) {
            return false;
        }
        var isPart = number.length() >= SHORTEST_PART
                        && (cue.last().text().equals("code") || cue.subject().isStrong() && number.isLedToBy(cue))
                || cue.subject().isStrong() && number.isEnding() && number.length() == 4;
        return isPart || number.length() >= SHORTEST && number.length() <= LONGEST;
    }

    @Override
    public OptionalDouble bare(Candidate number) {
        var hasCountry = number.run().first().text().startsWith("+") || isAfterPlus(number);
        var isLocal =
                number.run().tokens().size() == 1 && number.run().first().text().matches("\\d{3}-\\d{4}");
        if (isLocal) {
            return OptionalDouble.of(Find.BARE);
        }
        return number.run().isDigits() && number.length() >= UNNAMED && isPossible(number, hasCountry)
                ? OptionalDouble.of(Find.REPEATED)
                : OptionalDouble.empty();
    }

    private boolean isAfterPlus(Candidate number) {
        return number.run().line().says(number.run().first().position() - 1, "plus");
    }

    /** As digits, or as it is written, with an extension. */
    private boolean isPossible(Candidate number, boolean hasCountry) {
        var first = number.run().first().text();
        return isPossible(number.characters(), hasCountry)
                || number.run().tokens().size() == 1 && first.indexOf('x') > 0 && isPossible(first, false);
    }

    private boolean isPossible(String digits, boolean hasCountry) {
        try {
            return numbers.isPossibleNumber(numbers.parse((hasCountry ? "+" : "") + digits, region));
        } catch (NumberParseException e) {
            return false;
        }
    }
}
