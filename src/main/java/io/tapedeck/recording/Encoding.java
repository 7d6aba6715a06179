package io.tapedeck.recording;

import java.util.Optional;

/**
 * How audio is to be written.
 *
 * @param sampleRate Hz
 * @param bitrate kbps of all channels together; absent where the codec leaves no choice
 */
public record Encoding(Format format, Codec codec, int sampleRate, int channels, Optional<Double> bitrate) {
    /** Hz that it decodes to: Opus forgets the rate of what it was made of. */
    public int decodedRate() {
        return codec == Codec.OPUS ? Codec.OPUS_RATE : sampleRate;
    }
}
