package io.tapedeck.ffmpeg.make;

import io.tapedeck.audio.AudioInput;
import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.AudioProcessor.Production;
import io.tapedeck.audio.AudioResult;
import io.tapedeck.audio.AudioTask;
import io.tapedeck.audio.Compression;
import io.tapedeck.audio.Conversion;
import io.tapedeck.audio.Encoding;
import io.tapedeck.audio.Enhancement;
import io.tapedeck.audio.Merge;
import io.tapedeck.audio.Range;
import io.tapedeck.audio.Trim;
import io.tapedeck.ffmpeg.measure.FilterGraph;
import io.tapedeck.ffmpeg.probe.FfmpegInput;
import io.tapedeck.ffmpeg.probe.PcmFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/** Carries out one task. */
public final class Producer {
    /** Part of a mix that is done when all has been listened to. */
    private static final double LISTENED = 0.4;

    private final Transcoder transcoder;
    private final List<AudioInput> inputs;
    private final Path folder;
    private final DoubleConsumer progress;

    public Producer(Transcoder transcoder, List<AudioInput> inputs, Path folder, DoubleConsumer progress) {
        this.transcoder = transcoder;
        this.inputs = IntStream.range(0, inputs.size())
                .mapToObj(i -> transcoder.steadyCopy().of(inputs.get(i), folder, i))
                .toList();
        this.folder = folder;
        this.progress = progress;
    }

    /**
     * Does what was asked.
     *
     * @param encoding what the task comes to for these inputs
     */
    public Production produce(AudioTask task, Encoding encoding) {
        var measures = inputs.stream().map(AudioInput::measures).toList();
        var first = measures.getFirst();
        return switch (task) {
            case Conversion _ -> written(TrimGraph.whole(first, encoding), encoding, false, List.of());
            case Compression compression
            when compression.maxSize().isPresent() ->
                new SizedProducer(transcoder, inputs.getFirst(), folder, progress)
                        .produce(encoding, compression.maxSize().get());
            case Compression _ -> written(TrimGraph.whole(first, encoding), encoding, true, List.of());
            case Trim trim -> {
                var graph = TrimGraph.of(trim.kept(first.duration()), first, encoding);
                yield written(graph, encoding, false, trim.removed(first.duration()));
            }
            case Merge merge -> merged(merge, measures, encoding);
            case Enhancement enhancement ->
                new Enhancer(transcoder, enhancement, inputs.getFirst(), folder).produce(encoding, progress);
        };
    }

    private Production merged(Merge merge, List<AudioMeasures> measures, Encoding encoding) {
        var sources = FfmpegInput.of(inputs, folder);
        if (merge.mode() != Merge.Mode.MIX) {
            return written(sources, MergeGraph.of(merge, measures, encoding, List.of()), encoding, progress);
        }
        var inverted = new MixPolarity(transcoder.runner())
                .inverted(merge, measures, sources, PcmFormat.of(encoding), ProgressSteps.part(progress, 0, LISTENED));
        var graph = MergeGraph.of(merge, measures, encoding, inverted);
        return written(sources, graph, encoding, ProgressSteps.part(progress, LISTENED, 1));
    }

    private Production written(
            List<FfmpegInput> sources, FilterGraph graph, Encoding encoding, DoubleConsumer progress) {
        var transcoded = transcoder.encode(sources, graph, new Encoder(encoding, false), folder, progress);
        return transcoded.produced(Set.of(), AudioResult.PLAIN);
    }

    private Production written(FilterGraph graph, Encoding encoding, boolean constant, List<Range> removed) {
        var encoder = new Encoder(encoding, constant);
        var transcoded = transcoder.encode(FfmpegInput.of(inputs, folder), graph, encoder, folder, progress);
        return transcoded.produced(Set.of(), AudioResult.removing(removed));
    }
}
