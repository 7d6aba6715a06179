package io.tapedeck.audio.measure;

import io.tapedeck.id.WireNames;

/** How good audio can be at most, by its codec, bitrate and sample rate. */
public enum Quality {
    LOW,
    MEDIUM,
    HIGH,
    /** Linear PCM. */
    LOSSLESS;

    /**
     * Lossless for linear PCM (also inside FLAC and ALAC); otherwise by kbps per channel and Hz: high from 48 kbps at
     * 32 kHz up, medium from 24 kbps at 16 kHz up, low below. The rule is the HTTP contract's.
     *
     * @param codec as ffprobe names it
     * @param bitrate kbps of all channels together
     * @param sampleRate Hz
     */
    public static Quality of(String codec, double bitrate, int channels, int sampleRate) {
        var perChannel = bitrate / channels;
        if (isLossless(codec)) {
            return LOSSLESS;
        } else if (perChannel >= 48 && sampleRate >= 32_000) {
            return HIGH;
        } else if (perChannel >= 24 && sampleRate >= 16_000) {
            return MEDIUM;
        }
        return LOW;
    }

    private static boolean isLossless(String codec) {
        var companded = codec.equals("pcm_mulaw") || codec.equals("pcm_alaw");
        return codec.startsWith("pcm_") && !companded || codec.equals("flac") || codec.equals("alac");
    }

    @Override
    public String toString() {
        return WireNames.name(this);
    }
}
