package io.tapedeck.privacy;

import io.tapedeck.audio.Entity;
import io.tapedeck.transcript.Transcript;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How much of what is personal is masked, and how much of what is masked is personal, by words. Under which label does not
 * matter for that; how often it is right is counted beside it.
 */
final class Score {
    private final Map<Entity, int[]> marked = counts();
    private final Map<Entity, int[]> masked = counts();
    private final List<String> missed = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private int labelled;

    /** Of something that finds words. */
    static Score of(List<Example> examples, Function<Transcript, Map<Example.Place, Entity>> finder) {
        var score = new Score();
        examples.forEach(example -> score.add(example, finder.apply(example.transcript())));
        return score;
    }

    /** Words masked of those that are personal. */
    double recall() {
        return ratio(marked.values());
    }

    /** The same of those of one kind. */
    double recall(Entity entity) {
        return ratio(List.of(marked.get(entity)));
    }

    /** Words that are personal of those masked. */
    double precision() {
        return ratio(masked.values());
    }

    /** The same of those masked under one label. */
    double precision(Entity entity) {
        return ratio(List.of(masked.get(entity)));
    }

    /** Words under the right label of those that are personal and masked. */
    double labels() {
        return (double) labelled
                / marked.values().stream().mapToInt(count -> count[0]).sum();
    }

    /** Words that are personal and of one kind. */
    int words(Entity entity) {
        return marked.get(entity)[1];
    }

    /** Examples and words that are personal and not masked. */
    List<String> missed() {
        return missed;
    }

    /** Examples and words that are masked and not personal. */
    List<String> wrong() {
        return wrong;
    }

    private void add(Example example, Map<Example.Place, Entity> found) {
        new TreeMap<>(example.marked()).forEach((place, entity) -> {
            marked.get(entity)[1]++;
            if (found.containsKey(place)) {
                marked.get(entity)[0]++;
                labelled += found.get(place) == entity ? 1 : 0;
            } else {
                missed.add(example.id() + ": " + example.text(place));
            }
        });
        found.forEach((place, entity) -> {
            masked.get(entity)[1]++;
            if (example.marked().containsKey(place)) {
                masked.get(entity)[0]++;
            } else {
                wrong.add(example.id() + ": " + example.text(place) + " (" + entity + ")");
            }
        });
    }

    private static double ratio(Iterable<int[]> counts) {
        var part = 0;
        var whole = 0;
        for (var count : counts) {
            part += count[0];
            whole += count[1];
        }
        return whole == 0 ? 1 : (double) part / whole;
    }

    private static Map<Entity, int[]> counts() {
        var counts = new EnumMap<Entity, int[]>(Entity.class);
        for (var entity : Entity.values()) {
            counts.put(entity, new int[2]);
        }
        return counts;
    }
}
