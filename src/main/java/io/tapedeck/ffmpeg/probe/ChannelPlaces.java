package io.tapedeck.ffmpeg.probe;

import io.tapedeck.audio.Codec;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Names for channels, which ffmpeg can only tell apart by places in a room. Those of a call are discrete: nothing is made of
 * what a file says of places, or ffmpeg would guess of so many, and channels are given their names by number, never mixed.
 */
public final class ChannelPlaces {
    /**
     * In ffmpeg's order. Loudness weighs all of them alike, while it leaves out what is for low frequencies alone and
     * raises what is beside or behind the listener.
     */
    private static final List<String> DISCRETE = List.of("FL", "FR", "FC", "FLC", "FRC", "TC", "TFL", "TFC");

    private static final String FORMATS = "aformat=sample_fmts=u8p|s16p|s32p|fltp|dblp";

    /** One that is in all sets of two and more. */
    public static final String FIRST = DISCRETE.getFirst();

    /** As far as AAC can have it without a channel for low frequencies alone, of which it keeps no speech. */
    private static final List<String> AAC = List.of("mono", "stereo", "3.0", "4.0", "5.0", "6.0", "7.0", "octagonal");

    private static final List<String> ALAC =
            List.of("mono", "stereo", "3.0", "4.0", "5.0", "5.1", "6.1(back)", "7.1(wide)");
    private static final List<String> VORBIS = List.of("mono", "stereo", "3.0", "quad", "5.0", "5.1", "6.1", "7.1");

    private ChannelPlaces() {}

    /** Those in which sound is worked on. */
    public static String of(int channels) {
        return channels == 1 ? "mono" : String.join("+", DISCRETE.subList(0, channels));
    }

    /** A filter that gives so many channels the places in which sound is worked on. */
    public static String given(int channels) {
        return dealt(channels, channels);
    }

    /** A filter that hands the channels on in their order, and those there are too few of again from the first on. */
    static String dealt(int given, int channels) {
        return named(IntStream.range(0, channels).map(to -> to % given), of(channels));
    }

    /** A filter that takes one channel out. */
    public static String only(int channel) {
        return named(IntStream.of(channel), of(1));
    }

    /** A filter that gives channels the places which the codec wants for so many; decoded they come in the same order. */
    public static String wanted(Codec codec, int channels) {
        var places = switch (codec) {
            case AAC -> AAC.get(channels - 1);
            case ALAC -> ALAC.get(channels - 1);
            case VORBIS -> VORBIS.get(channels - 1);
            default -> of(channels);
        };
        return channels <= 2 ? "anull" : named(IntStream.range(0, channels), places);
    }

    /**
     * Unlike pan, which counts on what ffmpeg takes the places for, it goes by number alone. Left to itself it would turn
     * floating point of 64 bits into integers, which lose soft samples and turn over those at full scale.
     */
    public static String named(IntStream channels, String places) {
        return channels.mapToObj(String::valueOf)
                .collect(Collectors.joining("|", FORMATS + ",channelmap=", ":" + places));
    }
}
