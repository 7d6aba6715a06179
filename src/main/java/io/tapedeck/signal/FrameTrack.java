package io.tapedeck.signal;

import io.tapedeck.audio.Range;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * What is kept of every frame of one channel, so that levels can be told once it is known when somebody speaks: its level to half a
 * decibel, with all that its sample rate holds, and what it is. That is 70 bytes for each second.
 */
public final class FrameTrack {
    private static final double STEP = 0.5;
    /** dB by which noise differs from what half of the pauses sound like. */
    private static final double TOLERANCE = 6;
    /** Pauses that noise can be told by: 0.6 s. */
    private static final int ENOUGH = 30;

    /** In 20 ms, of 250 Hz; dial tones begin at 350 Hz. */
    private static final int FEWEST_CROSSINGS = 10;

    private final int described;
    private final double frame;
    private final FrameSorter<Integer> sorter;
    private final BitSet pauses = new BitSet();
    private final BitSet other = new BitSet();
    private final BitSet pure = new BitSet();
    private byte[] levels = new byte[1 << 12];
    private int count;

    /** @param sampleRate Hz of the sound that the frames are of */
    public FrameTrack(int sampleRate) {
        this.described = VoiceFrames.frameLength(sampleRate);
        this.frame = VoiceFrames.length(sampleRate) / (double) sampleRate;
        this.sorter = new FrameSorter<>(active -> {}, pauses::set);
    }

    /** Takes in what the next frames are. */
    public void accept(HeardBlock block) {
        for (int i = 0; i < block.frames().size(); i++, count++) {
            var heard = block.frames().get(i);
            var isTone = heard.frame().isPure() && isAboveVoices(block.sound(), i * described);
            sorter.add(count);
            sorter.decide(heard.active());
            pure.set(count, isTone);
            other.set(count, !isTone && (heard.active() || heard.frame().voiced()));
            keep(heard.frame().whole());
        }
    }

    /** Whether it changes its sign more often than a hummed tone does. */
    private boolean isAboveVoices(float[] sound, int from) {
        var crossings = 0;
        for (int i = from + 1; i < from + described; i++) {
            crossings += sound[i] > 0 != sound[i - 1] > 0 ? 1 : 0;
        }
        return crossings >= FEWEST_CROSSINGS;
    }

    /** Seconds of a frame. */
    public double frame() {
        return frame;
    }

    /** Those that are one or two pure tones, from 250 Hz on. */
    public BitSet pure() {
        return (BitSet) pure.clone();
    }

    /** Those that stand out from what is around them, or are voiced, and are no pure tones. */
    public BitSet other() {
        return (BitSet) other.clone();
    }

    /** The mean power within ranges; no sound at all has none. */
    public Power power(List<Range> ranges) {
        var power = new Power();
        ranges.stream().flatMapToInt(this::frames).forEach(i -> power.add(meanSquare(i)));
        return power;
    }

    /**
     * The level of the noise in pauses, in dBFS: what half of them sound like, give or take 6 dB, so that coughs do not count; absent
     * if they are too few.
     *
     * @param apart ranges that are no pauses
     */
    public OptionalDouble noise(List<Range> apart) {
        var quiet = (BitSet) pauses.clone();
        apart.stream().flatMapToInt(this::frames).forEach(quiet::clear);
        if (quiet.cardinality() < ENOUGH) {
            return OptionalDouble.empty();
        }
        var sorted = quiet.stream().map(i -> levels[i]).sorted().toArray();
        var median = sorted[sorted.length / 2];
        var power = new Power();
        IntStream.of(sorted)
                .filter(level -> Math.abs(level - median) * STEP <= TOLERANCE)
                .forEach(level -> power.add(meanSquare((byte) level)));
        return OptionalDouble.of(power.level());
    }

    private IntStream frames(Range range) {
        return IntStream.range(
                (int) Math.round(range.start() / frame), (int) Math.min(count, Math.round(range.end() / frame)));
    }

    private double meanSquare(int i) {
        return meanSquare(levels[i]);
    }

    private static double meanSquare(byte level) {
        var decibels = level * STEP + Power.SILENCE / 2;
        return decibels <= Power.SILENCE ? 0 : Power.at(decibels);
    }

    private void keep(double level) {
        if (count == levels.length) {
            levels = Arrays.copyOf(levels, 2 * count);
        }
        levels[count] = (byte) Math.round((level - Power.SILENCE / 2) / STEP);
    }
}
