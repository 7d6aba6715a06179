package io.tapedeck.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.audio.Entity;
import io.tapedeck.transcript.Segment;
import io.tapedeck.transcript.Spoken;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.Voice;
import io.tapedeck.transcript.Word;
import io.tapedeck.transcript.WordTimes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PersonalDataTest {
    private static final Set<Entity> ALL = EnumSet.allOf(Entity.class);
    private static final PersonalData DATA = new PersonalData("US");

    @Test
    void theKnownPartOfTheCorpusIsMaskedAndLittleElse() {
        var score = Score.of(Corpus.known(), transcript -> Example.words(DATA.find(transcript, ALL)));
        assertThat(score.recall()).as("missed: %s", score.missed()).isGreaterThanOrEqualTo(0.99);
        assertThat(score.precision()).as("wrong: %s", score.wrong()).isGreaterThanOrEqualTo(0.99);
        assertThat(score.labels()).isGreaterThanOrEqualTo(0.97);
        assertThat(Entity.values())
                .allSatisfy(entity ->
                        assertThat(score.recall(entity)).as(entity.toString()).isGreaterThanOrEqualTo(0.85));
    }

    @Test
    void theCorpusHasEveryKindInEightWordingsAndEnoughThatStays() {
        var examples = new ArrayList<>(Corpus.known());
        examples.addAll(Corpus.aside());
        assertThat(Entity.values())
                .allSatisfy(entity -> assertThat(examples)
                        .filteredOn(example -> example.marked().containsValue(entity))
                        .as(entity.toString())
                        .hasSizeGreaterThanOrEqualTo(8));
        assertThat(examples).hasSizeGreaterThanOrEqualTo(300);
        assertThat(examples).filteredOn(example -> example.marked().isEmpty()).hasSizeGreaterThanOrEqualTo(120);
        assertThat(examples).extracting(example -> example.transcript().text()).doesNotHaveDuplicates();
    }

    @Test
    void aSpanTellsWhereAndNeverWhat() {
        var spans = find(ALL, "A: your pin please", "B: it is four four one two thanks");
        assertThat(spans).singleElement().satisfies(span -> {
            assertThat(span.entity()).isEqualTo(Entity.PIN);
            assertThat(span.strength()).isEqualTo(0.9);
            assertThat(span.segment()).isEqualTo(1);
            assertThat(span.from()).isEqualTo(2);
            assertThat(span.to()).isEqualTo(6);
            assertThat(span.start()).isEqualTo(3.1, within(0.001));
            assertThat(span.end()).isEqualTo(4.3, within(0.001));
            assertThat(span.voice()).isEqualTo(Voice.ofChannel(1));
        });
        assertThat(spans.toString()).doesNotContain("four", "4412");
    }

    @Test
    void fillersAreNoPartOfASpan() {
        assertThat(find(ALL, "B: my pin is four four um one two"))
                .extracting(Span::from, Span::to)
                .containsExactly(tuple(3, 5), tuple(6, 8));
    }

    @Test
    void onlyTheKindsAskedForAreFound() {
        assertThat(find(Set.of(Entity.PIN), "B: my name is tom reed and my pin is four four one two"))
                .extracting(Span::entity)
                .containsExactly(Entity.PIN);
        assertThat(find(Set.of(), "B: my pin is four four one two")).isEmpty();
    }

    @Test
    void aWordBelongsToOneSpan() {
        for (var example : Corpus.known()) {
            var spans = DATA.find(example.transcript(), ALL);
            assertThat(Example.words(spans))
                    .hasSize(spans.stream()
                            .mapToInt(span -> span.to() - span.from())
                            .sum());
        }
    }

    @Test
    void whatIsFoundDoesNotDependOnWhoSpeaks() {
        var mono = new Transcript(
                Spoken.ORIGIN,
                60,
                false,
                WordTimes.HEARD,
                List.of(),
                List.of(
                        new Segment(Voice.UNKNOWN, Spoken.evenly("what is your date of birth", 1, 0.3)),
                        new Segment(Voice.UNKNOWN, Spoken.evenly("march third nineteen eighty two", 4, 0.3))));
        assertThat(DATA.find(mono, ALL)).extracting(Span::entity).containsExactly(Entity.DATE_OF_BIRTH);
    }

    @Test
    void wordsWithoutTimesAreFoundInTheirOrder() {
        var words = "my pin is four four one two".split(" ");
        var segment = new Segment(
                Voice.UNKNOWN,
                Arrays.stream(words)
                        .map(word -> new Word(word, 0, 0, OptionalDouble.empty()))
                        .toList());
        var transcript = new Transcript(Spoken.ORIGIN, 60, false, WordTimes.HEARD, List.of(), List.of(segment));
        assertThat(DATA.find(transcript, ALL)).extracting(Span::from, Span::to).hasSize(1);
    }

    @Test
    @Timeout(120)
    void noWordsMakeItHang() {
        for (var word : List.of(
                "name",
                "four",
                "at",
                "dot",
                "password",
                "my",
                "a",
                "oh",
                "one thousand",
                "one hundred and",
                "march the",
                "box",
                "account",
                "street",
                "::".repeat(240),
                "a.".repeat(240),
                "a-".repeat(240),
                "@".repeat(480),
                "1.".repeat(240))) {
            assertThat(DATA.find(said(word), ALL)).isNotNull();
        }
    }

    private static Transcript said(String word) {
        var words = Spoken.evenly((word + " ").repeat(5_000).strip(), 0, 0.01);
        return new Transcript(
                Spoken.ORIGIN, 1000, false, WordTimes.HEARD, List.of(), List.of(new Segment(Voice.UNKNOWN, words)));
    }

    private static List<Span> find(Set<Entity> entities, String... turns) {
        return DATA.find(Example.of("turns", List.of(turns)).transcript(), entities);
    }
}
