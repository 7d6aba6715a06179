package io.tapedeck.analytics.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.analytics.speech.Span;
import io.tapedeck.analytics.speech.Speech;
import io.tapedeck.analytics.speech.Spread;
import io.tapedeck.analytics.words.Mood.Label;
import io.tapedeck.transcript.Spoken;
import io.tapedeck.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class WordAnalysisTest {
    private static final Quote SHORT = new Quote(0, 0, 1, "Alles gut.");

    /** 12 words in 3 s of one's own time, whatever the other says in the other 57 s. */
    @Test
    void wordsPerMinuteAreOfOnesOwnSpeakingTime() {
        var wording = wording(true, Talk.words("yes ".repeat(12), 0), Talk.words("no ".repeat(100), 5));
        assertThat(wording.speakers().getFirst().words()).isEqualTo(12);
        assertThat(wording.speakers().getFirst().wordsPerMinute()).hasValue(240);
        assertThat(wording.speakers().getFirst().pace()).isEmpty();
    }

    /** 30 s at four a second, 30 s at two, 15 s at one: 240, 120 and 60 a minute. */
    @Test
    void paceIsOfWindowsOfThirtySecondsOfOnesOwnTime() {
        var words = new ArrayList<Word>();
        words.addAll(Spoken.evenly("a ".repeat(120), 100, 0.25));
        words.addAll(Spoken.evenly("a ".repeat(60), 300, 0.5));
        words.addAll(Spoken.evenly("a ".repeat(15), 500, 1));
        var pace = wording(true, words).speakers().getFirst().pace().orElseThrow();
        assertThat(pace.p10()).isCloseTo(72, within(1e-9));
        assertThat(pace.p90()).isCloseTo(216, within(1e-9));
    }

    @Test
    void oneWhoSaysNothingHasNoRates() {
        var silent = wording(true, List.of(), Talk.words("hello", 0)).speakers().getFirst();
        assertThat(silent)
                .extracting(
                        SpokenWords::words,
                        SpokenWords::wordsPerMinute,
                        SpokenWords::questions,
                        SpokenWords::fillers,
                        SpokenWords::fillersPerMinute)
                .containsExactly(
                        0, OptionalDouble.empty(), OptionalInt.of(0), OptionalInt.of(0), OptionalDouble.empty());
        assertThat(silent.sentiment()).isEmpty();
    }

    /** The questions end at 0.75 s and at 10.5 s; somebody speaks again at 2.75 s and at 10.6 s. */
    @Test
    void patienceIsFromTheEndOfAQuestionUntilAnybodySpeaks() {
        var agent = Talk.words(List.of("How are you?", "Are you?"), 0, 10);
        var customer = Talk.words(List.of("Fine.", "Sorry."), 2.75, 10.6);
        var speaker = wording(true, agent, customer).speakers().getFirst();
        assertThat(speaker.questions()).hasValue(2);
        assertThat(speaker.patience().orElseThrow().median()).isCloseTo(1.05, within(1e-9));
        assertThat(speaker.patience().orElseThrow().p90()).isCloseTo(1.81, within(1e-9));
    }

    @Test
    void whoGoesOnAtOnceHasNoPatienceAndAfterTheLastWordNobodyWaits() {
        var wording = wording(true, Talk.words("Are you? I think so. Are you?", 0));
        assertThat(wording.speakers().getFirst().patience()).contains(new Spread(0, 0));
    }

    /** "The book was good." is 0.4404 with four words, "I see" 0 with two. */
    @Test
    void sentimentIsTheMeanOfSentencesByTheirWords() {
        var mood = wording(true, Talk.words(List.of("The book was good.", "I see."), 0, 50))
                .sentiment()
                .orElseThrow();
        assertThat(mood.overall()).isCloseTo(4 * 0.4404 / 6, within(1e-9));
        assertThat(mood.label()).isEqualTo(Label.POSITIVE);
        assertThat(mood.quarters())
                .containsExactly(
                        OptionalDouble.of(0.4404),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.of(0));
    }

    @Test
    void goodAndBadTogetherAreMixed() {
        assertThat(label("The book was good. The book was horrible.")).isEqualTo(Label.MIXED);
        assertThat(label("The book was horrible.")).isEqualTo(Label.NEGATIVE);
        assertThat(label("The book was there.")).isEqualTo(Label.NEUTRAL);
    }

    @Test
    void inOtherLanguagesNothingIsMadeUp() {
        var wording = wording(false, Talk.words("Ich werde das senden, ist das gut? Hand aufs Herz.", 0));
        assertThat(wording.sentiment()).isEmpty();
        assertThat(wording.keywords()).isEmpty();
        assertThat(wording.summary()).isEmpty();
        assertThat(wording.actionItems()).isEmpty();
        assertThat(wording.speakers().getFirst().fillers()).isEmpty();
        assertThat(wording.speakers().getFirst().questions()).hasValue(1);
    }

    @Test
    void inOtherLanguagesWithoutMarksNobodyKnowsWhatIsAQuestion() {
        var wording = wording(false, Talk.words("ist das gut", 0));
        assertThat(wording.speakers().getFirst().questions()).isEmpty();
        assertThat(wording.speakers().getFirst().patience()).isEmpty();
    }

    @Test
    void aSummaryIsOnlyThereWhereItIsWanted() {
        var said = said(true, Talk.words("The doctor examines swollen knees.", 0));
        assertThat(wording(said, false, OutsideWording.NONE).summary()).isEmpty();
        assertThat(wording(said, true, OutsideWording.NONE).summary().orElseThrow())
                .hasSize(1);
        assertThat(wording(said, false, digest()).summary()).isEmpty();
    }

    @Test
    void whatAnEngineOutsideSaysIsTakenInEveryLanguage() {
        var german = said(false, Talk.words(List.of("Das ist gut so.", "Nein."), 0, 50));
        var wording = wording(german, true, new OutsideWording(given(List.of(0.5, -0.5)), digest().digest()));

        assertThat(wording.sentiment().orElseThrow().overall()).isCloseTo((4 * 0.5 - 0.5) / 5, within(1e-9));
        assertThat(wording.speakers().getFirst().sentiment()).isPresent();
        assertThat(wording.speakers().getFirst().fillers()).isEmpty();
        assertThat(wording.sentimentFrom()).isEqualTo(new Provenance<>(MoodSource.AMAZON_COMPREHEND, Optional.empty()));
        assertThat(wording.summary()).contains(List.of(SHORT));
        assertThat(wording.actionItems()).contains(List.of());
        assertThat(wording.digestFrom()).isEqualTo(new Provenance<>(DigestSource.AMAZON_BEDROCK, Optional.empty()));
    }

    @Test
    void whereAnEngineOutsideFailsOursIsKeptAndTheResultSaysSo() {
        var said = said(true, Talk.words("The doctor examines swollen knees.", 0));
        var ours = wording(said, true, OutsideWording.NONE);
        var theirs = new OutsideWording(
                Optional.of(new OutsideAnswer.Missed<>(Miss.REFUSED)),
                Optional.of(new OutsideAnswer.Missed<>(Miss.NOT_GROUNDED)));
        var kept = wording(said, true, theirs);

        assertThat(kept.sentiment()).isEqualTo(ours.sentiment());
        assertThat(kept.summary()).isEqualTo(ours.summary());
        assertThat(kept.sentimentFrom()).isEqualTo(new Provenance<>(MoodSource.LEXICON, Optional.of(Miss.REFUSED)));
        assertThat(kept.digestFrom())
                .isEqualTo(new Provenance<>(DigestSource.EXTRACTIVE, Optional.of(Miss.NOT_GROUNDED)));
        assertThat(ours.digestFrom()).isEqualTo(new Provenance<>(DigestSource.EXTRACTIVE, Optional.empty()));
    }

    @Test
    void sourcesAndWhyTheyFailedAreWrittenAsAllConstantsAre() {
        assertThat(MoodSource.AMAZON_COMPREHEND).hasToString("amazon-comprehend");
        assertThat(DigestSource.AMAZON_BEDROCK).hasToString("amazon-bedrock");
        assertThat(Miss.NOT_UNDERSTOOD).hasToString("not-understood");
    }

    private static OutsideWording digest() {
        return new OutsideWording(Optional.empty(), given(new Digest(List.of(SHORT), List.of())));
    }

    private static <T> Optional<OutsideAnswer<T>> given(T answer) {
        return Optional.of(new OutsideAnswer.Given<>(answer));
    }

    private static Wording wording(Said said, boolean summary, OutsideWording outside) {
        return new WordAnalysis(said).wording(List.of(), summary, (_, _) -> true, outside);
    }

    private static Label label(String text) {
        return wording(true, Talk.words(text, 0)).sentiment().orElseThrow().label();
    }

    @SafeVarargs
    private static Wording wording(boolean english, List<Word>... participants) {
        return wording(said(english, participants), true, OutsideWording.NONE);
    }

    /** A minute. */
    @SafeVarargs
    private static Said said(boolean english, List<Word>... participants) {
        var speech = List.of(participants).stream()
                .map(words -> Speech.of(words.stream()
                        .map(word -> Span.ofSeconds(word.start(), word.end()))
                        .toList()))
                .toList();
        return new Said(List.of(participants), speech, Speech.NONE, 60, english);
    }
}
