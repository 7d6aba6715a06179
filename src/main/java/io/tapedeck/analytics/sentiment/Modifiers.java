package io.tapedeck.analytics.sentiment;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** VADER's words that say nothing by themselves, but change what follows. */
final class Modifiers {
    /** What an intensifier adds to a good word. */
    static final double STEP = 0.293;

    private static final Set<String> NEGATIONS = words("""
            aint arent cannot cant couldnt darent didnt doesnt dont hadnt hasnt havent isnt mightnt mustnt neither neednt never none
            nope nor not nothing nowhere oughtnt shant shouldnt uhuh wasnt werent uh-uh without wont wouldnt rarely seldom despite""");
    private static final Set<String> INTENSIFIERS = words("""
            absolutely amazingly awfully completely considerably decidedly deeply effing enormously entirely especially exceptionally
            extremely fabulously flipping flippin fricking frickin frigging friggin fully fucking greatly hella highly hugely
            incredibly intensely majorly more most particularly purely quite really remarkably so substantially thoroughly totally
            tremendously uber unbelievably unusually utterly very""");
    private static final Set<String> DAMPENERS = words("""
            almost barely hardly kinda kindof kind-of less little marginally occasionally partly scarcely slightly somewhat sorta
            sortof sort-of""");
    private static final Set<String> DAMPENING_PAIRS = Set.of("just enough", "kind of", "sort of");
    private static final Map<String, Double> STEPS = steps();

    private Modifiers() {}

    static boolean isNegation(String word) {
        return NEGATIONS.contains(word) || word.contains("n't");
    }

    static boolean isDegree(String word) {
        return STEPS.containsKey(word);
    }

    /** What a word of degree adds to a good word; 0 of any other word. */
    static double step(String word) {
        return STEPS.getOrDefault(word, 0.0);
    }

    static boolean isDampeningPair(String first, String second) {
        return DAMPENING_PAIRS.contains(first + " " + second);
    }

    private static Map<String, Double> steps() {
        var steps = INTENSIFIERS.stream().collect(Collectors.toMap(Function.identity(), word -> STEP));
        DAMPENERS.forEach(word -> steps.put(word, -STEP));
        return Map.copyOf(steps);
    }

    private static Set<String> words(String text) {
        return Set.of(text.split("\\s+"));
    }
}
