package io.tapedeck.audio;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How sound without a header is coded, which only the caller can know.
 *
 * @param sampleRate Hz
 */
public record RawFormat(Coding codec, int sampleRate, int channels) {
    public RawFormat {
        requireNonNull(codec);
    }

    public static final int LOWEST_RATE = 4_000;
    public static final int HIGHEST_RATE = 192_000;
    public static final int MOST_CHANNELS = 8;

    /** The codecs whose bytes can be played without a container, named as ffprobe does. */
    public enum Coding {
        PCM_MULAW(8),
        PCM_ALAW(8),
        /** Linear, 16 bits, little-endian: SLIN. */
        PCM_S16LE(16),
        ADPCM_G722(4),
        GSM(0);

        private static final int TELEPHONE = 8_000;
        private static final int WIDEBAND = 16_000;
        /** Bits of a frame of 160 samples. */
        private static final int GSM_FRAME = 33 * 8;

        private static final int GSM_SAMPLES = 160;

        private final int bits;

        Coding(int bits) {
            this.bits = bits;
        }

        /** Hz that it has, or mostly has. */
        public int usualRate() {
            return this == ADPCM_G722 ? WIDEBAND : TELEPHONE;
        }

        /** Whether it is only ever of its usual rate and one channel. */
        public boolean isFixed() {
            return this == ADPCM_G722 || this == GSM;
        }

        private double bitsPerSample() {
            return this == GSM ? GSM_FRAME / (double) GSM_SAMPLES : bits;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** That of a recording which came without a header. */
    public static Optional<RawFormat> of(AudioMeasures measures) {
        return Arrays.stream(Coding.values())
                .filter(coding ->
                        measures.format() == Format.RAW && coding.toString().equals(measures.codec()))
                .map(coding -> new RawFormat(coding, measures.sampleRate(), measures.channels()))
                .findFirst();
    }

    /** Kbps of all channels together. */
    public double kbps() {
        return sampleRate * channels * codec.bitsPerSample() / 1000;
    }
}
