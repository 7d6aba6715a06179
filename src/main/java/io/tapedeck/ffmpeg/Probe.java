package io.tapedeck.ffmpeg;

import java.util.OptionalDouble;

/**
 * What a container says of its first sound track.
 *
 * @param codec as ffprobe names it
 * @param sampleRate Hz
 * @param kbps of all channels together, where it is stated
 * @param duration seconds, where the container makes a claim and ffprobe need not estimate it
 */
record Probe(String codec, int sampleRate, int channels, OptionalDouble kbps, OptionalDouble duration) {
    /** ffmpeg knows no loudness for more channels that have no known places in a room. */
    static final int MOST_CHANNELS = 8;

    /** LU by which what is said softly is below the whole: -50 dBFS of a call of -18 LUFS. */
    private static final int SOFTER_THAN_ALL = 32;

    static final int LOWEST_RATE = 4_000;
    static final int HIGHEST_RATE = 192_000;

    Probe {
        if (codec.startsWith("pcm_")) {
            // a WAV header's own figure may be wrong
            kbps = OptionalDouble.of(sampleRate / 1000.0 * channels * bits(codec));
        }
    }

    Form form() {
        return new Form(sampleRate, channels);
    }

    /** The same of sound that was brought to another form. */
    Probe in(Form form) {
        return new Probe(codec, form.sampleRate(), form.channels(), kbps, duration);
    }

    /** Whether decoding gives back what was recorded, sample by sample. */
    boolean isExact() {
        return codec.startsWith("pcm_") || codec.equals("flac") || codec.equals("alac");
    }

    /** The greatest 16-bit sample that the codec can express. */
    int fullScale() {
        return switch (codec) {
            case "pcm_mulaw" -> 32_124;
            case "pcm_alaw" -> 32_256;
            case "pcm_u8" -> 32_512;
            default -> Short.MAX_VALUE;
        };
    }

    /** dBFS below which there is no telling speech from what the codec itself makes of silence: a step of 8 bits is -42. */
    double softestSpeech() {
        return codec.equals("pcm_u8") ? -36 : -50;
    }

    /**
     * The same in a call of a loudness that is known: what is said softly in a soft call is softer still, and only companding makes
     * noise of its own where there is little sound.
     *
     * @param loudness LUFS
     */
    double softestSpeech(double loudness) {
        var coarse = codec.startsWith("pcm_") && bits(codec) == 8;
        return coarse ? softestSpeech() : Math.min(softestSpeech(), loudness - SOFTER_THAN_ALL);
    }

    private static int bits(String pcm) {
        return pcm.endsWith("law") ? 8 : Integer.parseInt(pcm.replaceAll("[^0-9]", ""));
    }
}
