package io.tapedeck.audio;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The codecs of recordings, and the containers that each can lie in. */
public enum Codec {
    MP3(false, Format.MP3),
    AAC(false, Format.M4A),
    OPUS(false, Format.OGG, Format.WEBM),
    VORBIS(false, Format.OGG, Format.WEBM),
    FLAC(true, Format.FLAC, Format.OGG),
    ALAC(true, Format.M4A),
    PCM_U8(true, Format.WAV),
    PCM_S16LE(true, Format.WAV),
    PCM_S24LE(true, Format.WAV),
    PCM_S32LE(true, Format.WAV),
    PCM_F32LE(true, Format.WAV),
    PCM_F64LE(true, Format.WAV),
    PCM_MULAW(true, Format.WAV),
    PCM_ALAW(true, Format.WAV);

    /** Those that a caller may ask for, as the HTTP contract lists them. */
    public static final Set<Codec> ON_OFFER = Set.of(MP3, AAC, OPUS, VORBIS, FLAC, PCM_S16LE, PCM_MULAW, PCM_ALAW);

    /** Hz that all Opus decodes to. */
    static final int OPUS_RATE = 48_000;

    private static final List<Integer> OPUS_RATES = List.of(8000, 12_000, 16_000, 24_000, OPUS_RATE);
    private static final List<Integer> LOSSY_RATES =
            List.of(8000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000);
    private static final int MOST_CHANNELS = 8;

    private final boolean exact;
    private final List<Format> formats;

    Codec(boolean exact, Format... formats) {
        this.exact = exact;
        this.formats = List.of(formats);
    }

    /** The codec that ffprobe names so; absent for one that nothing is written in. */
    public static Optional<Codec> named(String name) {
        return Arrays.stream(values())
                .filter(codec -> codec.toString().equals(name))
                .findFirst();
    }

    /**
     * What goes on what a codec holds: the codec itself, linear PCM in the order of bytes that is written, and else linear
     * PCM of 16 bits.
     *
     * @param name as ffprobe has it
     */
    static Codec successor(String name) {
        return named(name).orElseGet(() -> switch (name) {
            case "pcm_s8" -> PCM_U8;
            case "pcm_s24be" -> PCM_S24LE;
            case "pcm_s32be" -> PCM_S32LE;
            case "pcm_f32be" -> PCM_F32LE;
            case "pcm_f64be" -> PCM_F64LE;
            default -> PCM_S16LE;
        });
    }

    /** What a format is written with unless something else is asked for. */
    public static Codec usual(Format format) {
        return switch (format) {
            case MP3 -> MP3;
            case WAV -> PCM_S16LE;
            case OGG, WEBM -> OPUS;
            case M4A -> AAC;
            case FLAC -> FLAC;
            case MP4, AIFF, CAF, AMR, AU, RAW -> throw new IllegalArgumentException(format + " is only read");
        };
    }

    /** Whether coding the same samples again changes none of them. */
    public boolean isExact() {
        return exact;
    }

    /** The containers it can lie in, the usual one first. */
    public List<Format> formats() {
        return formats;
    }

    /** Those that a caller may ask for in this format. */
    public static List<Codec> onOffer(Format format) {
        return Arrays.stream(values())
                .filter(codec -> ON_OFFER.contains(codec) && codec.formats.contains(format))
                .toList();
    }

    /** Hz, ascending; empty if any goes. */
    public List<Integer> sampleRates() {
        return switch (this) {
            case OPUS -> OPUS_RATES;
            case MP3, AAC, VORBIS -> LOSSY_RATES;
            default -> List.of();
        };
    }

    /**
     * Those for so many channels. From 40 kHz on Vorbis' encoder keeps nothing but low frequencies of the last of six.
     *
     * @return Hz, ascending; empty if any goes
     */
    List<Integer> sampleRates(int channels) {
        return this == VORBIS && channels == 6
                ? sampleRates().stream().filter(rate -> rate < 40_000).toList()
                : sampleRates();
    }

    /** @param sampleRate Hz */
    public boolean allows(int sampleRate) {
        return sampleRates().isEmpty() || sampleRates().contains(sampleRate);
    }

    /** The rate itself if it goes, else the next higher that does, else the highest. */
    int nearestRate(int sampleRate, int channels) {
        var rates = sampleRates(channels);
        if (rates.isEmpty() || rates.contains(sampleRate)) {
            return sampleRate;
        }
        return rates.stream().filter(rate -> rate > sampleRate).findFirst().orElse(rates.getLast());
    }

    /** Bytes of a sample of a channel; 0 where that differs. */
    int width() {
        return switch (this) {
            case PCM_U8, PCM_MULAW, PCM_ALAW -> 1;
            case PCM_S16LE -> 2;
            case PCM_S24LE -> 3;
            case PCM_S32LE, PCM_F32LE -> 4;
            case PCM_F64LE -> 8;
            case MP3, AAC, OPUS, VORBIS, FLAC, ALAC -> 0;
        };
    }

    int mostChannels() {
        return this == MP3 ? 2 : MOST_CHANNELS;
    }

    /** As ffprobe names it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
