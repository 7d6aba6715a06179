package io.tapedeck.recording;

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

    /** What a format is written with unless something else is asked for. */
    public static Codec usual(Format format) {
        return switch (format) {
            case MP3 -> MP3;
            case WAV -> PCM_S16LE;
            case OGG, WEBM -> OPUS;
            case M4A -> AAC;
            case FLAC -> FLAC;
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

    /** As ffprobe names it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
