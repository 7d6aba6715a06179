package io.tapedeck.redaction;

import static io.tapedeck.redaction.Calls.SILENCE;
import static io.tapedeck.redaction.Calls.SPEAKER;
import static io.tapedeck.redaction.Calls.STEREO;
import static io.tapedeck.redaction.Calls.span;
import static io.tapedeck.transcript.Spoken.AGENT;
import static io.tapedeck.transcript.Spoken.CALLER;
import static io.tapedeck.transcript.Spoken.turn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tapedeck.audio.Entity;
import io.tapedeck.audio.Masking;
import io.tapedeck.audio.Masking.Mask;
import io.tapedeck.audio.Range;
import io.tapedeck.audio.Redacted;
import io.tapedeck.audio.Redaction;
import io.tapedeck.privacy.Span;
import io.tapedeck.transcript.Segment;
import io.tapedeck.transcript.Spoken;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.Voice;
import io.tapedeck.transcript.WordTimes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RedactionPlanTest {
    private static final Cutting BARE = new Cutting(Masking.Style.SILENCE, 0, Redaction.Channels.ALL);

    private final Transcript call = Spoken.transcript(
            100,
            turn(AGENT, "card 1.0-1.5", "please 1.5-2.0"),
            turn(CALLER, "four 3.0-3.4", "one 3.4-3.7", "thanks 3.8-4.2", "seven 4.25-4.6"),
            turn(AGENT, "four 5.0-5.4", "one 5.4-5.8"));
    private final Span said = span(call, Entity.CREDIT_CARD, 1, 0, 2);
    private final Span readBack = span(call, Entity.CREDIT_CARD, 2, 0, 2);

    @Test
    void wholeWordsAreMaskedWithPaddingOnBothSidesAndOnAllChannels() {
        assertThat(masks(SILENCE, said)).containsExactly(new Mask(new Range(2.8, 3.9), Set.of()));
    }

    @Test
    void whatIsFoundIsToldWithoutPadding() {
        assertThat(plan(SILENCE, said).findings())
                .containsExactly(new Redacted(
                        "credit-card", new Range(3, 3.7), Optional.of(1), Optional.of(1), Optional.of(0.9)));
    }

    @Test
    void theOtherSideIsLeftInPeaceWhereOnlyTheSpeakersChannelIsCut() {
        assertThat(masks(SPEAKER, said, readBack))
                .containsExactly(new Mask(new Range(2.8, 3.9), Set.of(1)), new Mask(new Range(4.8, 6), Set.of(0)));
    }

    @Test
    void onOneChannelThereIsNoOtherSide() {
        var plan = RedactionPlan.of(new Sound(100, 1), SPEAKER, call, List.of(said), List.of(), List.of());
        assertThat(plan.masking().masks()).extracting(Mask::channels).containsExactly(Set.of());
    }

    @Test
    void whoeverHasNoChannelIsCutOnAll() {
        var mixed = Spoken.transcript(100, turn(Voice.ofSpeaker(1), "four 3.0-3.4", "one 3.4-3.7"));
        var plan = RedactionPlan.of(
                STEREO, SPEAKER, mixed, List.of(span(mixed, Entity.PIN, 0, 0, 2)), List.of(), List.of());
        assertThat(plan.masking().masks()).containsExactly(new Mask(new Range(2.8, 3.9), Set.of()));
        assertThat(plan.findings()).extracting(Redacted::channel).containsExactly(Optional.empty());
    }

    @Test
    void timeIsCutAwayOnAllChannels() {
        assertThat(masks(Calls.DELETION, said, readBack))
                .extracting(Mask::channels)
                .containsOnly(Set.of());
        assertThat(plan(Calls.DELETION, said, readBack).kept())
                .containsExactly(new Range(0, 2.8), new Range(3.9, 4.8), new Range(6, 100));
        assertThat(plan(SILENCE, said).kept()).containsExactly(new Range(0, 100));
    }

    @Test
    void spansUnderFourTenthsOfASecondApartBecomeOne() {
        assertThat(asked(BARE, new Range(1, 2), new Range(2.399, 3))).containsExactly(new Range(1, 3));
        assertThat(asked(BARE, new Range(1, 2), new Range(2.4, 3))).containsExactly(new Range(1, 2), new Range(2.4, 3));
    }

    @Test
    void masksThatPaddingHasTouchBecomeOne() {
        assertThat(asked(SILENCE, new Range(1, 2), new Range(2.4, 3))).containsExactly(new Range(0.8, 3.2));
        assertThat(asked(SILENCE, new Range(1, 2), new Range(2.5, 3)))
                .containsExactly(new Range(0.8, 2.2), new Range(2.3, 3.2));
    }

    @Test
    void rangesComeInAnyOrderAndOverEachOther() {
        assertThat(asked(BARE, new Range(5, 6), new Range(1, 4), new Range(2, 3), new Range(3.9, 4.5)))
                .containsExactly(new Range(1, 4.5), new Range(5, 6));
    }

    @Test
    void paddingEndsWithTheAudio() {
        assertThat(asked(SILENCE, new Range(0.1, 1), new Range(99.9, 120)))
                .containsExactly(new Range(0, 1.2), new Range(99.7, 100));
    }

    @Test
    void whatIsAskedForAfterTheEndIsNothing() {
        assertThat(asked(BARE, new Range(100.5, 101))).isEmpty();
    }

    @Test
    void masksAreToTheMillisecondAndNeverShorterThanWhatIsSaid() {
        assertThat(asked(BARE, new Range(1.0004, 2.0004), new Range(1.1 * 3, 4.1)))
                .containsExactly(new Range(1, 2.001), new Range(3.3, 4.1));
    }

    @Test
    void keysAndWhatIsAskedForAreCutOnAllChannelsAndSoNothingIsCutTwice() {
        var plan = RedactionPlan.of(
                STEREO, SPEAKER, call, List.of(said), List.of(new Range(4, 4.5)), List.of(new Range(9, 10)));
        assertThat(plan.masking().masks())
                .containsExactly(
                        new Mask(new Range(2.8, 4.7), Set.of(1)),
                        new Mask(new Range(3.8, 4.7), Set.of(0)),
                        new Mask(new Range(8.8, 10.2), Set.of()));
        assertThat(plan.findings())
                .extracting(Redacted::reason, Redacted::range)
                .containsExactly(
                        tuple("credit-card", new Range(3, 3.7)),
                        tuple("keypad", new Range(4, 4.5)),
                        tuple("range", new Range(9, 10)));
    }

    @Test
    void aWordWithoutATimeHasItsWholeSegmentCut() {
        var untimed = Spoken.transcript(
                100, turn(CALLER, "my 3.0-3.4", "pin 3.4-3.7", "four 3.7-3.7", "one 3.7-5.0", "bye 5.0-7.0"));
        var plan = RedactionPlan.of(
                STEREO, SILENCE, untimed, List.of(span(untimed, Entity.PIN, 0, 2, 4)), List.of(), List.of());
        assertThat(plan.masking().masks()).containsExactly(new Mask(new Range(2.8, 7.2), Set.of()));
        assertThat(plan.findings()).extracting(Redacted::range).containsExactly(new Range(3, 7));
    }

    @Test
    void timesThatWereGuessedAreNone() {
        var guessed = new Transcript(Spoken.ORIGIN, 100, false, WordTimes.ESTIMATED, List.of(), call.segments());
        var plan = RedactionPlan.of(STEREO, SILENCE, guessed, List.of(said), List.of(), List.of());
        assertThat(plan.masking().masks()).containsExactly(new Mask(new Range(2.8, 4.8), Set.of()));
    }

    @Test
    void aSegmentWithoutATimeIsCutFromWhatIsSaidBeforeToWhatIsSaidAfter() {
        var untimed = Spoken.transcript(
                100,
                turn(CALLER, "hello 1.0-2.0"),
                turn(AGENT, "yes 6.0-7.0"),
                turn(CALLER, "four 8.0-8.0", "one 8.0-8.0"),
                turn(CALLER, "bye 12.0-13.0"));
        var plan = RedactionPlan.of(
                STEREO, SILENCE, untimed, List.of(span(untimed, Entity.PIN, 2, 0, 2)), List.of(), List.of());
        assertThat(plan.masking().masks()).containsExactly(new Mask(new Range(1.8, 12.2), Set.of()));
    }

    @Test
    void whereNothingHasATimeEverythingIsCut() {
        var untimed = Spoken.transcript(100, turn(CALLER, "pin 0.0-0.0", "four 0.0-0.0", "one 0.0-0.0"));
        var plan = RedactionPlan.of(
                STEREO, SILENCE, untimed, List.of(span(untimed, Entity.PIN, 0, 1, 3)), List.of(), List.of());
        assertThat(plan.masking().masks()).containsExactly(new Mask(new Range(0, 100), Set.of()));
    }

    @Test
    void withoutATranscriptRangesAreCutAllTheSame() {
        var plan = RedactionPlan.of(new Sound(10, 1), SILENCE, List.of(new Range(4, 5)), List.of(new Range(1, 2)));
        assertThat(plan.masking().masks())
                .extracting(Mask::range)
                .containsExactly(new Range(0.8, 2.2), new Range(3.8, 5.2));
        assertThat(plan.findings()).extracting(Redacted::reason).containsExactly("range", "keypad");
    }

    @Test
    void onEachChannelEveryMomentIsMaskedOnceIfItIsFound() {
        var random = new Random(7);
        for (int round = 0; round < 200; round++) {
            var segments = new ArrayList<Segment>();
            for (int i = 0; i < 8; i++) {
                var start = random.nextInt(900) / 10.0;
                segments.add(new Segment(
                        Voice.ofChannel(random.nextInt(2)),
                        Spoken.evenly("four one", start, (1 + random.nextInt(9)) / 10.0)));
            }
            var random8 = Spoken.transcript(100, segments.toArray(Segment[]::new));
            var spans = new ArrayList<Span>();
            for (int i = 0; i < 8; i++) {
                spans.add(span(random8, Entity.PIN, i, random.nextInt(2), 2));
            }
            var plan = RedactionPlan.of(STEREO, SPEAKER, random8, spans, List.of(), List.of(new Range(50, 52)));
            for (int channel = 0; channel < 2; channel++) {
                var own = channel;
                var masks = plan.masking().masks().stream()
                        .filter(mask ->
                                mask.channels().isEmpty() || mask.channels().contains(own))
                        .map(Mask::range)
                        .toList();
                assertThat(masks).isSortedAccordingTo((a, b) -> Double.compare(a.start(), b.start()));
                for (int i = 1; i < masks.size(); i++) {
                    assertThat(masks.get(i).start())
                            .isGreaterThan(masks.get(i - 1).end());
                }
                assertThat(spans)
                        .filteredOn(span -> span.voice().channel().getAsInt() == own)
                        .allSatisfy(span -> assertThat(masks)
                                .anyMatch(mask -> mask.start() <= Math.max(0, span.start() - 0.199)
                                        && mask.end() >= span.end() + 0.199));
            }
        }
    }

    @Test
    @Timeout(10)
    void tenThousandRangesAreMasked() {
        var ranges = new ArrayList<Range>();
        for (int i = 0; i < 10_000; i++) {
            ranges.add(new Range(i, i + 0.3));
        }
        Collections.shuffle(ranges, new Random(1));
        var plan = RedactionPlan.of(new Sound(10_000, 2), SILENCE, List.of(), ranges);
        assertThat(plan.masking().masks()).hasSize(10_000);
        assertThat(plan.findings())
                .isSortedAccordingTo(
                        (a, b) -> Double.compare(a.range().start(), b.range().start()));
    }

    private List<Mask> masks(Cutting cutting, Span... spans) {
        return plan(cutting, spans).masking().masks();
    }

    private RedactionPlan plan(Cutting cutting, Span... spans) {
        return RedactionPlan.of(STEREO, cutting, call, List.of(spans), List.of(), List.of());
    }

    private static List<Range> asked(Cutting cutting, Range... ranges) {
        return RedactionPlan.of(STEREO, cutting, List.of(), List.of(ranges)).masking().masks().stream()
                .map(Mask::range)
                .toList();
    }
}
