package io.tapedeck.audio;

import static java.util.Objects.requireNonNull;

import io.tapedeck.audio.measure.ChannelLayout;
import io.tapedeck.audio.measure.Loudness;
import io.tapedeck.audio.measure.Quality;
import io.tapedeck.audio.measure.Signal;
import io.tapedeck.audio.measure.Warning;
import java.util.List;
import java.util.Optional;

/**
 * What the bytes of an audio file say.
 *
 * @param codec as ffprobe names it
 * @param sampleRate Hz
 * @param bitrate kbps of all channels together
 * @param duration seconds of decoded sound, to the millisecond
 * @param layout absent for more than two channels
 * @param speech seconds of voice activity, by channel
 * @param signal absent in what was measured before it was kept
 */
public record AudioMeasures(
        Format format,
        String codec,
        int sampleRate,
        double bitrate,
        int channels,
        double duration,
        Quality quality,
        Loudness loudness,
        Optional<ChannelLayout> layout,
        List<Double> speech,
        List<Warning> warnings,
        Optional<Signal> signal) {

    public AudioMeasures {
        requireNonNull(format);
        requireNonNull(codec);
        requireNonNull(quality);
        requireNonNull(loudness);
        requireNonNull(layout);
        requireNonNull(signal);
        speech = List.copyOf(speech);
        warnings = List.copyOf(warnings);
    }

    /** Seconds of decoded sound, to the sample where that is known. */
    public double seconds() {
        return signal.map(known -> known.samples() / (double) sampleRate).orElse(duration);
    }

    /** The same sound written in another way. */
    public AudioMeasures in(Format other, String otherCodec) {
        return new AudioMeasures(
                other,
                otherCodec,
                sampleRate,
                bitrate,
                channels,
                duration,
                quality,
                loudness,
                layout,
                speech,
                warnings,
                signal);
    }

    /** Bytes of the sound, as its bitrate has it. */
    public double bytes() {
        return bitrate * 125 * duration;
    }
}
