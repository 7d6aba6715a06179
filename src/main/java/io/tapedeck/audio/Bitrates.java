package io.tapedeck.audio;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The bitrates that a codec can have at a sample rate and number of channels.
 *
 * @param least kbps of all channels together
 * @param most kbps
 * @param steps kbps; empty if all between least and most go
 * @param usual kbps that speech is coded well with
 */
record Bitrates(double least, double most, List<Integer> steps, double usual) {
    Bitrates {
        requireNonNull(steps);
    }

    /** Part of the usual bitrate below which a lower sample rate is the better choice. */
    private static final double WELL_ENOUGH = 0.6;

    private static final List<Integer> MPEG_1 = List.of(32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320);
    private static final List<Integer> MPEG_2 = List.of(8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160);
    /** LAME takes no more at 12 kHz and below. */
    private static final List<Integer> MPEG_2_5 = List.of(8, 16, 24, 32, 40, 48, 56, 64);

    /** Empty for codecs that leave no choice. */
    static Optional<Bitrates> of(Codec codec, int sampleRate, int channels) {
        return switch (codec) {
            case MP3 -> Optional.of(mp3(sampleRate, channels));
            case AAC -> Optional.of(aac(sampleRate, channels));
            case OPUS -> Optional.of(opus(sampleRate, channels));
            case VORBIS -> Optional.of(vorbis(sampleRate, channels));
            default -> Optional.empty();
        };
    }

    /**
     * The highest sample rate, but none above what is given, at which speech is still coded well enough.
     *
     * @param kbps of all channels together
     */
    static int richestRate(Codec codec, int given, int channels, double kbps) {
        var most = codec.nearestRate(given, channels);
        return codec == Codec.OPUS
                ? most
                : codec.sampleRates().reversed().stream()
                        .filter(rate -> rate <= most)
                        .filter(rate -> of(codec, rate, channels).orElseThrow().usual() * WELL_ENOUGH <= kbps)
                        .findFirst()
                        .orElse(codec.sampleRates().getFirst());
    }

    boolean allow(double kbps) {
        return steps.isEmpty() ? kbps >= least && kbps <= most : steps.stream().anyMatch(step -> step == kbps);
    }

    /** The nearest that goes. */
    double nearest(double kbps) {
        return steps.stream()
                .map(Integer::doubleValue)
                .reduce((one, other) -> Math.abs(other - kbps) < Math.abs(one - kbps) ? other : one)
                .orElse(Math.clamp(kbps, least, most));
    }

    /** The highest that goes and is not above. */
    double floor(double kbps) {
        return steps.isEmpty()
                ? kbps
                : steps.stream()
                        .filter(step -> step <= kbps)
                        .mapToDouble(Integer::doubleValue)
                        .max()
                        .orElse(least);
    }

    /** For a sentence. */
    @Override
    public String toString() {
        return steps.isEmpty()
                ? "%.0f to %.0f".formatted(Math.ceil(least), Math.floor(most))
                : steps.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static Bitrates mp3(int sampleRate, int channels) {
        var steps = byRate(sampleRate, MPEG_2_5, MPEG_2, MPEG_1);
        return new Bitrates(steps.getFirst(), steps.getLast(), steps, channels * byRate(sampleRate, 32, 48, 64));
    }

    /** Below 12 kbps a channel libopus makes one of two. */
    private static Bitrates opus(int sampleRate, int channels) {
        var least = channels == 1 ? 6 : 12 * channels;
        return between(least, 256 * channels, channels * byRate(sampleRate, 24, 32, 40));
    }

    /** Measured: what lies outside comes out about as if it were the limit. */
    private static Bitrates aac(int sampleRate, int channels) {
        var kilohertz = sampleRate / 1000.0;
        var usual = channels * byRate(sampleRate, 24, 40, 64);
        return between(channels * (8 + kilohertz / 4), channels * 4 * kilohertz, usual);
    }

    /** By libvorbis' tables, which have lower limits for two channels than for as many single ones. */
    private static Bitrates vorbis(int sampleRate, int channels) {
        var pair = channels == 2;
        var usual = channels * byRate(sampleRate, 24, 40, 64);
        if (sampleRate < 9000) {
            return between(channels * (pair ? 6 : 9), channels * 40, usual);
        } else if (sampleRate < 15_000) {
            return between(channels * (pair ? 8 : 13), channels * 44, usual);
        } else if (sampleRate < 26_000) {
            return between(channels * (pair ? 15 : 17), channels * 84, usual);
        } else if (sampleRate < 40_000) {
            return between(channels * (pair ? 18 : 30), channels * 130, usual);
        }
        return between(channels * (pair ? 26 : 32), channels * 130, usual);
    }

    private static Bitrates between(double least, double most, double usual) {
        return new Bitrates(least, most, List.of(), usual);
    }

    private static <T> T byRate(int sampleRate, T low, T middle, T high) {
        return sampleRate <= 12_000 ? low : sampleRate <= 24_000 ? middle : high;
    }
}
