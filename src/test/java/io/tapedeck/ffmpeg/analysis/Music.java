package io.tapedeck.ffmpeg.analysis;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** Music of 24 s as it is played to those on hold, at 8 kHz. */
enum Music {
    CHORDS(() -> chords(1.3, 1, 6)),
    FAST_CHORDS(() -> chords(0.8, 3, 6)),
    PAD(() -> chords(2.4, 0.1, 10)),
    ARPEGGIO(() -> arpeggio(60, 0.25)),
    LOW_ARPEGGIO(() -> arpeggio(48, 0.2)),
    DRUMS_AND_BASS(() -> MadeSound.mixed(MadeSound.leveled(drums()), MadeSound.leveled(bass()))),
    BAND(() -> MadeSound.mixed(
            MadeSound.leveled(drums()),
            MadeSound.leveled(chords(1.1, 2, 6)),
            MadeSound.scaled(MadeSound.leveled(bass()), 0.7))),
    PIANO(() -> MadeSound.mixed(arpeggio(64, 0.3), MadeSound.scaled(chords(1.2, 2, 6), 0.5))),
    MELODY_WITH_VIBRATO(() -> melody(0.02)),
    MELODY_WITH_STRONG_VIBRATO(() -> melody(0.05)),
    STRINGS(Music::strings);

    /** Something that is played. */
    private interface Score {
        double[] play();
    }

    static final double SECONDS = 24;
    private static final int[][] CHANGES = {{60, 64, 67}, {57, 60, 64}, {65, 69, 72}, {67, 71, 74}};
    private static final int[][] BROKEN = {{0, 4, 7, 12}, {-3, 0, 4, 9}, {5, 9, 12, 17}, {7, 11, 14, 19}};
    private static final int[] BASS = {36, 36, 43, 41, 38, 38, 45, 43};
    private static final int[] TUNE = {72, 74, 76, 79, 77, 76, 74, 72};
    private static final double BAND_LIMIT = 3900;

    private final Score score;

    Music(Score score) {
        this.score = score;
    }

    /** At the mean level of speech. */
    double[] sound() {
        return MadeSound.leveled(score.play());
    }

    private static double[] chords(double beat, double decay, int harmonics) {
        var sound = MadeSound.silence(SECONDS);
        for (int i = 0; i * beat < SECONDS; i++) {
            for (int key : CHANGES[i % 4]) {
                add(sound, i * beat, beat, plucked(hertz(key), decay, harmonics));
            }
        }
        return sound;
    }

    private static double[] arpeggio(int key, double beat) {
        var sound = MadeSound.silence(SECONDS);
        for (int i = 0; i * beat < SECONDS; i++) {
            add(sound, i * beat, 2 * beat, plucked(hertz(key + BROKEN[i / 8 % 4][i % 4]), 4, 4));
        }
        return sound;
    }

    private static double[] bass() {
        var beat = 0.27;
        var sound = MadeSound.silence(SECONDS);
        for (int i = 0; i * beat < SECONDS; i++) {
            add(sound, i * beat, 0.95 * beat, plucked(hertz(BASS[i / 2 % 8]), 2, 4));
        }
        return sound;
    }

    private static double[] drums() {
        var random = new Random(8);
        var beat = 0.27;
        var sound = MadeSound.silence(SECONDS);
        for (int i = 0; i * beat < SECONDS; i++) {
            add(sound, i * beat, 0.05, t -> 0.6 * random.nextGaussian() * Math.exp(-80 * t));
            if (i % 4 == 0) {
                add(sound, i * beat, 0.15, t -> 1.5 * Math.sin(2 * Math.PI * 60 * t) * Math.exp(-15 * t));
            } else if (i % 4 == 2) {
                add(sound, i * beat, 0.15, t -> random.nextGaussian() * Math.exp(-25 * t));
            }
        }
        return sound;
    }

    private static double[] melody(double depth) {
        var sound = MadeSound.silence(SECONDS);
        for (int i = 0; i * 0.6 < SECONDS; i++) {
            var hertz = hertz(TUNE[i % 8]);
            add(sound, i * 0.6, 0.6, t -> Math.sin(vibrato(hertz, depth, t)) * swell(t, 0.6, 0.03));
        }
        return sound;
    }

    private static double[] strings() {
        var sound = MadeSound.silence(SECONDS);
        for (int i = 0; i * 3 < SECONDS; i++) {
            for (int key : CHANGES[i % 4]) {
                for (double off : new double[] {-0.003, 0, 0.004}) {
                    var hertz = hertz(key) * (1 + off);
                    add(sound, i * 3, 3, t -> saw(hertz, vibrato(hertz, 0.003, t)) * swell(t, 3, 0.3));
                }
            }
        }
        return sound;
    }

    private static double saw(double hertz, double phase) {
        var sum = 0.0;
        for (int harmonic = 1; harmonic * hertz < BAND_LIMIT; harmonic++) {
            sum += Math.sin(harmonic * phase) / harmonic;
        }
        return sum;
    }

    private static double vibrato(double hertz, double depth, double t) {
        var rate = 5.5;
        return 2 * Math.PI * hertz * t - hertz * depth / rate * Math.cos(2 * Math.PI * rate * t);
    }

    private static double swell(double t, double length, double edge) {
        return Math.min(1, t / edge) * Math.min(1, (length - t) / edge);
    }

    private static DoubleUnaryOperator plucked(double hertz, double decay, int harmonics) {
        return t -> {
            var sum = 0.0;
            for (int harmonic = 1; harmonic <= harmonics && harmonic * hertz < BAND_LIMIT; harmonic++) {
                sum += Math.sin(2 * Math.PI * harmonic * hertz * t + harmonic) / harmonic;
            }
            return sum * Math.min(1, 100 * t) * Math.exp(-decay * t);
        };
    }

    private static void add(double[] sound, double at, double length, DoubleUnaryOperator what) {
        var from = (int) (at * Heard.RATE);
        for (int i = 0; i < length * Heard.RATE && from + i < sound.length; i++) {
            sound[from + i] += what.applyAsDouble(i / (double) Heard.RATE);
        }
    }

    private static double hertz(int key) {
        return 440 * Math.pow(2, (key - 69) / 12.0);
    }
}
