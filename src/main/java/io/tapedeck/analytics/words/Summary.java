package io.tapedeck.analytics.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes the sentences out of a call that say most of it, by SumBasic (Nenkova and Vanderwende 2005): a word is worth its share of
 * all words, a sentence the mean of its words; once one is taken, the worth of its words is squared, so that the next says
 * something else. Only words that say something count, and only sentences of 5 to 40 words with three of them.
 */
final class Summary {
    private static final int MOST = 5;
    private static final int SHORTEST = 5;
    private static final int LONGEST = 40;
    private static final int LEAST_CONTENT = 3;

    private final Map<String, Double> worths = new HashMap<>();
    private final List<Rated> rated;

    private record Rated(Sentence sentence, List<String> content, Set<String> distinct) {}

    private Summary(List<Sentence> sentences) {
        var all = sentences.stream().map(Summary::rated).toList();
        var count = all.stream().mapToInt(each -> each.content().size()).sum();
        all.forEach(each -> each.content().forEach(word -> worths.merge(word, 1.0 / count, Double::sum)));
        rated = all.stream().filter(Summary::isFit).collect(Collectors.toCollection(ArrayList::new));
    }

    /** Up to five, in the order of their times. */
    static List<Quote> of(List<Sentence> sentences) {
        return new Summary(sentences)
                .taken().stream()
                        .map(Sentence::quote)
                        .sorted(Comparator.comparingDouble(Quote::start))
                        .toList();
    }

    private List<Sentence> taken() {
        var taken = new ArrayList<Sentence>();
        while (taken.size() < MOST && !rated.isEmpty()) {
            var best =
                    rated.stream().max(Comparator.comparingDouble(this::worth)).orElseThrow();
            taken.add(best.sentence());
            best.distinct().forEach(word -> worths.computeIfPresent(word, (_, worth) -> worth * worth));
            rated.removeIf(each -> each.distinct().equals(best.distinct()));
        }
        return taken;
    }

    private double worth(Rated each) {
        return each.content().stream().mapToDouble(worths::get).sum()
                / each.content().size();
    }

    private static boolean isFit(Rated each) {
        var words = each.sentence().words().size();
        return words >= SHORTEST && words <= LONGEST && each.content().size() >= LEAST_CONTENT;
    }

    private static Rated rated(Sentence sentence) {
        var content = sentence.tokens().stream()
                .map(Token::text)
                .filter(StopWords::isContent)
                .toList();
        return new Rated(sentence, content, Set.copyOf(content));
    }
}
