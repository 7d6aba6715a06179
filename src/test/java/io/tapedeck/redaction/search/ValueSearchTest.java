package io.tapedeck.redaction.search;

import static io.tapedeck.redaction.Calls.SEARCH;
import static io.tapedeck.redaction.Calls.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tapedeck.audio.Entity;
import io.tapedeck.privacy.Example;
import io.tapedeck.privacy.Span;
import io.tapedeck.transcript.Segment;
import io.tapedeck.transcript.Spoken;
import io.tapedeck.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueSearchTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    CREDIT_CARD | 4111 1111 1111 1111                     | four one one one um one one one one, eleven eleven double one double one
                    CREDIT_CARD | forty-one eleven, one one one one, okay 11 11 1111 | 4111-1111-1111-1111
                    CREDIT_CARD | 4111111111111111                        | card:4111111111111111;
                    CREDIT_CARD | 4111 1111 1111 1111 09 28 123           | 4111 1111 1111 1111
                    PHONE       | +1 (415) 555-0132                       | four one five triple five oh one three two
                    PHONE       | 415 555 0132                            | 14155550132
                    PHONE       | four one five five five five zero one thirty-two | (415) 555-0132.
                    PIN         | 4471                                    | forty-four seventy-one
                    PIN         | four four seven one                     | 4471,
                    CARD_CVV    | 123                                     | one two three
                    NAME        | John Okonkwo                            | JOHN OKONKWO'S
                    NAME        | John Okonkwo                            | Okonkwo,
                    NAME        | Okonkwo                                 | O-K-O-N-K-W-O
                    NAME        | Grace Hill                              | grace hill
                    EMAIL       | john dot okonkwo at example dot com     | John.Okonkwo@example.com
                    EMAIL       | j.doe@example.com                       | J dot D-O-E at example dot com
                    PASSPORT    | X as in x-ray 123 456                   | X123456
                    DATE_OF_BIRTH | March 14th, 1982                      | march fourteenth nineteen eighty-two
                    ADDRESS     | 42 Elm Street                           | forty-two elm street
                    NAME        | Zebulon Okonkwo                         | the Okonkwo's
                    NAME        | Zebulon Okonkwo                         | Okonkwo’s
                    NAME        | Zebulon Okonkwo                         | Okonkwo´s,
                    NAME        | Zebulon Okonkwo                         | the Okonkwos
                    NAME        | Zebulon Okonkwo                         | the Okonkwos'
                    NAME        | Zebulon Gretsch                         | the Gretsches
                    NAME        | Okonkwo's                               | Okonkwo
                    NAME        | Grace Hill                              | Grace Hill's
                    NAME        | Len                                     | Len's
                    NAME        | Zoë Müller                  | Müller
                    NAME        | Zoë Müller                    | Müller's
                    CREDIT_CARD | 4111 1111 1111 1111                     | ４１１１１１１１１１１１１１１１
                    PHONE       | 415 555 0132                            | 415​555​0132
                    PHONE       | ٤١٥ ٥٥٥ ٠١٣٢                            | four one five 5550132
                    PIN         | 4471                                    | 4️⃣4️⃣7️⃣1️⃣
                    PHONE       | 415 555 0132                            | 415 <unk> 555 (background noise) 0132
                    PHONE       | 415 <unk> 555 0132                      | 415 5550132
                    PHONE       | 415 555 0132                            | phone=415_555_0132;
                    CREDIT_CARD | 4111 1111 1111 1111                     | 4111x1111x1111x1111
                    CREDIT_CARD | 4111 1111 1111 1111                     | 4,111,111,111,111,111
                    ADDRESS     | Elm Street Springfield 62704            | six two seven oh four
                    """)
    void whatIsSaidAgainIsFoundInAnySpelling(Entity entity, String value, String again) {
        var call = call("A: it is " + value + " thanks", "B: so " + again + " then");
        var missed = missed(call, entity, value);
        assertThat(missed).isNotEmpty();
        assertThat(missed).extracting(Span::segment).containsOnly(1);
        assertThat(missed).extracting(Span::strength).containsOnly(0.6);
        assertThat(missed).extracting(Span::entity).containsOnly(entity);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    CARD_CVV    | 123                       | 41234
                    CARD_CVV    | 123                       | one two three four
                    CARD_CVV    | 123                       | $123
                    CARD_CVV    | 123                       | 1:23
                    CARD_CVV    | 123                       | AB123
                    PIN         | 1230                      | 12:30
                    PIN         | 1230                      | $12.30
                    PIN         | 4471                      | 44719823
                    CREDIT_CARD | 4111 1111 1111 1111       | 4111
                    CREDIT_CARD | 4111 1111 1111 1111       | 41.11
                    PHONE       | 415 555 0132              | 415 555 0133
                    NAME        | Ann                       | anniversary
                    NAME        | Will                      | will
                    NAME        | Len                       | lens
                    NAME        | Ann                       | Annex
                    NAME        | Sam                       | Ann's am
                    NAME        | Will Okonkwo              | will
                    ADDRESS     | Texas                     | texas
                    ADDRESS     | 42 Elm Street             | 42
                    """)
    void whatMeansSomethingElseIsLeftAlone(Entity entity, String value, String other) {
        var call = call("A: it is " + value + " thanks", "B: so " + other + " then");
        assertThat(missed(call, entity, value)).isEmpty();
    }

    @Test
    void aNumberThatGoesOnOverFillersIsFoundAsAWhole() {
        var call = call("A: it is 4111 um 1111 okay 1111 right 1111 thanks", "B: so 4111111111111111 yes");
        var parts = List.of(
                span(call, Entity.CREDIT_CARD, 0, 2, 3),
                span(call, Entity.CREDIT_CARD, 0, 4, 5),
                span(call, Entity.CREDIT_CARD, 0, 6, 7),
                span(call, Entity.CREDIT_CARD, 0, 8, 9));
        assertThat(SEARCH.complete(call, parts))
                .hasSize(5)
                .last()
                .extracting(Span::segment, Span::from, Span::to)
                .isEqualTo(List.of(1, 1, 2));
    }

    @Test
    void aNumberThatGoesOnInTheNextTurnOfTheSameVoiceIsFoundInBoth() {
        var call = call("A: pin 4471982 thanks", "B: four four seven one", "A: yes", "B: nine eight two");
        assertThat(missed(call, Entity.BANK_ACCOUNT, "4471982"))
                .extracting(Span::segment, Span::from, Span::to)
                .containsExactly(tuple(1, 0, 4), tuple(3, 0, 3));
    }

    @Test
    void fillersAreNoPartOfWhatIsFoundAgain() {
        var call = call("A: it is 4471982 thanks", "B: four four seven um one nine eight two");
        assertThat(missed(call, Entity.BANK_ACCOUNT, "4471982"))
                .extracting(Span::from, Span::to)
                .containsExactly(tuple(0, 3), tuple(4, 8));
    }

    @Test
    void whatWasTakenOutBeforePartsWhatStandsAroundIt() {
        var call = Spoken.transcript(
                20,
                new Segment(Spoken.AGENT, Spoken.evenly("it is 4471982 thanks", 1, 0.3)),
                new Segment(Spoken.CALLER, Spoken.evenly("4471 [redacted] 982", 5, 0.3)));
        assertThat(missed(call, Entity.BANK_ACCOUNT, "4471982")).isEmpty();
    }

    @Test
    void spansComeInTheOrderOfTheWordsAndAreApart() {
        var call = call("A: 4471982 4471982", "B: is it 4471982 then 4471982");
        var spans = SEARCH.complete(call, List.of(span(call, Entity.BANK_ACCOUNT, 1, 4, 5)));
        assertThat(spans)
                .extracting(Span::segment, Span::from, Span::to)
                .containsExactly(tuple(0, 0, 2), tuple(1, 2, 3), tuple(1, 4, 5));
    }

    @Test
    @Timeout(30)
    void thousandsOfValuesAreLookedForAtOnce() {
        var turns = new ArrayList<String>();
        for (int i = 0; i < 5_000; i++) {
            turns.add("A: it is %d thanks".formatted(4_000_000_000L + i * 7919L));
            turns.add("B: so %d yes".formatted(4_000_000_000L + i * 7919L));
        }
        var call = call(turns.toArray(String[]::new));
        var spans = new ArrayList<Span>();
        for (int i = 0; i < 5_000; i++) {
            spans.add(span(call, Entity.PHONE, 2 * i, 2, 3));
        }
        assertThat(SEARCH.complete(call, spans)).hasSize(10_000);
    }

    @Test
    void nothingTellsWhatIsLookedFor() {
        assertThat(new Value(Entity.PIN, "4471", Value.Form.SHORT_NUMBER).toString())
                .doesNotContain("4471");
    }

    private static List<Span> missed(Transcript call, Entity entity, String value) {
        var from = call.segments().getFirst().text().startsWith("pin") ? 1 : 2;
        var known = span(call, entity, 0, from, from + value.split(" ").length);
        var spans = new ArrayList<>(SEARCH.complete(call, List.of(known)));
        spans.remove(known);
        return spans;
    }

    private static Transcript call(String... turns) {
        return Example.of("call", List.of(turns)).transcript();
    }
}
