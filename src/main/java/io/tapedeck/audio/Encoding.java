package io.tapedeck.audio;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * How audio is to be written.
 *
 * @param sampleRate Hz
 * @param bitrate kbps of all channels together; absent where the codec leaves no choice
 */
public record Encoding(Format format, Codec codec, int sampleRate, int channels, Optional<Double> bitrate) {
    private static final int BYTES_PER_KILOBIT = 125;

    public Encoding {
        requireNonNull(codec);
        requireNonNull(bitrate);
        if (!format.isWritten()) {
            throw new IllegalArgumentException(format + " is only read");
        }
    }

    /** The same with so many times the bitrate, as far as the codec can have it; unchanged if it leaves no choice. */
    public Encoding scaled(double factor) {
        var kbps = Bitrates.of(codec, sampleRate, channels)
                .map(range -> Math.clamp(bitrate.orElse(range.usual()) * factor, range.least(), range.most()));
        return new Encoding(format, codec, sampleRate, channels, kbps);
    }

    /**
     * Bytes that a file of so many seconds takes, at a constant bitrate; what the containers add was measured.
     */
    public double bytes(double seconds) {
        var kbps = bitrate.orElseThrow();
        return seconds * kbps * BYTES_PER_KILOBIT
                + switch (format) {
                    case OGG -> 350 + seconds * (kbps > 100 ? 130 : 79);
                    case WEBM -> 750 + seconds * (kbps > 100 ? 360 : 310);
                    case M4A -> 900 + seconds * sampleRate * 4.1 / 1024;
                    case MP3 -> 30 * kbps;
                    default -> 0;
                };
    }

    /** Bytes that so many seconds take at least; nothing is known of what is packed without a loss. */
    double leastBytes(double seconds) {
        return bitrate.isPresent() ? bytes(seconds) : seconds * sampleRate * channels * codec.width();
    }

    /** Hz that it decodes to: Opus forgets the rate of what it was made of. */
    public int decodedRate() {
        return codec == Codec.OPUS ? Codec.OPUS_RATE : sampleRate;
    }
}
