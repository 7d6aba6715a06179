package io.tapedeck.privacy.number;

import io.tapedeck.audio.Entity;
import io.tapedeck.privacy.cue.Cue;
import io.tapedeck.privacy.cue.CueWords;

/** A PIN, or a code that is good once. */
final class Pin implements NumberShape {
    @Override
    public Entity entity() {
        return Entity.PIN;
    }

    @Override
    public void addTo(CueWords words) {
        words.strong(
                        entity(),
                        "pin|pin number|pin code|p i n|security pin|passcode|pass code|verification code|authentication code|one time code"
                                + "|one-time code|one time passcode|one-time passcode|one time password|one-time password|access code|otp"
                                + "|six digit code|four digit code|six-digit code|four-digit code|code we sent|code we just sent|code i sent|code they sent"
                                + "|code we texted|code i got|code you got|login code|texted code")
                .weak(entity(), "code");
    }

    @Override
    public boolean accepts(Candidate number, Cue cue) {
        return number.run().isDigits() && !number.isYear() && number.length() >= 4 && number.length() <= 8;
    }
}
