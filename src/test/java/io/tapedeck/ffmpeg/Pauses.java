package io.tapedeck.ffmpeg;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Where one channel of a clean recording has speech and where nothing at all, in frames of 20 ms, so that the same places
 * can be measured in what was made of it.
 */
final class Pauses {
    /** dBFS that no frame of a pause reaches, nor its five neighbours on either side. */
    private static final double QUIET = -60;

    private static final double SPEECH = -40;
    private static final int MARGIN = 5;

    private final int length;
    private final List<Integer> pauses = new ArrayList<>();
    private final List<Integer> speech = new ArrayList<>();

    Pauses(Samples clean, int sampleRate) {
        length = sampleRate / 50;
        var levels = IntStream.range(0, clean.length() / length)
                .mapToDouble(i -> level(clean, i))
                .toArray();
        for (int i = MARGIN; i < levels.length - MARGIN; i++) {
            if (all(i, j -> levels[j] < QUIET)) {
                pauses.add(i);
            } else if (levels[i] > SPEECH) {
                speech.add(i);
            }
        }
        if (pauses.size() < 50 || speech.size() < 50) {
            throw new AssertionError("too little to measure: " + pauses.size() + " and " + speech.size());
        }
    }

    /** dBFS of all pauses together. */
    double noise(Samples sound) {
        return together(sound, pauses);
    }

    /** dBFS of all speech together. */
    double speech(Samples sound) {
        return together(sound, speech);
    }

    /** dB by which the levels of the pauses differ from one to the next: what rises and falls is heard as pumping. */
    double unrest(Samples sound) {
        var levels = pauses.stream().mapToDouble(i -> level(sound, i)).toArray();
        var mean = DoubleStream.of(levels).average().orElseThrow();
        return Math.sqrt(DoubleStream.of(levels)
                .map(level -> (level - mean) * (level - mean))
                .average()
                .orElseThrow());
    }

    private static boolean all(int middle, IntPredicate condition) {
        return IntStream.rangeClosed(middle - MARGIN, middle + MARGIN).allMatch(condition);
    }

    private double together(Samples sound, List<Integer> frames) {
        return decibels(
                frames.stream().mapToDouble(i -> power(sound, i)).average().orElseThrow());
    }

    private double level(Samples sound, int frame) {
        return decibels(power(sound, frame));
    }

    private double power(Samples sound, int frame) {
        var samples = sound.channels()[0];
        return IntStream.range(frame * length, (frame + 1) * length)
                .mapToDouble(i -> samples[i] * samples[i])
                .average()
                .orElseThrow();
    }

    private static double decibels(double power) {
        return 10 * Math.log10(Math.max(power, 1e-12));
    }
}
