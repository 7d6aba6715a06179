package io.tapedeck.privacy.number;

import io.tapedeck.audio.Entity;
import io.tapedeck.privacy.cue.Cue;
import io.tapedeck.privacy.cue.CueWords;

/** The month and year in which a card expires, in digits. */
final class CardExpiry implements NumberShape {
    @Override
    public Entity entity() {
        return Entity.CARD_EXPIRY;
    }

    @Override
    public void addTo(CueWords words) {
        words.strong(
                        entity(),
                        "expiration|expiration date|expiry|expiry date|exp|exp date|valid through|valid thru|valid until|good through|good thru"
                                + "|good until")
                .weak(entity(), "expires|expire|expiring|expired");
    }

    @Override
    public boolean accepts(Candidate number, Cue cue) {
        return number.run().isDigits() && number.characters().matches("(0?[1-9]|1[0-2])(20)?[2-4]\\d");
    }
}
