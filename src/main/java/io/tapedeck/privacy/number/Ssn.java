package io.tapedeck.privacy.number;

import io.tapedeck.audio.Entity;
import io.tapedeck.privacy.cue.Cue;
import io.tapedeck.privacy.cue.CueWords;
import io.tapedeck.privacy.cue.Find;
import java.util.OptionalDouble;

/** A social security number, or its end. */
final class Ssn implements NumberShape {
    @Override
    public Entity entity() {
        return Entity.SSN;
    }

    @Override
    public void addTo(CueWords words) {
        words.strong(
                entity(),
                "social|social security|social security number|ssn|s s n|social insurance number|soc|tax id|taxpayer id|itin");
    }

    @Override
    public boolean accepts(Candidate number, Cue cue) {
        return number.run().isDigits()
                && !number.isYear()
                && !number.run().isWrittenDate()
                && number.length() >= 3
                && number.length() <= 9;
    }

    @Override
    public OptionalDouble bare(Candidate number) {
        var isWritten =
                number.run().tokens().size() == 1 && number.run().first().text().matches("\\d{3}-\\d{2}-\\d{4}");
        return isWritten ? OptionalDouble.of(Find.REPEATED) : OptionalDouble.empty();
    }
}
