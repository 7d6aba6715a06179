package io.tapedeck.analytics.words;

import io.tapedeck.analytics.words.CategoryResult.Match;
import io.tapedeck.audio.Analysis;
import io.tapedeck.transcript.Spacing;
import io.tapedeck.transcript.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/** Sorts a call into categories: a phrase is said where its words follow each other in what one participant says. */
final class Categories {
    private static final int MOST_MATCHES = 1000;

    private final List<Analysis.Category> categories;
    private final List<List<Match>> matches;
    private final int[] counts;
    private final PhraseTree<Sought> tree = new PhraseTree<>();

    private record Sought(int category, String phrase) {}

    private Categories(List<Analysis.Category> categories) {
        this.categories = categories;
        matches = categories.stream()
                .map(_ -> (List<Match>) new ArrayList<Match>())
                .toList();
        counts = new int[categories.size()];
        IntStream.range(0, counts.length)
                .forEach(i -> categories.get(i).phrases().stream()
                        .distinct()
                        .forEach(phrase -> tree.add(phrase, new Sought(i, phrase))));
    }

    /**
     * In the order of the categories.
     *
     * @param isBy whether a participant is one whom a category names
     */
    static List<CategoryResult> of(
            List<Analysis.Category> categories, List<Stretch> stretches, BiPredicate<Integer, String> isBy) {
        var search = new Categories(categories);
        for (var stretch : stretches) {
            search.tree.find(stretch, (sought, words) -> search.add(sought, stretch.participant(), words, isBy));
        }
        return IntStream.range(0, categories.size()).mapToObj(search::result).toList();
    }

    private void add(Sought sought, int participant, List<Word> words, BiPredicate<Integer, String> isBy) {
        var speaker = categories.get(sought.category()).speaker();
        if (speaker.isPresent() && !isBy.test(participant, speaker.get())) {
            return;
        }
        if (counts[sought.category()]++ < MOST_MATCHES) {
            var end = words.stream().mapToDouble(Word::end).max().orElseThrow();
            var quote = new Quote(participant, words.getFirst().start(), end, Spacing.join(words));
            matches.get(sought.category()).add(new Match(sought.phrase(), quote));
        }
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
