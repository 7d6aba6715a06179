package io.tapedeck.ffmpeg;

import io.tapedeck.recording.ChannelLayout;
import io.tapedeck.recording.Waveform;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the samples say.
 *
 * @param frames samples of each channel
 * @param silent by channel
 * @param clippings by channel, how many times it is cut off at full scale
 * @param voices by channel
 * @param layout absent for more than two channels
 */
record PcmMeasures(
        long frames,
        List<Boolean> silent,
        List<Long> clippings,
        List<ChannelSpeech> voices,
        Optional<ChannelLayout> layout,
        Waveform waveform) {
    /** Seconds of speech, by channel: its own, unless the channels are one sound of which neither is the other's leak. */
    List<Double> speech() {
        return voices.stream()
                .map(voice -> isDuplicated() ? voice.all() : voice.own())
                .toList();
    }

    /** dB by which another channel's voice is softer than there, by channel; absent where it is not heard. */
    List<OptionalDouble> leaks() {
        return voices.stream()
                .map(voice -> isDuplicated() ? OptionalDouble.empty() : voice.leak())
                .toList();
    }

    boolean isDuplicated() {
        return layout.equals(Optional.of(ChannelLayout.DUPLICATED));
    }

    double seconds() {
        return frames / (double) waveform.sampleRate();
    }
}
