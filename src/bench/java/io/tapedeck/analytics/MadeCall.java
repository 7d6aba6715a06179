package io.tapedeck.analytics;

import io.tapedeck.analytics.Call.Channel;
import io.tapedeck.audio.measure.ChannelLayout;
import io.tapedeck.transcript.Origin;
import io.tapedeck.transcript.SpokenWord;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.Voice;
import io.tapedeck.transcript.Word;
import io.tapedeck.transcript.WordTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

/** Made calls of two sides, with 12,000 words an hour out of 4,000 that are said as often as in language, and marks. */
public final class MadeCall {
    private static final int WORDS_AN_HOUR = 12_000;
    private static final double EACH = 3600.0 / WORDS_AN_HOUR;
    private static final int VOCABULARY = 4000;
    private static final String[] COMMON =
            "the to and you a I it that is of in my for on have can not so will send order problem good really never thanks bill call"
                    .split(" ");
    private static final String SOUNDS = "bdfgklmnprstvz";

    private MadeCall() {}

    /** One of so many hours. */
    public static Call of(int hours) {
        var random = new Random(7);
        var words = new ArrayList<SpokenWord>();
        for (int i = 0; i < hours * WORDS_AN_HOUR; i++) {
            var mark = i % 11 == 10 ? (i % 33 == 32 ? "?" : ".") : "";
            var start = i * EACH;
            var word = new Word(text(random) + mark, start, start + 0.8 * EACH, OptionalDouble.of(0.9));
            words.add(new SpokenWord(Voice.ofChannel(i / 37 % 2), word));
        }
        var transcript = Transcript.of(
                new Origin("made", Optional.empty(), Optional.of("en")), hours * 3600.0, WordTimes.HEARD, words);
        var sound = new ChannelSound(0, false, OptionalDouble.of(-60), OptionalDouble.of(-20), 0, Optional.empty());
        var channel = new Channel(List.of(), sound);
        return new Call(
                transcript.duration(),
                Optional.of(ChannelLayout.DUAL),
                List.of(channel, channel),
                Map.of(0, "agent", 1, "customer"),
                Optional.of(transcript),
                List.of(),
                List.of());
    }

    /** The rank of a word times how often it is said is about the same for all. */
    private static String text(Random random) {
        var rank = (int) Math.pow(VOCABULARY, random.nextDouble()) - 1;
        return rank < COMMON.length ? COMMON[rank] : made(rank);
    }

    private static String made(int rank) {
        var word = new StringBuilder();
        for (var rest = rank; rest > 0; rest /= SOUNDS.length()) {
            word.append(SOUNDS.charAt(rest % SOUNDS.length())).append("aeiou".charAt(rest % 5));
        }
        return word.toString();
    }
}
