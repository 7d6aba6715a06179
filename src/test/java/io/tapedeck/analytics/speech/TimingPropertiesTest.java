package io.tapedeck.analytics.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds of every call. */
class TimingPropertiesTest {
    private static final int DURATION = 60_000;
    private static final double ROUNDING = 1e-9;

    @Property
    void sharesOfSpeechSumToOne(@ForAll("calls") List<Speech> call) {
        var shares = timing(call).speakers().stream()
                .flatMapToDouble(speaker -> speaker.shareOfSpeech().stream())
                .toArray();
        if (Speech.anyOf(call).total() > 0) {
            assertThat(Arrays.stream(shares).sum()).isCloseTo(1, within(ROUNDING));
        } else {
            assertThat(shares).isEmpty();
        }
    }

    @Property
    void noUnionIsLongerThanTheCallOrThanItsParts(@ForAll("calls") List<Speech> call) {
        var anybody = Speech.anyOf(call).total();
        assertThat(anybody).isBetween(0L, (long) DURATION);
        assertThat(anybody)
                .isLessThanOrEqualTo(call.stream().mapToLong(Speech::total).sum());
        assertThat(timing(call).speakers())
                .allSatisfy(speaker -> assertThat(speaker.shareOfCall()).isBetween(0.0, 1.0));
    }

    @Property
    void speechAndSilenceAndHoldAreTheCall(@ForAll("calls") List<Speech> call, @ForAll("speech") Speech hold) {
        var speech = call.stream().map(each -> each.without(hold)).toList();
        var silence = Timing.of(speech, hold, DURATION, 3000).silence();
        assertThat(silence.total() * 1000 + Speech.anyOf(speech).total() + hold.total())
                .isCloseTo(DURATION, within(1e-6));
    }

    @Property
    void overlapIsSymmetric(@ForAll("calls") List<Speech> call) {
        assertThat(timing(call.reversed()).overlap()).isEqualTo(timing(call).overlap());
    }

    @Property
    void overlapIsWhatCountingTenthByTenthGives(@ForAll("calls") List<Speech> call) {
        var expected = LongStream.range(0, DURATION / 100)
                .filter(tenth -> call.stream()
                                .filter(speech -> speech.spans().stream()
                                        .anyMatch(span -> span.start() <= tenth * 100 && span.end() > tenth * 100))
                                .count()
                        > 1)
                .count();
        assertThat(timing(call).overlap().total()).isCloseTo(expected / 10.0, within(ROUNDING));
    }

    @Property
    void movingAllTimesMovesNothingButTimes(
            @ForAll("calls") List<Speech> call, @ForAll @IntRange(max = 100_000) int by) {
        var before = timing(call);
        var after =
                Timing.of(call.stream().map(speech -> moved(speech, by)).toList(), Speech.NONE, DURATION + by, 3000);
        assertThat(after.overlap().total()).isEqualTo(before.overlap().total());
        assertThat(after.overlap().count()).isEqualTo(before.overlap().count());
        assertThat(after.switches().count()).isEqualTo(before.switches().count());
        assertThat(after.firstResponse()).isEqualTo(before.firstResponse());
        assertThat(after.speakers())
                .usingElementComparator((one, other) -> isSame(one, other, by) ? 0 : 1)
                .containsExactlyElementsOf(before.speakers());
        assertThat(after.interruptions())
                .containsExactlyElementsOf(before.interruptions().stream()
                        .map(each -> new Interruption(
                                each.by(),
                                each.of(),
                                (Math.round(each.at() * 1000) + by) / 1000.0,
                                each.duration(),
                                each.successful()))
                        .toList());
    }

    @Property
    void countsOfOneAreThoseOfAll(@ForAll("calls") List<Speech> call) {
        var timing = timing(call);
        assertThat(timing.speakers().stream()
                        .mapToInt(SpeakerTiming::interruptions)
                        .sum())
                .isEqualTo(timing.interruptions().size());
        assertThat(timing.switches().count())
                .isLessThan(Math.max(
                        1,
                        timing.speakers().stream()
                                .mapToInt(SpeakerTiming::turns)
                                .sum()));
        assertThat(timing.speakers()).allSatisfy(speaker -> {
            assertThat(speaker.successfulInterruptions()).isLessThanOrEqualTo(speaker.interruptions());
            assertThat(speaker.longestMonologue().isPresent()).isEqualTo(speaker.turns() > 0);
        });
    }

    @Provide
    Arbitrary<List<Speech>> calls() {
        return speech().list().ofMinSize(1).ofMaxSize(4);
    }

    /** Edges are at tenths of a second, so that they meet. */
    @Provide
    Arbitrary<Speech> speech() {
        return Arbitraries.integers()
                .between(0, DURATION / 100)
                .list()
                .ofMaxSize(24)
                .map(tenths -> Speech.of(IntStream.range(0, tenths.size() / 2)
                        .mapToObj(i -> span(tenths.get(2 * i), tenths.get(2 * i + 1)))
                        .toList()));
    }

    private static Span span(int one, int other) {
        return new Span(100L * Math.min(one, other), 100L * Math.max(one, other));
    }

    private static Timing timing(List<Speech> call) {
        return Timing.of(call, Speech.NONE, DURATION, 3000);
    }

    private static Speech moved(Speech speech, long by) {
        return Speech.of(speech.spans().stream()
                .map(span -> new Span(span.start() + by, span.end() + by))
                .toList());
    }

    private static boolean isSame(SpeakerTiming after, SpeakerTiming before, int by) {
        return after.speakingTime() == before.speakingTime()
                && after.shareOfSpeech().equals(before.shareOfSpeech())
                && after.turns() == before.turns()
                && after.backChannels() == before.backChannels()
                && after.responseTime().equals(before.responseTime())
                && after.longestMonologue()
                        .map(Span::of)
                        .equals(before.longestMonologue()
                                .map(Span::of)
                                .map(span -> new Span(span.start() + by, span.end() + by)));
    }
}
