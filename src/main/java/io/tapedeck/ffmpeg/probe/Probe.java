package io.tapedeck.ffmpeg.probe;

import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.RawFormat;
import java.util.OptionalDouble;

/**
 * What a container says of its first sound track.
 *
 * @param codec as ffprobe names it
 * @param sampleRate Hz
 * @param kbps of all channels together, where it is stated
 * @param duration seconds, where the container makes a claim and ffprobe need not estimate it
 */
public record Probe(String codec, int sampleRate, int channels, OptionalDouble kbps, OptionalDouble duration) {
    /** ffmpeg knows no loudness for more channels that have no known places in a room. */
    public static final int MOST_CHANNELS = RawFormat.MOST_CHANNELS;

    /** LU by which what is said softly is below the whole: -50 dBFS of a call of -18 LUFS. */
    private static final int SOFTER_THAN_ALL = 32;

    static final int LOWEST_RATE = RawFormat.LOWEST_RATE;
    public static final int HIGHEST_RATE = RawFormat.HIGHEST_RATE;

    public Probe {
        // what a header says may be wrong
        kbps = constantKbps(codec, sampleRate, channels, kbps);
    }

    /** Of sound without a header, as the caller has it. */
    public static Probe of(RawFormat raw) {
        return new Probe(
                raw.codec().toString(),
                raw.sampleRate(),
                raw.channels(),
                OptionalDouble.of(raw.kbps()),
                OptionalDouble.empty());
    }

    /** Of audio that has been measured. */
    public static Probe of(AudioMeasures audio) {
        return new Probe(
                audio.codec(), audio.sampleRate(), audio.channels(), OptionalDouble.empty(), OptionalDouble.empty());
    }

    /** The same with a bitrate that is known. */
    public Probe withKbps(OptionalDouble known) {
        return new Probe(codec, sampleRate, channels, known.isPresent() ? known : kbps, duration);
    }

    /** Of several tracks that are taken as channels. */
    public Probe of(Tracks tracks) {
        var pcmFormat = tracks.pcmFormat();
        return new Probe(codec, pcmFormat.sampleRate(), pcmFormat.channels(), OptionalDouble.empty(), duration);
    }

    public PcmFormat pcmFormat() {
        return new PcmFormat(sampleRate, channels);
    }

    /** The same of sound that was brought to another form. */
    public Probe in(PcmFormat pcmFormat) {
        return new Probe(codec, pcmFormat.sampleRate(), pcmFormat.channels(), kbps, duration);
    }

    /** Whether decoding gives back what was recorded, sample by sample. */
    public boolean isExact() {
        return codec.startsWith("pcm_") || codec.equals("flac") || codec.equals("alac");
    }

    /** The greatest 16-bit sample that the codec can express. */
    public int fullScale() {
        return switch (codec) {
            case "pcm_mulaw" -> 32_124;
            case "pcm_alaw" -> 32_256;
            case "pcm_u8", "pcm_s8" -> 32_512;
            default -> Short.MAX_VALUE;
        };
    }

    /** dBFS below which there is no telling speech from what the codec itself makes of silence: a step of 8 bits is -42. */
    public double softestSpeech() {
        return codec.startsWith("pcm_") && !codec.endsWith("law") && bits(codec) == 8 ? -36 : -50;
    }

    /**
     * The same in a call of a loudness that is known: what is said softly in a soft call is softer still, and only companding makes
     * noise of its own where there is little sound.
     *
     * @param loudness LUFS
     */
    public double softestSpeech(double loudness) {
        var coarse = codec.startsWith("pcm_") && bits(codec) == 8;
        return coarse ? softestSpeech() : Math.min(softestSpeech(), loudness - SOFTER_THAN_ALL);
    }

    private static OptionalDouble constantKbps(String codec, int sampleRate, int channels, OptionalDouble stated) {
        var kilohertz = sampleRate / 1000.0;
        if (codec.startsWith("pcm_")) {
            return OptionalDouble.of(kilohertz * channels * bits(codec));
        }
        return switch (codec) {
            case "adpcm_g722" -> OptionalDouble.of(4 * kilohertz);
            // two frames of 33 bytes, which is one of 65 here
            case "gsm_ms" -> OptionalDouble.of(65 * 8 * kilohertz / 320);
            default -> stated;
        };
    }

    private static int bits(String pcm) {
        return pcm.endsWith("law") ? 8 : Integer.parseInt(pcm.replaceAll("[^0-9]", ""));
    }
}
