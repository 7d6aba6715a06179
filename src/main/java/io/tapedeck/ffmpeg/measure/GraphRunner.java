package io.tapedeck.ffmpeg.measure;

import io.tapedeck.ffmpeg.probe.FfmpegInput;
import io.tapedeck.ffmpeg.probe.TimeLine;
import io.tapedeck.ffmpeg.process.FfmpegFaults;
import io.tapedeck.ffmpeg.process.FfmpegSettings;
import io.tapedeck.ffmpeg.process.Progress;
import io.tapedeck.process.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

/** Runs a graph of filters over decoded inputs with one call of ffmpeg, and hands its sound over as samples. */
public final class GraphRunner {
    /** How samples are handed over, little-endian. */
    public enum SampleFormat {
        SHORT("s16le", Short.BYTES),
        FLOAT("f32le", Float.BYTES),
        /** What holds any sample of 32 bits. */
        DOUBLE("f64le", Double.BYTES);

        private final String name;
        private final int width;

        SampleFormat(String name, int width) {
            this.name = name;
            this.width = width;
        }

        /** Bytes of a sample. */
        public int width() {
            return width;
        }
    }

    /** The muxer of raw samples, which writes those of any format as they come. */
    private static final String RAW = "s16le";

    /** Bytes of the widest sample there is. */
    private static final int WIDEST = 8;
    /** Bytes beside the sound. */
    private static final long HEADERS = 1 << 20;

    private final FfmpegSettings settings;
    private final Tool tool;

    public GraphRunner(FfmpegSettings settings, Tool tool) {
        this.settings = settings;
        this.tool = tool;
    }

    /**
     * Hands the graph's {@code [sound]} over without writing it.
     *
     * @param output takes samples of the channels in turn
     */
    public Tool.Exit listen(
            List<FfmpegInput> sources,
            FilterGraph graph,
            SampleFormat samples,
            Tool.Output output,
            DoubleConsumer progress) {
        return run(sources, graph, "sound", List.of(), samples, output, progress);
    }

    /**
     * Hands the graph's {@code [hearing]} over, and writes a file meanwhile.
     *
     * @param file what the command says of the file
     * @param output takes floats of the channels in turn
     */
    public Tool.Exit write(
            List<FfmpegInput> sources,
            FilterGraph graph,
            List<String> file,
            Tool.Output output,
            DoubleConsumer progress) {
        return run(sources, graph, "hearing", file, SampleFormat.FLOAT, output, progress);
    }

    private Tool.Exit run(
            List<FfmpegInput> sources,
            FilterGraph graph,
            String heard,
            List<String> file,
            SampleFormat samples,
            Tool.Output output,
            DoubleConsumer progress) {
        var command =
                new ArrayList<>(List.of(settings.ffmpeg(), "-nostdin", "-y", "-hide_banner", "-nostats", "-v", "info"));
        command.addAll(List.of("-progress", "pipe:2", "-max_error_rate", "1", "-filter_complex_threads", "1"));
        command.addAll(TimeLine.OPTIONS);
        for (var source : sources) {
            command.addAll(List.of("-threads", "1"));
            command.addAll(source.options());
        }
        command.addAll(List.of("-filter_complex", graph.filters() + ";[" + heard + "]anull[heard]"));
        command.addAll(file);
        command.addAll(List.of("-map", "[heard]", "-map_metadata", "-1"));
        // not packet by packet, which is a call of the system for each 20 ms
        command.addAll(List.of("-c:a", "pcm_" + samples.name, "-flush_packets", "0", "-f", RAW, "pipe:1"));
        var most = graph.frames() * graph.channels() * WIDEST + HEADERS;
        var lines = new Progress(graph.seconds(), progress);
        return FfmpegFaults.checked(
                tool.run(new Tool.Run(command, sources.getFirst().input(), output, lines, most)));
    }
}
