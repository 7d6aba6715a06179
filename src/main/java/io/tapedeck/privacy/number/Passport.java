package io.tapedeck.privacy.number;

import io.tapedeck.audio.Entity;
import io.tapedeck.privacy.cue.Cue;
import io.tapedeck.privacy.cue.CueWords;

/** The number of a passport. */
final class Passport implements NumberShape {
    @Override
    public Entity entity() {
        return Entity.PASSPORT;
    }

    @Override
    public void addTo(CueWords words) {
        words.strong(entity(), "passport|passport number|passport no");
    }

    @Override
    public boolean accepts(Candidate number, Cue cue) {
        return number.length() >= 5 && number.length() <= 14 && number.run().digitCount() >= 3 && !number.isYear();
    }
}
