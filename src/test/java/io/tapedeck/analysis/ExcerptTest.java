package io.tapedeck.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.analytics.Participant;
import io.tapedeck.analytics.words.Quote;
import io.tapedeck.transcript.Voice;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExcerptTest {
    private static final List<Participant> TWO = List.of(
            new Participant(new Voice(Optional.of("Erika Mustermann"), OptionalInt.of(0)), Optional.of("agent")),
            new Participant(new Voice(Optional.of("spk_1"), OptionalInt.of(1)), Optional.empty()));

    @Test
    void whoSpeaksIsANumberAndARoleAndNeverALabel() {
        var excerpt = Excerpt.of(List.of(new Quote(0, 0, 1, "Hello."), new Quote(1, 1, 2, "Hi.")), TWO);

        assertThat(excerpt.segments())
                .containsExactly(
                        new CallSegment(1, "speaker 1, agent", new Quote(0, 0, 1, "Hello.")),
                        new CallSegment(2, "speaker 2", new Quote(1, 1, 2, "Hi.")));
    }

    @Test
    void ofALongCallTheMiddleIsLeftOutAndTheNumbersStay() {
        assertThat(Excerpt.of(said(200), TWO).segments()).hasSize(200);

        var excerpt = Excerpt.of(said(1000), TWO);
        assertThat(excerpt.segments())
                .extracting(CallSegment::number)
                .containsExactlyElementsOf(
                        IntStream.concat(IntStream.rangeClosed(1, 100), IntStream.rangeClosed(901, 1000))
                                .boxed()
                                .toList());
    }

    @Test
    void segmentsAreLeftOutAsAWhole() {
        var long1 = new Quote(0, 0, 1, "a".repeat(99_999));
        var long2 = new Quote(0, 1, 2, "b".repeat(99_999));
        var excerpt = Excerpt.of(List.of(long1, new Quote(0, 1, 1, "xx"), new Quote(0, 1, 1, "yy"), long2), TWO);

        assertThat(excerpt.segments()).extracting(CallSegment::quote).containsExactly(long1, long2);
    }

    /** A thousand characters each. */
    private static List<Quote> said(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Quote(i % 2, i, i + 1, "a".repeat(1000)))
                .toList();
    }
}
