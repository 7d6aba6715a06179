package io.tapedeck.privacy.number;

import io.tapedeck.audio.Entity;
import io.tapedeck.privacy.cue.Cue;
import io.tapedeck.privacy.cue.CueWords;

/** A ZIP code or a postcode. */
final class PostalCode implements NumberShape {
    @Override
    public Entity entity() {
        return Entity.ADDRESS;
    }

    @Override
    public void addTo(CueWords words) {
        words.strong(entity(), "zip|zip code|zipcode|postal code|postcode|post code|zip codes");
    }

    @Override
    public boolean accepts(Candidate number, Cue cue) {
        var digits = number.characters();
        return digits.matches("\\d{5}(\\d{4})?|[A-Z]{1,2}\\d[A-Z0-9]?\\d[A-Z]{2}|[A-Z]\\d[A-Z]\\d[A-Z]\\d");
    }
}
