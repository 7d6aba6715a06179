package io.tapedeck.privacy.number;

import io.tapedeck.audio.Entity;
import io.tapedeck.privacy.cue.Cue;
import io.tapedeck.privacy.cue.CueWords;
import io.tapedeck.privacy.cue.Find;
import java.util.OptionalDouble;
import org.apache.commons.validator.routines.IBANValidator;

/** An international bank account number. */
final class Iban implements NumberShape {
    /** Of a part of one. */
    private static final int SHORTEST = 4;

    @Override
    public Entity entity() {
        return Entity.IBAN;
    }

    @Override
    public void addTo(CueWords words) {
        words.strong(
                entity(),
                "iban|iban number|i ban|i b a n|international bank account number|international account number");
    }

    @Override
    public boolean accepts(Candidate number, Cue cue) {
        return number.length() >= SHORTEST;
    }

    @Override
    public OptionalDouble bare(Candidate number) {
        var characters = number.characters();
        var ibans = IBANValidator.getInstance();
        if (!characters.matches("[A-Z]{2}\\d{2}[A-Z0-9]{6,30}") || !ibans.hasValidator(characters)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(ibans.isValid(characters) ? Find.STRONG : Find.REPEATED);
    }
}
