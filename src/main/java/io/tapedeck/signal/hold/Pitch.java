package io.tapedeck.signal.hold;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** Finds the one pitch of which partials are the harmonics, as all of a voice are; those of a chord have none. */
final class Pitch {
    private static final double LOWEST = 80;
    private static final double HIGHEST = 340;
    /** Share of a frequency by which it may be off: the thirds of a piano are by twice as much. */
    private static final double TOLERANCE = 0.004;
    /** Hz by which it may be off at least. */
    private static final double LEAST_TOLERANCE = 1.5;
    /** Share of the power that the harmonics have at least. */
    private static final double LEAST = 0.9;
    /** Share of the power from which one counts as a harmonic that is there. */
    private static final double AUDIBLE = 0.02;

    private static final int FEWEST = 3;

    private Pitch() {}

    /** Hz; absent if there is none that a voice has. */
    static OptionalDouble of(List<Partial> partials) {
        if (partials.size() < FEWEST) {
            return OptionalDouble.empty();
        }
        var strongest = partials.getFirst();
        for (var partial : partials) {
            strongest = partial.power() > strongest.power() ? partial : strongest;
        }
        for (int harmonic = 1; strongest.hertz() / harmonic >= LOWEST; harmonic++) {
            var hertz = strongest.hertz() / harmonic;
            if (hertz <= HIGHEST && explains(hertz, partials)) {
                return OptionalDouble.of(hertz);
            }
        }
        return OptionalDouble.empty();
    }

    /** Whether they are the harmonics of mains. */
    static boolean isHum(List<Partial> partials) {
        return partials.size() >= FEWEST && (explains(50, partials) || explains(60, partials));
    }

    private static boolean explains(double pitch, List<Partial> partials) {
        var all = partials.stream().mapToDouble(Partial::power).sum();
        var explained = 0.0;
        Set<Long> harmonics = new HashSet<>();
        for (var partial : partials) {
            var harmonic = Math.round(partial.hertz() / pitch);
            var tolerance = Math.max(LEAST_TOLERANCE, TOLERANCE * partial.hertz());
            if (Math.abs(partial.hertz() - harmonic * pitch) <= tolerance) {
                explained += partial.power();
                if (partial.power() >= AUDIBLE * all) {
                    harmonics.add(harmonic);
                }
            }
        }
        return explained >= LEAST * all && harmonics.stream().anyMatch(harmonic -> harmonics.contains(harmonic + 1));
    }
}
