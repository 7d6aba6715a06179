package io.tapedeck.privacy.number;

import io.tapedeck.audio.Entity;
import io.tapedeck.privacy.cue.Cue;
import io.tapedeck.privacy.cue.CueWords;

/** When somebody was born, in digits. */
final class DateOfBirth implements NumberShape {
    private static final int LONGEST = 8;

    @Override
    public Entity entity() {
        return Entity.DATE_OF_BIRTH;
    }

    @Override
    public void addTo(CueWords words) {
        words.strong(
                entity(),
                "date of birth|birth date|birthdate|birthday|birth day|dob|d o b|born|born on|born in|year of birth|birth year|of birth");
    }

    @Override
    public boolean accepts(Candidate number, Cue cue) {
        return number.run().isDigits() && number.length() >= 4 && number.length() <= LONGEST;
    }
}
