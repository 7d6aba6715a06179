package io.tapedeck.transcript.caption;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.transcript.Segment;
import io.tapedeck.transcript.Spoken;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaptionsTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void captionsAreReadable(long seed) {
        var captions = captions(Conversations.of(2000, seed));
        assertThat(captions).allSatisfy(caption -> {
            assertThat(caption.end() - caption.start()).isBetween(1000L, 7000L);
            assertThat(caption.lines()).hasSizeBetween(1, 2);
            assertThat(caption.lines())
                    .allSatisfy(line -> assertThat(line.length()).isBetween(1, 42));
            assertThat(caption.speaker().orElseThrow() + ": " + caption.lines().getFirst())
                    .hasSizeLessThanOrEqualTo(42);
        });
        assertThat(captions).extracting(Caption::start).isSorted();
    }

    @Test
    void everyWordIsShownOnceWhileItIsSaid() {
        var transcript = Conversations.of(2000, 7);
        var captions = captions(transcript);
        assertThat(captions.stream().mapToInt(caption -> words(caption).length).sum())
                .isEqualTo(2000);
        for (var voice : List.of("Agent", "Customer")) {
            var shown = captions.stream()
                    .filter(caption -> caption.speaker().orElseThrow().equals(voice))
                    .flatMap(caption -> List.of(words(caption)).stream())
                    .toList();
            var said = transcript.segments().stream()
                    .filter(segment -> segment.voice().channel().orElseThrow() == (voice.equals("Agent") ? 0 : 1))
                    .flatMap(segment -> segment.words().stream())
                    .map(Word::text)
                    .toList();
            assertThat(shown).isEqualTo(said);
        }
    }

    @Test
    void captionsOfASpeakerDoNotOverlap() {
        captions(Conversations.of(2000, 9)).stream()
                .collect(Collectors.groupingBy(caption -> caption.speaker().orElseThrow()))
                .values()
                .forEach(captions -> {
                    for (int i = 1; i < captions.size(); i++) {
                        assertThat(captions.get(i).start())
                                .isGreaterThanOrEqualTo(captions.get(i - 1).end());
                    }
                });
    }

    @Test
    void captionsEndWhereSentencesDo() {
        var captions = captions(Conversations.saying(
                "Thank you for calling Harbour Energy, my name is Susan. How can I help you today with your account?",
                0.3));
        assertThat(captions.getFirst().lines())
                .containsExactly("Thank you for calling Harbour", "Energy, my name is Susan.");
        assertThat(captions.get(1).lines()).containsExactly("How can I help you today", "with your account?");
    }

    @Test
    void linesEndWherePhrasesDo() {
        var captions =
                captions(Conversations.saying("I will send you the letter, and then you can call us back.", 0.3));
        assertThat(captions.getFirst().lines())
                .containsExactly("I will send you the letter,", "and then you can call us back.");
    }

    @Test
    void aWordIsShownForASecond() {
        var captions = captions(Conversations.saying("Hello.", 0.2));
        assertThat(captions)
                .extracting(caption -> caption.end() - caption.start())
                .containsExactly(1000L, 1000L);
    }

    @Test
    void atTheEndAWordIsShownEarlier() {
        var captions = captions(Spoken.transcript(3, Spoken.turn(Spoken.AGENT, "Bye. 2.7-2.9")));
        assertThat(captions.getFirst().start()).isEqualTo(2000);
        assertThat(captions.getFirst().end()).isEqualTo(3000);
    }

    @Test
    void inAShorterRecordingACaptionLastsAsLongAsThat() {
        var captions = captions(Spoken.transcript(0.6, Spoken.turn(Spoken.AGENT, "Bye. 0.2-0.5")));
        assertThat(captions.getFirst().start()).isZero();
        assertThat(captions.getFirst().end()).isEqualTo(600);
    }

    @Test
    void aWordThatIsDrawnOutIsShownForSevenSeconds() {
        var captions = captions(Conversations.saying("Well", 20));
        assertThat(captions.getFirst().end() - captions.getFirst().start()).isEqualTo(7000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"👩‍👩‍👧‍👦", "🇩🇪", "e\u0301", "नि", "😀", "漢"})
    void whatIsSeenAsOneCharacterIsNeverParted(String character) {
        var text = character.repeat(400 / character.length());
        var lines = captions(Conversations.saying(text, 10)).stream()
                .filter(caption -> caption.speaker().equals(Optional.of("Agent")))
                .flatMap(caption -> caption.lines().stream())
                .toList();
        assertThat(String.join("", lines)).isEqualTo(text);
        assertThat(lines)
                .allSatisfy(line -> assertThat(line.replace(character, "")).isEmpty());
        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(42));
    }

    @Test
    void scriptsWithoutSpacesAreBrokenBetweenCharacters() {
        var words = "今日は電話ありがとうございます。"
                .repeat(8)
                .codePoints()
                .mapToObj(Character::toString)
                .collect(Collectors.joining(" "));
        var lines = captions(Conversations.saying(words, 0.15)).stream()
                .filter(caption -> caption.speaker().equals(Optional.of("Agent")))
                .flatMap(caption -> caption.lines().stream())
                .toList();
        assertThat(String.join("", lines)).isEqualTo(words.replace(" ", ""));
        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(42));
    }

    @Test
    void wordsThatTakeNoTimeAreShownAllTheSame() {
        var words = new ArrayList<Word>();
        for (int i = 0; i < 100; i++) {
            words.add(new Word("word", 5, 5, OptionalDouble.empty()));
        }
        var captions = captions(Spoken.transcript(60, new Segment(Spoken.AGENT, words)));
        assertThat(captions)
                .allSatisfy(
                        caption -> assertThat(caption.end() - caption.start()).isBetween(1000L, 7000L));
    }

    @Test
    void whereNothingIsSaidNothingIsShown() {
        assertThat(captions(Spoken.transcript(60))).isEmpty();
    }

    private static List<Caption> captions(Transcript transcript) {
        return new Captions(transcript).all();
    }

    private static String[] words(Caption caption) {
        return String.join(" ", caption.lines()).split(" ");
    }
}
