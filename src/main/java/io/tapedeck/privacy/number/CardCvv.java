package io.tapedeck.privacy.number;

import io.tapedeck.audio.Entity;
import io.tapedeck.privacy.cue.Cue;
import io.tapedeck.privacy.cue.CueWords;

/** The three or four digits by which a card is verified. */
final class CardCvv implements NumberShape {
    @Override
    public Entity entity() {
        return Entity.CARD_CVV;
    }

    @Override
    public void addTo(CueWords words) {
        words.strong(
                entity(),
                "cvv|cvc|cvv2|cvc2|c v v|c v c|cid|c i d|security code|card security code|card verification|verification value|card code"
                        + "|code on the back|code on the front|number on the back|numbers on the back|digits on the back"
                        + "|three digits|three digit number|three digit code|signature strip|signature panel");
    }

    @Override
    public boolean accepts(Candidate number, Cue cue) {
        return number.run().isDigits() && !number.isYear() && (number.length() == 3 || number.length() == 4);
    }
}
