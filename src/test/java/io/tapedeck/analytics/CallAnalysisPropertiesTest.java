package io.tapedeck.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.analytics.words.CategoryResult;
import io.tapedeck.analytics.words.OutsideWording;
import io.tapedeck.analytics.words.Quote;
import io.tapedeck.analytics.words.SpokenWords;
import io.tapedeck.audio.Analysis;
import io.tapedeck.audio.measure.ChannelLayout;
import io.tapedeck.transcript.Spoken;
import io.tapedeck.transcript.SpokenWord;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.Turns;
import io.tapedeck.transcript.Voice;
import io.tapedeck.transcript.Word;
import io.tapedeck.transcript.WordTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** What holds of whatever is said. */
class CallAnalysisPropertiesTest {
    private static final String[] TEXTS = {
        "refund", "refunds", "I'll", "send", "good", "bad.", "you?", "um", "the", "parcel", "do", "Susan", "never",
        "order,"
    };
    private static final Analysis REQUEST = new Analysis(
            List.of(new Analysis.Category("x", List.of("refund", "send the parcel"), Optional.empty(), false)),
            3,
            true);

    /** A word: which, whose, and after what gap in hundredths of a second. */
    record Said(int text, int speaker, int gap) {}

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void movingAllTimesMovesNothingButTimes(@ForAll("said") List<Said> said, @ForAll @IntRange(max = 100_000) int by) {
        var before = CallAnalysis.of(call(said, 0), REQUEST)
                .analytics(OutsideWording.NONE)
                .wording()
                .orElseThrow();
        var after = CallAnalysis.of(call(said, by), REQUEST)
                .analytics(OutsideWording.NONE)
                .wording()
                .orElseThrow();
        assertThat(after.keywords()).isEqualTo(before.keywords());
        assertThat(after.sentiment().map(mood -> mood.overall()))
                .isEqualTo(before.sentiment().map(mood -> mood.overall()));
        assertThat(texts(after.summary())).isEqualTo(texts(before.summary()));
        assertThat(texts(after.actionItems())).isEqualTo(texts(before.actionItems()));
        assertThat(after.categories())
                .extracting(CategoryResult::count)
                .isEqualTo(
                        before.categories().stream().map(CategoryResult::count).toList());
        IntStream.range(0, before.speakers().size())
                .forEach(i ->
                        assertSame(after.speakers().get(i), before.speakers().get(i)));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void everythingThatIsQuotedWasSaidThen(@ForAll("said") List<Said> said) {
        var call = call(said, 0);
        var wording = CallAnalysis.of(call, REQUEST)
                .analytics(OutsideWording.NONE)
                .wording()
                .orElseThrow();
        var words = call.transcript().orElseThrow().segments().stream()
                .flatMap(segment -> segment.words().stream())
                .toList();
        var quotes = new ArrayList<>(wording.summary().orElseThrow());
        quotes.addAll(wording.actionItems().orElseThrow());
        wording.categories().getFirst().matches().forEach(match -> quotes.add(match.quote()));
        assertThat(quotes).allSatisfy(quote -> {
            assertThat(words)
                    .anyMatch(word ->
                            word.start() == quote.start() && quote.text().startsWith(word.text()));
            assertThat(words).anyMatch(word -> word.end() == quote.end());
        });
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void eachWordCountsOnce(@ForAll("said") List<Said> said) {
        var wording = CallAnalysis.of(call(said, 0), REQUEST)
                .analytics(OutsideWording.NONE)
                .wording()
                .orElseThrow();
        assertThat(wording.speakers().stream().mapToInt(SpokenWords::words).sum())
                .isEqualTo(said.size());
    }

    @Provide
    Arbitrary<List<Said>> said() {
        var gaps = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.integers().between(0, 20)),
                Tuple.of(1, Arbitraries.of(30, 31, 60, 150, 151, 500)));
        return Combinators.combine(
                        Arbitraries.integers().between(0, TEXTS.length - 1),
                        Arbitraries.integers().between(0, 1),
                        gaps)
                .as(Said::new)
                .list()
                .ofMaxSize(80);
    }

    /** Each word takes 0.4 s. */
    private static Call call(List<Said> said, int by) {
        var words = new ArrayList<SpokenWord>();
        var time = 10L * by;
        for (var each : said) {
            time += 10L * each.gap();
            var word = new Word(TEXTS[each.text()], time / 1000.0, (time + 400) / 1000.0, OptionalDouble.empty());
            words.add(new SpokenWord(Voice.ofChannel(each.speaker()), word));
            time += 400;
        }
        var transcript =
                new Transcript(Spoken.ORIGIN, time / 1000.0, false, WordTimes.HEARD, List.of(), Turns.of(words));
        return Calls.told(ChannelLayout.DUAL, transcript);
    }

    private static List<String> texts(Optional<List<Quote>> quotes) {
        return quotes.orElseThrow().stream().map(Quote::text).toList();
    }

    /** In all but its sentiment, which is by quarters of the call. */
    private static void assertSame(SpokenWords after, SpokenWords before) {
        assertThat(after).usingRecursiveComparison().ignoringFields("sentiment").isEqualTo(before);
    }
}
