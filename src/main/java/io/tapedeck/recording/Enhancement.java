package io.tapedeck.recording;

import java.util.List;
import java.util.Optional;

/** Makes audio sound better: less noise, the same loudness everywhere, no long silences. What is absent is not done. */
public record Enhancement(
        Optional<Strength> noiseReduction,
        Optional<Normalization> volumeNormalization,
        Optional<SilenceRemoval> silenceRemoval)
        implements AudioTask {

    /** How much noise is taken away. */
    public enum Strength {
        LIGHT,
        MEDIUM,
        STRONG;

        @Override
        public String toString() {
            return Wire.name(this);
        }
    }

    /**
     * The loudness wanted, EBU R 128.
     *
     * @param loudness LUFS, integrated
     * @param truePeak dBTP that is not exceeded
     * @param perChannel whether each channel is brought there by itself
     */
    public record Normalization(double loudness, double truePeak, boolean perChannel) {
        /** What is aimed at where nothing else is said: -16 LUFS, -1.5 dBTP, all channels together. */
        public static final Normalization USUAL = new Normalization(-16, -1.5, false);
    }

    /**
     * The silence that is shortened.
     *
     * @param threshold dBFS below which all channels are silent
     * @param minimum seconds from which silence is shortened
     * @param keep seconds that are left of it
     */
    public record SilenceRemoval(double threshold, double minimum, double keep) {
        /** What is shortened where nothing else is said: from 2 s below -45 dBFS on, to 0.5 s. */
        public static final SilenceRemoval USUAL = new SilenceRemoval(-45, 2, 0.5);
    }

    @Override
    public Job.Action action() {
        return Job.Action.ENHANCE_QUALITY;
    }

    @Override
    public Plan plan(List<AudioMeasures> inputs) {
        throw new UnsupportedOperationException();
    }
}
