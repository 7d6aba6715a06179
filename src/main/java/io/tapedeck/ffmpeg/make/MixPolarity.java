package io.tapedeck.ffmpeg.make;

import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.Merge;
import io.tapedeck.ffmpeg.measure.GraphRunner;
import io.tapedeck.ffmpeg.measure.PcmReader;
import io.tapedeck.ffmpeg.probe.FfmpegInput;
import io.tapedeck.ffmpeg.probe.PcmFormat;
import io.tapedeck.signal.PolarityMeter;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/** Listens to what is to be mixed, side by side, for what would cancel. */
final class MixPolarity {
    /** Hz that tell enough. */
    private static final int ENOUGH_HERTZ = 8_000;
    /** Channels that ffmpeg puts side by side at most; what is beyond is mixed as it is. */
    private static final int MOST_CHANNELS = 64;

    private final GraphRunner runner;

    MixPolarity(GraphRunner runner) {
        this.runner = runner;
    }

    /**
     * By input and channel of the mix, whether it must be turned over.
     *
     * @param form of the mix
     */
    List<List<Boolean>> inverted(
            Merge merge,
            List<AudioMeasures> inputs,
            List<FfmpegInput> sources,
            PcmFormat pcmFormat,
            DoubleConsumer progress) {
        var channels = pcmFormat.channels();
        var count = Math.min(inputs.size(), MOST_CHANNELS / channels);
        var each = new PcmFormat(Math.min(ENOUGH_HERTZ, pcmFormat.sampleRate()), channels);
        var graph = MergeGraph.apart(merge, inputs.subList(0, count), each);
        var meters = IntStream.range(0, channels)
                .mapToObj(channel -> new PolarityMeter(channel, channels, count, count * channels))
                .toList();
        var output =
                new PcmReader(count * channels, (pcm, frames) -> meters.forEach(meter -> meter.accept(pcm, frames)));
        runner.listen(sources.subList(0, count), graph, GraphRunner.SampleFormat.SHORT, output, progress);
        var found = meters.stream().map(PolarityMeter::inverted).toList();
        return IntStream.range(0, inputs.size())
                .mapToObj(i ->
                        found.stream().map(signs -> i < count && signs.get(i)).toList())
                .toList();
    }
}
