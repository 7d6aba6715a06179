package io.tapedeck.ffmpeg.measure;

import io.tapedeck.audio.Waveform;
import io.tapedeck.audio.measure.ChannelLayout;
import io.tapedeck.ffmpeg.probe.Probe;
import io.tapedeck.process.Tool;
import io.tapedeck.signal.ChannelSpeech;
import io.tapedeck.signal.Correlation;
import io.tapedeck.signal.LevelMeter;
import io.tapedeck.signal.PolarityMeter;
import io.tapedeck.signal.WaveformBuilder;
import io.tapedeck.signal.crosstalk.SpeakingTimes;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Measures sound while it streams by as 16-bit little-endian samples of the channels in turn. */
public final class PcmMeter implements Tool.Output {
    /** Thrown to stop the decoding of what is longer than allowed. */
    public static final class TooLongException extends RuntimeException {}

    /** Coding the same sound twice leaves it as alike as this; two sides that leak into each other are at 0.5 at most. */
    private static final double SAME = 0.9;
    /** dB; what is softer than this on the other channel leaks there, and was not recorded there. */
    private static final double SAME_LEVEL = 15;

    private final Probe probe;
    private final long mostFrames;
    private final List<LevelMeter> levels;
    private final SpeakingTimes voices;
    private final Optional<Correlation> correlation;
    private final PolarityMeter polarity;
    private final WaveformBuilder waveform;
    private long frames;

    /**
     * @param mostFrames samples of a channel after which it is too long
     */
    public PcmMeter(Probe probe, long mostFrames) {
        this.probe = probe;
        this.mostFrames = mostFrames;
        var channels = probe.channels();
        this.levels = IntStream.range(0, channels)
                .mapToObj(i -> new LevelMeter(i, channels, probe.sampleRate(), probe.fullScale()))
                .toList();
        this.voices = new SpeakingTimes(channels, probe.sampleRate(), probe.softestSpeech());
        this.correlation = channels == 2 ? Optional.of(new Correlation(probe.sampleRate())) : Optional.empty();
        this.polarity = new PolarityMeter(0, 1, channels, channels);
        this.waveform = new WaveformBuilder(channels, probe.sampleRate());
    }

    @Override
    public void drain(InputStream stream) throws IOException {
        new PcmReader(probe.channels(), this::accept).drain(stream);
    }

    /** Takes in so many samples of each channel. */
    public void accept(short[] samples, int count) {
        frames += count;
        if (frames > mostFrames) {
            throw new TooLongException();
        }
        levels.forEach(meter -> meter.accept(samples, count));
        voices.accept(samples, count);
        correlation.ifPresent(meter -> meter.accept(samples, count));
        polarity.accept(samples, count);
        waveform.accept(samples, count);
    }

    /** Samples of each channel. */
    public long frames() {
        return frames;
    }

    /** To be asked once, at the end. */
    public PcmMeasures measures() {
        var silent = levels.stream().map(LevelMeter::isSilent).toList();
        var offsets = levels.stream().map(LevelMeter::offset).toList();
        var clippings = levels.stream().map(LevelMeter::clippings).toList();
        var speech = voices.speech();
        return new PcmMeasures(
                frames, silent, offsets, polarity.inverted(), clippings, speech, layout(speech), waveform());
    }

    private Optional<ChannelLayout> layout(List<ChannelSpeech> speech) {
        if (probe.channels() == 1) {
            return Optional.of(ChannelLayout.MONO);
        }
        var twofold = speech.stream().anyMatch(ChannelSpeech::isTwofold);
        return correlation.map(meter -> isSame(meter) && !twofold ? ChannelLayout.DUPLICATED : ChannelLayout.DUAL);
    }

    private static boolean isSame(Correlation channels) {
        return Math.abs(channels.coefficient()) > SAME && channels.levelDifference() <= SAME_LEVEL;
    }

    private Waveform waveform() {
        return waveform.build();
    }
}
