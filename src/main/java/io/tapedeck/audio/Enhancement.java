package io.tapedeck.audio;

import static java.util.Objects.requireNonNull;

import io.tapedeck.audio.measure.Warning;
import io.tapedeck.id.WireNames;
import java.util.List;
import java.util.Optional;

/** Makes audio sound better: less noise, the same loudness everywhere, no long silences. What is absent is not done. */
public record Enhancement(
        Optional<Strength> noiseReduction,
        Optional<Normalization> volumeNormalization,
        Optional<SilenceRemoval> silenceRemoval)
        implements AudioTask {
    public Enhancement {
        requireNonNull(noiseReduction);
        requireNonNull(volumeNormalization);
        requireNonNull(silenceRemoval);
    }

    /** LUFS, the floor of the measure. */
    private static final double UNMEASURABLE = -70;

    /** How much noise is taken away. */
    public enum Strength {
        LIGHT,
        MEDIUM,
        STRONG;

        @Override
        public String toString() {
            return WireNames.name(this);
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

    /** Format, codec, sample rate and channels stay, and the bitrate as far as the codec can have it. */
    @Override
    public Plan plan(List<AudioMeasures> inputs) {
        var given = inputs.getFirst();
        if (noiseReduction.isEmpty() && volumeNormalization.isEmpty() && silenceRemoval.isEmpty()) {
            return Plan.Infeasible.because(
                    "nothing-to-do", "Ask for noiseReduction, volumeNormalization or silenceRemoval.");
        }
        if (isSilence(given)) {
            return Plan.Infeasible.because(
                    "silent-audio", "The audio is digital silence; there is nothing to enhance.");
        }
        if (volumeNormalization.isPresent() && given.loudness().integrated() <= UNMEASURABLE) {
            return Plan.Infeasible.because(
                    "no-loudness",
                    "The loudness of audio shorter than 0.4 s or softer than %.0f LUFS cannot be measured;"
                            + " leave volumeNormalization out.",
                    UNMEASURABLE);
        }
        return EncodingRequest.likeness(given).plan(given.sampleRate(), given.channels());
    }

    /** Of audio under 0.1 s no peak is measured, whatever it is. */
    private static boolean isSilence(AudioMeasures given) {
        return given.loudness().truePeak().isEmpty()
                && given.warnings().stream().anyMatch(warning -> warning.code() == Warning.Code.SILENT);
    }
}
