package io.tapedeck.ffmpeg.make;

import io.tapedeck.ffmpeg.measure.FilterGraph;
import io.tapedeck.ffmpeg.measure.GraphRunner;
import io.tapedeck.ffmpeg.measure.GraphRunner.SampleFormat;
import io.tapedeck.ffmpeg.probe.FfmpegInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/** Sound whose samples are changed here, between one ffmpeg that decodes it and another that reads it. */
final class EditedInput {
    /** Changes samples that stream by. */
    interface Edit {
        /** Passes on what becomes of them, to the end. */
        void edit(InputStream from, OutputStream to) throws IOException;
    }

    private static final int FORMAT_FLOAT = 3;
    private static final int FORMAT_LENGTH = 16;
    private static final int UNKNOWN = -1;

    private EditedInput() {}

    /**
     * @param graph what is made of the sound before it is edited
     * @param samples how they are handed over, as floating point
     * @param edit begins anew each time that the sound is read
     */
    static FfmpegInput of(
            GraphRunner runner, FfmpegInput source, FilterGraph graph, SampleFormat samples, Supplier<Edit> edit) {
        return FfmpegInput.openWav(stream -> runner.listen(
                List.of(source),
                graph,
                samples,
                sound -> {
                    stream.write(header(graph, samples));
                    edit.get().edit(sound, stream);
                },
                share -> {}));
    }

    /** Of a WAV file whose length is not known. */
    private static byte[] header(FilterGraph graph, SampleFormat samples) {
        var frame = samples.width() * graph.channels();
        var header = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN);
        header.put(ascii("RIFF")).putInt(UNKNOWN).put(ascii("WAVE"));
        header.put(ascii("fmt ")).putInt(FORMAT_LENGTH).putShort((short) FORMAT_FLOAT);
        header.putShort((short) graph.channels()).putInt(graph.sampleRate()).putInt(frame * graph.sampleRate());
        header.putShort((short) frame).putShort((short) (Byte.SIZE * samples.width()));
        return header.put(ascii("data")).putInt(UNKNOWN).array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
