package io.tapedeck.ffmpeg;

import io.tapedeck.recording.ChannelLayout;
import io.tapedeck.recording.Waveform;
import java.util.List;
import java.util.Optional;

/**
 * What the samples say.
 *
 * @param frames samples of each channel
 * @param silent by channel
 * @param clippings by channel, how many times it is cut off at full scale
 * @param speech seconds, by channel
 * @param layout absent for more than two channels
 */
record PcmMeasures(
        long frames,
        List<Boolean> silent,
        List<Long> clippings,
        List<Double> speech,
        Optional<ChannelLayout> layout,
        Waveform waveform) {
    double seconds() {
        return frames / (double) waveform.sampleRate();
    }
}
