package io.tapedeck.privacy.number;

import io.tapedeck.audio.Entity;
import io.tapedeck.privacy.cue.Cue;
import io.tapedeck.privacy.cue.CueWords;

/** The number of a driving licence, or of a card that a state gives in its place. */
final class DriverId implements NumberShape {
    @Override
    public Entity entity() {
        return Entity.DRIVER_ID;
    }

    @Override
    public void addTo(CueWords words) {
        words.strong(
                        entity(),
                        "drivers license|drivers license number|driver license|driver license number|drivers licence|drivers licence number"
                                + "|driving licence|driving licence number|driving license|license number|licence number|dl number|d l number"
                                + "|state id|state i d|license no")
                .weak(entity(), "license|licence");
    }

    @Override
    public boolean accepts(Candidate number, Cue cue) {
        return number.length() >= 5 && number.length() <= 20 && number.run().digitCount() >= 3 && !number.isYear();
    }
}
