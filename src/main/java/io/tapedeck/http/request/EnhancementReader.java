package io.tapedeck.http.request;

import io.tapedeck.audio.Enhancement;
import io.tapedeck.audio.Enhancement.Normalization;
import io.tapedeck.audio.Enhancement.SilenceRemoval;
import io.tapedeck.audio.Enhancement.Strength;
import io.tapedeck.http.Fields;
import java.util.List;
import java.util.Optional;

/** Reads how audio is to be made better. */
final class EnhancementReader {
    private static final List<String> TREATMENTS = List.of("noiseReduction", "volumeNormalization", "silenceRemoval");
    private static final List<Object> STRENGTHS =
            List.of(true, false, Strength.LIGHT, Strength.MEDIUM, Strength.STRONG);
    private static final Enhancement USUAL =
            new Enhancement(Optional.of(Strength.MEDIUM), Optional.of(Normalization.USUAL), Optional.empty());

    private EnhancementReader() {}

    static Enhancement read(Fields fields) {
        var given = TREATMENTS.stream().filter(fields::has).toList();
        if (given.isEmpty()) {
            return USUAL;
        } else if (given.stream().allMatch(name -> fields.says(name, false))) {
            fields.wrong(given.getFirst(), "must not be false unless another treatment is asked for");
        }
        return new Enhancement(
                fields.choice("noiseReduction", STRENGTHS).flatMap(EnhancementReader::strength),
                fields.objectOrFlag("volumeNormalization").map(EnhancementReader::normalization),
                fields.objectOrFlag("silenceRemoval").map(EnhancementReader::silenceRemoval));
    }

    private static Optional<Strength> strength(Object chosen) {
        return chosen instanceof Strength strength
                ? Optional.of(strength)
                : USUAL.noiseReduction().filter(_ -> chosen.equals(true));
    }

    private static Normalization normalization(Fields fields) {
        var usual = Normalization.USUAL;
        var normalization = new Normalization(
                fields.number("loudness", -40, -8).orElse(usual.loudness()),
                fields.number("truePeak", -9, 0).orElse(usual.truePeak()),
                fields.flag("perChannel").orElse(usual.perChannel()));
        fields.done();
        return normalization;
    }

    private static SilenceRemoval silenceRemoval(Fields fields) {
        var usual = SilenceRemoval.USUAL;
        var threshold = fields.number("threshold", -90, -20).orElse(usual.threshold());
        var minimum = fields.number("minimum", 0.2, 60).orElse(usual.minimum());
        var keep = fields.number("keep", 0, 5);
        fields.done();
        if (keep.filter(seconds -> seconds > minimum).isPresent()) {
            fields.wrong("keep", "must not be greater than minimum, which is " + minimum);
        }
        return new SilenceRemoval(threshold, minimum, keep.orElse(Math.min(usual.keep(), minimum)));
    }
}
