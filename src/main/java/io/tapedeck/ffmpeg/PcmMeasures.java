package io.tapedeck.ffmpeg;

import io.tapedeck.recording.ChannelLayout;
import io.tapedeck.recording.Signal;
import io.tapedeck.recording.Waveform;
import java.util.List;
import java.util.Optional;

/**
 * What the samples say.
 *
 * @param frames samples of each channel
 * @param silent by channel
 * @param offsets by channel, the mean of its samples, where full scale is 1
 * @param inverted by channel, whether it must be turned over to be mixed with the others
 * @param clippings by channel, how many times it is cut off at full scale
 * @param speech seconds, by channel
 * @param layout absent for more than two channels
 */
record PcmMeasures(
        long frames,
        List<Boolean> silent,
        List<Double> offsets,
        List<Boolean> inverted,
        List<Long> clippings,
        List<Double> speech,
        Optional<ChannelLayout> layout,
        Waveform waveform) {
    double seconds() {
        return frames / (double) waveform.sampleRate();
    }

    /** By channel, whether it is so far off centre that it is to be told. */
    List<Boolean> offCentre() {
        return offsets.stream().map(Centering::isNotable).toList();
    }

    /** The same with what is heard of it without its offsets. */
    PcmMeasures heardAs(PcmMeasures centred) {
        return new PcmMeasures(frames, centred.silent, offsets, inverted, clippings, centred.speech, layout, waveform);
    }

    /**
     * What later work needs to know.
     *
     * @param sampleRate Hz that the sound is decoded to
     */
    Signal signal(int sampleRate) {
        return new Signal(Math.round(seconds() * sampleRate), offsets, inverted);
    }
}
