package io.tapedeck.ffmpeg;

import io.tapedeck.audio.AudioInput;
import io.tapedeck.audio.AudioProcessor;
import io.tapedeck.audio.AudioTask;
import io.tapedeck.audio.Encoding;
import io.tapedeck.audio.Masking;
import io.tapedeck.audio.RawFormat;
import io.tapedeck.ffmpeg.make.MaskProducer;
import io.tapedeck.ffmpeg.make.Producer;
import io.tapedeck.ffmpeg.make.Transcoder;
import io.tapedeck.ffmpeg.measure.FileMeter;
import io.tapedeck.ffmpeg.measure.PcmMeter;
import io.tapedeck.ffmpeg.probe.RejectionReason;
import io.tapedeck.ffmpeg.probe.TrackSource;
import io.tapedeck.ffmpeg.process.FfmpegSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/** Measures and makes audio with ffmpeg. */
public final class FfmpegAudioProcessor implements AudioProcessor {
    private final FfmpegSettings settings;

    public FfmpegAudioProcessor(FfmpegSettings settings) {
        this.settings = settings;
    }

    @Override
    public Measurement measure(Path file, Optional<RawFormat> raw) {
        return new FileMeter(settings).measure(file, raw);
    }

    @Override
    public Production produce(
            AudioTask task, Encoding encoding, List<AudioInput> inputs, Path folder, DoubleConsumer progress) {
        try {
            return producer(inputs, folder, progress).produce(task, encoding);
        } catch (PcmMeter.TooLongException e) {
            return new Production.Impossible(RejectionReason.TOO_LONG.failure());
        }
    }

    @Override
    public Production mask(Masking masking, Encoding encoding, AudioInput input, Path folder, DoubleConsumer progress) {
        var tool = settings.tool();
        var joined = new TrackSource(settings, tool).joined(input, folder, 0);
        try {
            return new MaskProducer(new Transcoder(settings, tool), joined, folder, progress)
                    .produce(masking, encoding);
        } catch (PcmMeter.TooLongException e) {
            return new Production.Impossible(RejectionReason.TOO_LONG.failure());
        }
    }

    private Producer producer(List<AudioInput> inputs, Path folder, DoubleConsumer progress) {
        var tool = settings.tool();
        var tracks = new TrackSource(settings, tool);
        var joined = IntStream.range(0, inputs.size())
                .mapToObj(i -> tracks.joined(inputs.get(i), folder, i))
                .toList();
        return new Producer(new Transcoder(settings, tool), joined, folder, progress);
    }
}
