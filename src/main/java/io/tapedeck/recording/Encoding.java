package io.tapedeck.recording;

import java.util.Optional;

/**
 * How audio is to be written.
 *
 * @param sampleRate Hz
 * @param bitrate kbps of all channels together; absent where the codec leaves no choice
 */
public record Encoding(Format format, Codec codec, int sampleRate, int channels, Optional<Double> bitrate) {}
