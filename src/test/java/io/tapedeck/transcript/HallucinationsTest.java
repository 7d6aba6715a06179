package io.tapedeck.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.audio.Range;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HallucinationsTest {
    private static final VoiceRanges NOBODY = new VoiceRanges(List.of());
    private static final VoiceRanges SOMEBODY = new VoiceRanges(List.of(new Range(0, 1000)));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thank you.",
                "Thanks for watching!",
                "you",
                "Bye-bye.",
                "Subtitles by the Amara.org community",
                "Untertitel im Auftrag des ZDF für funk, 2017",
                "Продолжение следует...",
                "ご 視聴 ありがとうございました"
            })
    void phrasesThatAreHeardInSilenceGo(String phrase) {
        assertThat(left(phrase, NOBODY)).isEmpty();
        assertThat(left(phrase, SOMEBODY)).isEqualTo(phrase);
    }

    @Test
    void loopsGoWhereNobodySpeaks() {
        var loop = "I was going to say. ".repeat(5).strip();
        assertThat(left("so " + loop + " right", NOBODY)).isEqualTo("so right");
        assertThat(left("so " + loop + " right", SOMEBODY)).isEqualTo("so " + loop + " right");
    }

    @Test
    void whatIsSaidTwiceIsNoLoop() {
        assertThat(left("I said I said", NOBODY)).isEqualTo("I said I said");
    }

    @Test
    void ofALoopStaysWhatIsSpoken() {
        var speaksFirst = new VoiceRanges(List.of(new Range(0, 0.5)));
        assertThat(left("no no no no no no", speaksFirst)).isEqualTo("no");
    }

    @Test
    void thanksAtTheEndOfSpeechStay() {
        var words = Spoken.words("bye 1.0-1.4", "thank 1.5-1.7", "you 1.7-1.9", "thank 8.0-8.2", "you 8.2-8.4");
        assertThat(Hallucinations.without(words, new VoiceRanges(List.of(new Range(0.9, 2)))))
                .extracting(Word::start)
                .containsExactly(1.0, 1.5, 1.7);
    }

    @Test
    void otherWordsStayEvenWhereNobodyIsHeard() {
        assertThat(left("four one one one", NOBODY)).startsWith("four");
        assertThat(left("my name is Susan", NOBODY)).isEqualTo("my name is Susan");
    }

    private static String left(String text, VoiceRanges voice) {
        return Hallucinations.without(Spoken.evenly(text, 0, 0.5), voice).stream()
                .map(Word::text)
                .collect(Collectors.joining(" "));
    }
}
