package io.tapedeck.transcript;

import static io.tapedeck.transcript.Spoken.AGENT;
import static io.tapedeck.transcript.Spoken.CALLER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class HeardWordsTest {
    private final HeardWords words = new HeardWords(10);

    @Test
    void whatEndsHalfASecondTooLateEndsWithTheRecording() {
        add(AGENT, "bye", 9.8, 10.5);
        assertThat(words.words().getFirst().word().end()).isEqualTo(10);
        add(AGENT, "bye", 10.2, 10.4);
        assertThat(words.words().getLast().word().start()).isEqualTo(10);
    }

    @Test
    void whatEndsLaterCannotHaveBeenSaidThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> add(AGENT, "bye", 9.8, 10.501))
                .withMessage("must not end at 10.501 s, since the recording lasts 10.0 s");
    }

    @Test
    void sixtyFourSpeakAtMost() {
        for (int i = 0; i < 64; i++) {
            add(Voice.labelled("speaker " + i), "hello", 1, 2);
        }
        add(Voice.labelled("speaker 0"), "again", 3, 4);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> add(Voice.labelled("speaker 64"), "hello", 1, 2))
                .withMessage("is of one speaker too many: a transcript has 64 speakers at most");
    }

    @Test
    void wordsOfAVoiceComeInOrder() {
        add(AGENT, "two", 2, 3);
        add(CALLER, "one", 1, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> add(AGENT, "one", 1.9, 3))
                .withMessage("must not start at 1.9 s, before the word ahead of it at 2.0 s");
    }

    @Test
    void segmentsMayOverlapButComeInOrder() {
        add(AGENT, "one", 1, 2);
        add(AGENT, "two", 3, 4);
        words.beginSegment();
        add(AGENT, "three", 1.5, 2);
        words.beginSegment();
        assertThatIllegalArgumentException().isThrownBy(() -> add(AGENT, "four", 1.4, 2));
    }

    @Test
    void aMillionWordsAreEnough() {
        for (int i = 0; i < HeardWords.MOST; i++) {
            add(AGENT, "so", 1, 1);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> add(AGENT, "so", 1, 1))
                .withMessage("is one too many: a transcript has 1000000 words at most");
    }

    private void add(Voice voice, String text, double start, double end) {
        words.add(voice, text, start, end, OptionalDouble.empty());
    }
}
