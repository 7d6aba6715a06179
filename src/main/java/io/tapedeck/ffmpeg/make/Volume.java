package io.tapedeck.ffmpeg.make;

import io.tapedeck.audio.Codec;
import io.tapedeck.audio.Enhancement.Normalization;
import io.tapedeck.audio.measure.Loudness;
import io.tapedeck.ffmpeg.measure.EachChannel;
import io.tapedeck.ffmpeg.measure.LoudnessMeter;
import io.tapedeck.signal.Power;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Brings all channels together, or each by itself, to the loudness that is wanted.
 *
 * @param before of each part that is brought there: the whole, or each channel
 * @param levelings of the same parts
 */
record Volume(Normalization wanted, List<Loudness> before, List<Leveling> levelings) {
    /** LUFS, just above the floor of the measure. */
    private static final double MEASURABLE = -69.9;
    /** LU by which the loudness may be off. */
    private static final double CLOSE_ENOUGH = 0.5;

    /** dB that lossy codecs mostly add to peaks at most. */
    private static final double LOSSY = 1.5;

    static Volume of(Normalization wanted, LoudnessMeter.Found found, Codec codec) {
        var before = parts(wanted, found);
        var levelings = before.stream()
                .map(loudness -> isMeasurable(loudness) && !Leveling.isReached(wanted, loudness)
                        ? Leveling.of(wanted, loudness, codec.isExact() ? 0 : LOSSY)
                        : Leveling.NONE)
                .toList();
        return new Volume(wanted, before, levelings);
    }

    /** Whether there is nothing to be done. */
    boolean isIdle() {
        return levelings.stream().allMatch(Leveling.NONE::equals);
    }

    /** The same again if it came out well, else better. */
    Volume corrected(LoudnessMeter.Found found) {
        var after = parts(wanted, found);
        var corrected = IntStream.range(0, before.size())
                .mapToObj(i -> isMeasurable(before.get(i))
                        ? levelings.get(i).corrected(wanted, before.get(i), after.get(i))
                        : Leveling.NONE)
                .toList();
        return new Volume(wanted, before, corrected);
    }

    /** How far the part that is farthest from it is from what was wanted. */
    double distance(LoudnessMeter.Found found) {
        var after = parts(wanted, found);
        return IntStream.range(0, after.size())
                .filter(i -> isMeasurable(before.get(i)))
                .mapToDouble(i -> Leveling.distance(wanted, after.get(i)))
                .max()
                .orElse(0);
    }

    /** A filter graph. */
    String filters(String in, String out, int sampleRate, int channels) {
        return wanted.perChannel()
                ? EachChannel.filtered(in, out, channels, i -> levelings.get(i).filters(sampleRate))
                : "[" + in + "]" + levelings.getFirst().filters(sampleRate) + "[" + out + "]";
    }

    /** What is left as it was, a sentence each. */
    List<String> untouched() {
        return IntStream.range(0, before.size())
                .mapToObj(this::untouched)
                .flatMap(Optional::stream)
                .toList();
    }

    /** What did not come out as wanted, a sentence each. */
    List<String> missed(LoudnessMeter.Found found) {
        var after = parts(wanted, found);
        return IntStream.range(0, after.size())
                .mapToObj(i -> missed(i, after.get(i)))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> untouched(int part) {
        var loudness = before.get(part);
        if (!isMeasurable(loudness)) {
            return note(
                    "The volume of %s was not changed: it is too soft or too short to measure its loudness.",
                    name(part));
        }
        return Leveling.isReached(wanted, loudness)
                ? note(
                        "The volume of %s was not changed: its loudness is already %.1f LUFS.",
                        name(part), loudness.integrated())
                : Optional.empty();
    }

    private Optional<String> missed(int part, Loudness after) {
        var peak = after.truePeak().orElse(Power.SILENCE);
        if (!isMeasurable(before.get(part))) {
            return Optional.empty();
        }
        if (peak > wanted.truePeak()) {
            return note("The codec raised the true peak of %s to %.1f dBTP.", name(part), peak);
        }
        return Math.abs(after.integrated() - wanted.loudness()) > CLOSE_ENOUGH
                ? note(
                        "The loudness of %s is %.1f LUFS instead of %.1f, because its peaks must not exceed %.1f dBTP.",
                        name(part), after.integrated(), wanted.loudness(), wanted.truePeak())
                : Optional.empty();
    }

    private String name(int part) {
        return wanted.perChannel() ? "channel " + part : "the audio";
    }

    private static Optional<String> note(String message, Object... values) {
        return Optional.of(String.format(Locale.ROOT, message, values));
    }

    private static List<Loudness> parts(Normalization wanted, LoudnessMeter.Found found) {
        return wanted.perChannel() ? found.each() : List.of(found.whole());
    }

    private static boolean isMeasurable(Loudness loudness) {
        return loudness.integrated() > MEASURABLE;
    }
}
