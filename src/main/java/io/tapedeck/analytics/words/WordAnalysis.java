package io.tapedeck.analytics.words;

import static java.util.stream.Collectors.groupingBy;

import io.tapedeck.analytics.words.Moods.Scored;
import io.tapedeck.audio.Analysis;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Works out the figures that need words. Its cost grows with the number of words and no faster. */
public final class WordAnalysis {
    private final Said said;
    private final List<Stretch> stretches;
    private final List<Sentence> sentences;
    private final Questions questions;
    private final boolean tellsQuestions;

    private WordAnalysis(Said said) {
        this.said = said;
        stretches = Stretch.of(said.words());
        var marked = Marks.areWritten(stretches);
        sentences = new Sentences(marked).of(stretches);
        questions = new Questions(marked);
        tellsQuestions = marked || said.english();
    }

    /**
     * Of what is said.
     *
     * @param categories that the call is to be sorted into
     * @param summary whether one is wanted
     * @param isBy whether a participant, by its place, is one whom a category names
     */
    public static Wording of(
            Said said, List<Analysis.Category> categories, boolean summary, BiPredicate<Integer, String> isBy) {
        var analysis = new WordAnalysis(said);
        return analysis.wording(Categories.of(categories, analysis.stretches, isBy), summary);
    }

    private Wording wording(List<CategoryResult> categories, boolean summary) {
        var moods = new Moods(said.duration());
        var scored = said.english() ? sentences.stream().map(Scored::of).toList() : List.<Scored>of();
        var speakers = new SpeakerWords(said, moods, questionsBySpeaker());
        var scores = scored.stream().collect(groupingBy(each -> each.sentence().participant()));
        return new Wording(
                IntStream.range(0, said.words().size())
                        .mapToObj(i -> speakers.of(i, scores.getOrDefault(i, List.of())))
                        .toList(),
                moods.of(scored),
                inEnglish(() -> Keywords.of(sentences)),
                categories,
                summary ? inEnglish(() -> Summary.of(sentences)) : Optional.empty(),
                inEnglish(() -> Commitments.in(sentences, questions)));
    }

    private Optional<Map<Integer, List<Sentence>>> questionsBySpeaker() {
        return tellsQuestions
                ? Optional.of(
                        sentences.stream().filter(questions::isQuestion).collect(groupingBy(Sentence::participant)))
                : Optional.empty();
    }

    private <T> Optional<T> inEnglish(Supplier<T> figure) {
        return said.english() ? Optional.of(figure.get()) : Optional.empty();
    }
}
