package io.tapedeck.transcript.caption;

import io.tapedeck.transcript.Spoken;
import io.tapedeck.transcript.SpokenWord;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.Turns;
import io.tapedeck.transcript.Voice;
import io.tapedeck.transcript.Word;
import io.tapedeck.transcript.WordTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;

/** Made conversations. */
public final class Conversations {
    private static final String[] TEXT =
            ("thank you for calling Harbour Energy. my name is Susan, and how can I help you today? well, I would like to pay "
                            + "my bill, please, because the card that you have on file is no longer valid. of course; I can take "
                            + "that payment for you now. may I have the long number across the front of the card?")
                    .split(" ");

    private Conversations() {}

    /** Agent and customer in turn, with words of 80 to 600 ms. */
    public static Transcript of(int count, long seed) {
        var random = new Random(seed);
        var words = new ArrayList<SpokenWord>();
        var time = 0.0;
        for (int i = 0; i < count; i++) {
            var voice = Voice.ofChannel(i / 37 % 2);
            var length = 0.08 + 0.52 * random.nextDouble();
            words.add(new SpokenWord(
                    voice,
                    new Word(TEXT[i % TEXT.length], time, time + length, OptionalDouble.of(random.nextDouble()))));
            time += length + (random.nextInt(12) == 0 ? 1.2 * random.nextDouble() : 0.02);
        }
        return roles(new Transcript(Spoken.ORIGIN, time + 2, false, WordTimes.HEARD, List.of(), Turns.of(words)));
    }

    /** One turn of the agent and a word of the customer's. */
    static Transcript saying(String text, double each) {
        var words = new ArrayList<SpokenWord>();
        Spoken.evenly(text, 1, each).forEach(word -> words.add(new SpokenWord(Spoken.AGENT, word)));
        var end = words.getLast().word().end();
        words.add(new SpokenWord(Spoken.CALLER, new Word("Yes.", end + 1, end + 1.3, OptionalDouble.empty())));
        return roles(new Transcript(Spoken.ORIGIN, end + 5, false, WordTimes.HEARD, List.of(), Turns.of(words)));
    }

    private static Transcript roles(Transcript transcript) {
        return transcript.withRoles(Map.of(0, "agent", 1, "customer"));
    }
}
