package io.tapedeck.transcript;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * A channel of a recording, ready to be heard.
 *
 * @param number from 0
 * @param pcm file of its samples and nothing else: 16 bits, little-endian, at {@link Recognizer#SAMPLE_RATE}
 * @param voice when somebody speaks there for themselves; what leaks over from another channel does not count
 */
public record SpokenChannel(int number, Path pcm, VoiceRanges voice) {
    public SpokenChannel {
        requireNonNull(pcm);
        requireNonNull(voice);
    }
}
