package io.tapedeck.ffmpeg.measure;

import io.tapedeck.audio.Waveform;
import io.tapedeck.audio.measure.ChannelLayout;
import io.tapedeck.audio.measure.Signal;
import io.tapedeck.signal.ChannelSpeech;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the samples say.
 *
 * @param frames samples of each channel
 * @param silent by channel
 * @param offsets by channel, the mean of its samples, where full scale is 1
 * @param inverted by channel, whether it must be turned over to be mixed with the others
 * @param clippings by channel, how many times it is cut off at full scale
 * @param voices by channel
 * @param layout absent for more than two channels
 */
public record PcmMeasures(
        long frames,
        List<Boolean> silent,
        List<Double> offsets,
        List<Boolean> inverted,
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

    /** By channel, whether it is so far off centre that it is to be told. */
    List<Boolean> offCentre() {
        return offsets.stream().map(Centering::isNotable).toList();
    }

    /** The same with what is heard of it without its offsets. */
    PcmMeasures heardAs(PcmMeasures centred) {
        return new PcmMeasures(
                frames, centred.silent, offsets, inverted, clippings, centred.voices, centred.layout, waveform);
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
