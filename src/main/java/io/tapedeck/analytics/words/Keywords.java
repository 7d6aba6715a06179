package io.tapedeck.analytics.words;

import io.tapedeck.transcript.Placeholder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what a call is about, by RAKE (Rose et al. 2010): candidates are runs of up to three words without stop words, marks,
 * numbers, names and what was redacted between them; a word is worth the mean length of its candidates, and a candidate the sum of its words, times
 * ln(1 + count). Forms of one word are one. Candidates said once count only where fewer than five are said more often.
 */
final class Keywords {
    private static final int MOST = 15;
    private static final int LONGEST = 3;
    private static final int ENOUGH = 5;

    private final Set<String> names;
    private final Set<String> vocabulary = new HashSet<>();
    private final Map<String, String> lemmas = new HashMap<>();
    private final Map<List<String>, Candidate> candidates = new HashMap<>();
    private final Map<String, Worth> worths = new HashMap<>();

    private Keywords(List<Sentence> sentences) {
        names = Names.in(sentences);
        sentences.forEach(sentence -> sentence.tokens().forEach(token -> vocabulary.add(token.text())));
        sentences.forEach(this::addRuns);
    }

    /** Up to 15, the best first. */
    static List<Keyword> of(List<Sentence> sentences) {
        return new Keywords(sentences).best();
    }

    private void addRuns(Sentence sentence) {
        var run = new ArrayList<String>();
        for (var token : sentence.tokens()) {
            if (isContent(token.text())) {
                run.add(token.text());
            } else {
                add(run);
            }
            if (Marks.part(token.word())) {
                add(run);
            }
        }
        add(run);
    }

    /** Of a longer run each word is a candidate. */
    private void add(List<String> run) {
        if (run.size() > LONGEST) {
            run.forEach(word -> addCandidate(List.of(word)));
        } else if (!run.isEmpty()) {
            addCandidate(List.copyOf(run));
        }
        run.clear();
    }

    private void addCandidate(List<String> words) {
        var key = words.stream().map(this::lemma).toList();
        candidates.computeIfAbsent(key, Candidate::new).add(String.join(" ", words));
        key.forEach(lemma -> worths.computeIfAbsent(lemma, each -> new Worth()).add(words.size()));
    }

    private boolean isContent(String token) {
        return StopWords.isContent(token) && !names.contains(token) && !Placeholder.is(token);
    }

    /** The shortest word of the call that this one may be a form of. */
    private String lemma(String word) {
        return lemmas.computeIfAbsent(
                word,
                form -> Inflection.bases(form).stream()
                        .filter(base -> vocabulary.contains(base) && StopWords.isContent(base))
                        .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                        .orElse(form));
    }

    private List<Keyword> best() {
        var often = candidates.values().stream().filter(each -> each.count > 1).toList();
        Collection<Candidate> taken = often.size() >= ENOUGH ? often : candidates.values();
        var best = taken.stream()
                .sorted(Comparator.comparingDouble(this::score)
                        .reversed()
                        .thenComparing(candidate -> String.join(" ", candidate.lemmas)))
                .limit(MOST)
                .toList();
        return best.stream()
                .map(each -> new Keyword(each.term(), each.count, score(each) / score(best.getFirst())))
                .toList();
    }

    private double score(Candidate candidate) {
        var worth = candidate.lemmas.stream()
                .mapToDouble(lemma -> worths.get(lemma).mean())
                .sum();
        return worth * Math.log1p(candidate.count);
    }

    /** In how many candidates a word is, and how long these are together. */
    private static final class Worth {
        private int frequency;
        private int degree;

        void add(int length) {
            frequency++;
            degree += length;
        }

        double mean() {
            return (double) degree / frequency;
        }
    }

    /** A run of words, with the forms in which it is said. */
    private static final class Candidate {
        private final List<String> lemmas;
        private final Map<String, Integer> forms = new HashMap<>();
        private int count;

        Candidate(List<String> lemmas) {
            this.lemmas = lemmas;
        }

        void add(String form) {
            forms.merge(form, 1, Integer::sum);
            count++;
        }

        String term() {
            return forms.entrySet().stream()
                    .min(Map.Entry.<String, Integer>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .orElseThrow()
                    .getKey();
        }
    }
}
