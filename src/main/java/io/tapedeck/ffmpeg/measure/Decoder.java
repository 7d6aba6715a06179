package io.tapedeck.ffmpeg.measure;

import io.tapedeck.audio.AudioInput;
import io.tapedeck.audio.AudioProcessingException;
import io.tapedeck.ffmpeg.probe.FfmpegInput;
import io.tapedeck.ffmpeg.probe.SteadyCopy;
import io.tapedeck.ffmpeg.probe.TrackSource;
import io.tapedeck.ffmpeg.process.FfmpegSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleConsumer;

/** Decodes a recording once for those who but listen to it, and makes sure that they hear all of it. */
public final class Decoder {
    /**
     * What is to be heard of it.
     *
     * @param filters a graph from the pad {@code [read]} to the pad {@code [sound]}
     * @param sampleRate Hz of what comes out
     * @param channels of what comes out
     */
    public record Sound(String filters, int sampleRate, int channels) {}

    /** Seconds by which the length may differ from the recording's. */
    private static final double TOLERANCE = 0.005;

    private final FfmpegSettings settings;

    public Decoder(FfmpegSettings settings) {
        this.settings = settings;
    }

    /**
     * Hands all samples over.
     *
     * @param folder where files may lie for a while; the caller empties it
     * @return what filters that measure have logged
     * @throws AudioProcessingException if the tool failed, or there were more or fewer samples than there are
     */
    public String decode(
            AudioInput audio, Path folder, Sound sound, PcmReader.Listener listener, DoubleConsumer progress) {
        var tool = settings.tool();
        var joined = new TrackSource(settings, tool).joined(audio, folder, 0);
        var steady = new SteadyCopy(settings, tool).of(joined, folder, 0);
        var source = FfmpegInput.of(List.of(steady), folder).getFirst();
        var filters = source.filters(audio.measures().channels()).of(0) + "[read];" + sound.filters();
        var graph = new FilterGraph(
                filters, sound.sampleRate(), sound.channels(), audio.measures().seconds(), 1);
        var counted = new Counted(listener);
        var exit = new GraphRunner(settings, tool)
                .listen(
                        List.of(source),
                        graph,
                        GraphRunner.SampleFormat.SHORT,
                        new PcmReader(sound.channels(), counted),
                        progress);
        counted.check(graph);
        return exit.log();
    }

    /** Counts what is handed over. */
    private static final class Counted implements PcmReader.Listener {
        private final PcmReader.Listener listener;
        private long frames;

        Counted(PcmReader.Listener listener) {
            this.listener = listener;
        }

        @Override
        public void accept(short[] pcm, int count) {
            frames += count;
            listener.accept(pcm, count);
        }

        void check(FilterGraph graph) {
            var seconds = frames / (double) graph.sampleRate();
            if (Math.abs(seconds - graph.seconds()) > TOLERANCE) {
                throw new AudioProcessingException(
                        "ffmpeg decoded %.3f s of sound where there are %.3f s".formatted(seconds, graph.seconds()));
            }
        }
    }
}
