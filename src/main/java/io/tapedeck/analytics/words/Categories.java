package io.tapedeck.analytics.words;

import io.tapedeck.analytics.words.CategoryResult.Match;
import io.tapedeck.analytics.words.PhraseTree.Place;
import io.tapedeck.audio.Analysis;
import io.tapedeck.transcript.Spacing;
import io.tapedeck.transcript.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/**
 * Sorts a call into categories: a phrase is said where its words follow each other in what one participant says, across pauses in
 * which nobody else speaks, too. Where phrases of a category overlap, they count once: as the longest, or the first asked for.
 */
final class Categories {
    private static final int MOST_MATCHES = 1000;

    private final List<Analysis.Category> categories;
    private final List<List<Match>> matches;
    private final int[] counts;
    private final PhraseTree<Sought> tree = new PhraseTree<>();

    /** What is said of each category and may still be part of something longer; null where nothing is. */
    private final Candidate[] candidates;

    /** @param order among the phrases of its category */
    private record Sought(int category, int order, String phrase) {}

    private record Candidate(Sought sought, Place place) {
        boolean overlaps(Candidate later) {
            return place.overlaps(later.place);
        }

        boolean isWorseThan(Candidate other) {
            return other.place.length() > place.length()
                    || other.place.first() == place.first()
                            && other.place.length() == place.length()
                            && other.sought.order < sought.order;
        }
    }

    private Categories(List<Analysis.Category> categories) {
        this.categories = categories;
        matches = categories.stream()
                .map(_ -> (List<Match>) new ArrayList<Match>())
                .toList();
        counts = new int[categories.size()];
        candidates = new Candidate[categories.size()];
        IntStream.range(0, counts.length).forEach(this::seek);
    }

    private void seek(int category) {
        var phrases = categories.get(category).phrases().stream().distinct().toList();
        for (int i = 0; i < phrases.size(); i++) {
            tree.add(phrases.get(i), new Sought(category, i, phrases.get(i)));
        }
    }

    /**
     * In the order of the categories.
     *
     * @param isBy whether a participant is one whom a category names
     */
    static List<CategoryResult> of(
            List<Analysis.Category> categories, List<Stretch> stretches, BiPredicate<Integer, String> isBy) {
        var search = new Categories(categories);
        for (var stretch : Stretch.unbroken(stretches)) {
            search.find(stretch, isBy);
        }
        return IntStream.range(0, categories.size()).mapToObj(search::result).toList();
    }

    private void find(Stretch stretch, BiPredicate<Integer, String> isBy) {
        var participant = stretch.participant();
        var isSought = new boolean[candidates.length];
        for (int i = 0; i < isSought.length; i++) {
            isSought[i] = categories
                    .get(i)
                    .speaker()
                    .filter(name -> !isBy.test(participant, name))
                    .isEmpty();
        }
        tree.find(stretch, (sought, place) -> {
            if (isSought[sought.category()]) {
                consider(new Candidate(sought, place), participant);
            }
        });
        IntStream.range(0, candidates.length).forEach(i -> settle(i, participant));
    }

    private void consider(Candidate found, int participant) {
        var category = found.sought().category();
        var candidate = candidates[category];
        if (candidate == null || !candidate.overlaps(found)) {
            settle(category, participant);
            candidates[category] = found;
        } else if (candidate.isWorseThan(found)) {
            candidates[category] = found;
        }
    }

    private void settle(int category, int participant) {
        var candidate = candidates[category];
        if (candidate != null && counts[category]++ < MOST_MATCHES) {
            var words = candidate.place().words();
            var end = words.stream().mapToDouble(Word::end).max().orElseThrow();
            var quote = new Quote(participant, words.getFirst().start(), end, Spacing.join(words));
            matches.get(category).add(new Match(candidate.sought().phrase(), quote));
        }
        candidates[category] = null;
    }

    private CategoryResult result(int index) {
        var category = categories.get(index);
        var isSaid = counts[index] > 0;
        return new CategoryResult(
                category.name(), category.absent() != isSaid, counts[index], ordered(matches.get(index)));
    }

    private static List<Match> ordered(List<Match> matches) {
        return matches.stream()
                .sorted(Comparator.comparingDouble(match -> match.quote().start()))
                .toList();
    }
}
