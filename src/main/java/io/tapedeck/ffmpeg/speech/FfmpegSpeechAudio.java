package io.tapedeck.ffmpeg.speech;

import io.tapedeck.audio.AudioInput;
import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.AudioProcessingException;
import io.tapedeck.audio.ChannelLayout;
import io.tapedeck.audio.Signal;
import io.tapedeck.ffmpeg.measure.Centering;
import io.tapedeck.ffmpeg.measure.FilterGraph;
import io.tapedeck.ffmpeg.measure.GraphRunner;
import io.tapedeck.ffmpeg.measure.PcmReader;
import io.tapedeck.ffmpeg.probe.ChannelPlaces;
import io.tapedeck.ffmpeg.probe.FfmpegInput;
import io.tapedeck.ffmpeg.probe.Probe;
import io.tapedeck.ffmpeg.probe.SteadyCopy;
import io.tapedeck.ffmpeg.probe.TrackSource;
import io.tapedeck.ffmpeg.process.FfmpegSettings;
import io.tapedeck.signal.crosstalk.SpeakingTimes;
import io.tapedeck.transcript.Recognizer;
import io.tapedeck.transcript.SpeechAudio;
import io.tapedeck.transcript.SpokenChannel;
import io.tapedeck.transcript.VoiceRanges;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/**
 * Decodes with ffmpeg, as all other work on recordings does, and finds speech while the samples stream by. What one channel leaks
 * into another is muted there, so that nobody hears it twice.
 */
public final class FfmpegSpeechAudio implements SpeechAudio {
    /** Seconds by which the length may differ from the recording's. */
    private static final double TOLERANCE = 0.005;

    private final FfmpegSettings settings;

    public FfmpegSpeechAudio(FfmpegSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<SpokenChannel> channels(AudioInput audio, Path folder, DoubleConsumer progress) {
        var tool = settings.tool();
        var joined = new TrackSource(settings, tool).joined(audio, folder, 0);
        var steady = new SteadyCopy(settings, tool).of(joined, folder, 0);
        var source = FfmpegInput.of(List.of(steady), folder).getFirst();
        var graph = graph(source, audio.measures());
        var times = new SpeakingTimes(graph.channels(), graph.sampleRate(), softest(audio.measures()));
        try (var files = ChannelFiles.in(folder, graph.channels())) {
            var reader = new PcmReader(graph.channels(), (pcm, frames) -> {
                times.accept(pcm, frames);
                files.accept(pcm, frames);
            });
            new GraphRunner(settings, tool)
                    .listen(List.of(source), graph, GraphRunner.SampleFormat.SHORT, reader, progress);
            checkLength(files.frames(), graph);
            return spoken(files, times);
        } catch (IOException e) {
            throw new AudioProcessingException("The channels could not be written to files", e);
        }
    }

    private static FilterGraph graph(FfmpegInput source, AudioMeasures audio) {
        var centering = new Centering(audio.signal().map(Signal::offsets).orElse(List.of()));
        var isOneSound = audio.layout().equals(Optional.of(ChannelLayout.DUPLICATED));
        var filters = source.filters(audio.channels()).of(0) + "[read];" + centering.shift("read", "centred")
                + ";[centred]" + (isOneSound ? ChannelPlaces.only(0) : "anull")
                + ",aresample=" + Recognizer.SAMPLE_RATE + "[sound]";
        return new FilterGraph(filters, Recognizer.SAMPLE_RATE, isOneSound ? 1 : audio.channels(), audio.seconds(), 1);
    }

    private static double softest(AudioMeasures audio) {
        var none = OptionalDouble.empty();
        return new Probe(audio.codec(), audio.sampleRate(), audio.channels(), none, none)
                .softestSpeech(audio.loudness().integrated());
    }

    private static void checkLength(long frames, FilterGraph graph) {
        var seconds = frames / (double) graph.sampleRate();
        if (Math.abs(seconds - graph.seconds()) > TOLERANCE) {
            throw new AudioProcessingException(
                    "ffmpeg decoded %.3f s of sound where there are %.3f s".formatted(seconds, graph.seconds()));
        }
    }

    private static List<SpokenChannel> spoken(ChannelFiles files, SpeakingTimes times) throws IOException {
        var speech = times.speech();
        for (int channel = 0; channel < speech.size(); channel++) {
            files.mute(channel, Leaks.of(speech.get(channel)));
        }
        return IntStream.range(0, speech.size())
                .mapToObj(i -> new SpokenChannel(
                        i, files.path(i), new VoiceRanges(speech.get(i).spoken())))
                .toList();
    }
}
