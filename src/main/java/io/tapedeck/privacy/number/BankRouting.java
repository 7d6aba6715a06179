package io.tapedeck.privacy.number;

import io.tapedeck.audio.Entity;
import io.tapedeck.privacy.cue.Cue;
import io.tapedeck.privacy.cue.CueWords;

/** What a bank is known by: an ABA routing number or a British sort code. */
final class BankRouting implements NumberShape {
    @Override
    public Entity entity() {
        return Entity.BANK_ROUTING;
    }

    @Override
    public void addTo(CueWords words) {
        words.strong(
                entity(),
                "routing|routing number|routing transit number|transit number|aba|aba number|aba routing number|a b a|sort code"
                        + "|bank code|bsb");
    }

    @Override
    public boolean accepts(Candidate number, Cue cue) {
        return number.run().isDigits() && number.length() >= 5 && number.length() <= 10;
    }
}
