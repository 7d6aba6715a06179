package io.tapedeck.ffmpeg.make;

import io.tapedeck.audio.Range;
import io.tapedeck.ffmpeg.measure.FilterGraph;
import io.tapedeck.ffmpeg.measure.GraphRunner;
import io.tapedeck.ffmpeg.probe.FfmpegInput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Sound without some ranges, however many, as one ffmpeg decodes it and another reads it. A filter graph alone would need
 * a branch for each, and time that grows with the square of their number: three and a half minutes for a thousand in an
 * hour.
 */
final class CutInput {
    private static final int FORMAT_FLOAT = 3;
    private static final int FORMAT_LENGTH = 16;
    private static final int UNKNOWN = -1;

    private CutInput() {}

    /**
     * @param graph what is made of the sound before it is cut
     * @param removed in their order, without overlap
     */
    static FfmpegInput of(GraphRunner runner, FfmpegInput source, FilterGraph graph, List<Range> removed) {
        return FfmpegInput.openWav(stream -> {
            var cutter = new Cutter(removed, graph.sampleRate(), graph.channels());
            runner.listen(
                    List.of(source),
                    graph,
                    GraphRunner.SampleFormat.FLOAT,
                    sound -> {
                        write(header(graph), stream);
                        cutter.cut(sound, stream);
                    },
                    share -> {});
        });
    }

    private static void write(ByteBuffer bytes, OutputStream stream) throws IOException {
        stream.write(bytes.array());
    }

    /** Of a WAV file whose length is not known. */
    private static ByteBuffer header(FilterGraph graph) {
        var frame = Float.BYTES * graph.channels();
        var header = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN);
        header.put(ascii("RIFF")).putInt(UNKNOWN).put(ascii("WAVE"));
        header.put(ascii("fmt ")).putInt(FORMAT_LENGTH).putShort((short) FORMAT_FLOAT);
        header.putShort((short) graph.channels()).putInt(graph.sampleRate()).putInt(frame * graph.sampleRate());
        header.putShort((short) frame).putShort((short) Float.SIZE);
        return header.put(ascii("data")).putInt(UNKNOWN);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
