package io.tapedeck.ffmpeg.make;

import io.tapedeck.audio.Range;
import io.tapedeck.ffmpeg.measure.FilterGraph;
import io.tapedeck.ffmpeg.measure.GraphRunner;
import io.tapedeck.ffmpeg.measure.GraphRunner.SampleFormat;
import io.tapedeck.ffmpeg.probe.FfmpegInput;
import java.util.List;

/**
 * Sound without some ranges, however many, as one ffmpeg decodes it and another reads it. A filter graph alone would need
 * a branch for each, and time that grows with the square of their number: three and a half minutes for a thousand in an
 * hour.
 */
final class CutInput {
    private CutInput() {}

    /**
     * @param graph what is made of the sound before it is cut
     * @param removed in their order, without overlap
     */
    static FfmpegInput of(GraphRunner runner, FfmpegInput source, FilterGraph graph, List<Range> removed) {
        return EditedInput.of(
                runner,
                source,
                graph,
                SampleFormat.FLOAT,
                () -> new Cutter(removed, graph.sampleRate(), graph.channels())::cut);
    }
}
