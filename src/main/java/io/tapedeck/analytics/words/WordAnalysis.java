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

/** Works out the figures of what is said. Its cost grows with the number of words and no faster. */
public final class WordAnalysis {
    private final Said said;
    private final List<Stretch> stretches;
    private final List<Sentence> sentences;
    private final Questions questions;
    private final boolean tellsQuestions;

    public WordAnalysis(Said said) {
        this.said = said;
        stretches = Stretch.of(said.words());
        var marked = Marks.areWritten(stretches);
        sentences = new Sentences(marked).of(stretches);
        questions = new Questions(marked);
        tellsQuestions = marked || said.english();
    }

    /** The sentences, in the order of their starts: what engines outside are asked about. */
    public List<Quote> sentences() {
        return sentences.stream().map(Sentence::quote).toList();
    }

    /**
     * All figures.
     *
     * @param categories that the call is to be sorted into
     * @param summary whether one is wanted
     * @param isBy whether a participant, by its place, is one whom a category names
     * @param outside what is taken instead of our own
     */
    public Wording wording(
            List<Analysis.Category> categories,
            boolean summary,
            BiPredicate<Integer, String> isBy,
            OutsideWording outside) {
        var moods = new Moods(said.duration());
        var scored = scored(outside.scores().flatMap(OutsideAnswer::given));
        var speakers = new SpeakerWords(said, moods, questionsBySpeaker());
        var scores = scored.stream().collect(groupingBy(each -> each.sentence().participant()));
        var digest = outside.digest().flatMap(OutsideAnswer::given);
        return new Wording(
                IntStream.range(0, said.words().size())
                        .mapToObj(i -> speakers.of(i, scores.getOrDefault(i, List.of())))
                        .toList(),
                moods.of(scored),
                Provenance.of(outside.scores(), MoodSource.AMAZON_COMPREHEND, MoodSource.LEXICON),
                inEnglish(() -> Keywords.of(sentences)),
                Categories.of(categories, stretches, isBy),
                summary
                        ? digest.map(Digest::summary).or(() -> inEnglish(() -> Summary.of(sentences)))
                        : Optional.empty(),
                digest.map(Digest::actionItems).or(() -> inEnglish(() -> Commitments.in(sentences, questions))),
                Provenance.of(outside.digest(), DigestSource.AMAZON_BEDROCK, DigestSource.EXTRACTIVE));
    }

    private List<Scored> scored(Optional<List<Double>> scores) {
        return scores.map(given -> IntStream.range(0, sentences.size())
                        .mapToObj(i -> new Scored(sentences.get(i), given.get(i)))
                        .toList())
                .orElseGet(() -> said.english()
                        ? sentences.stream().map(Scored::byLexicon).toList()
                        : List.of());
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
