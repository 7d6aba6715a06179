package io.tapedeck.ffmpeg.make;

import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.Enhancement;
import io.tapedeck.audio.Range;
import io.tapedeck.audio.measure.Loudness;
import io.tapedeck.ffmpeg.measure.Centering;
import io.tapedeck.ffmpeg.measure.FilterGraph;
import io.tapedeck.ffmpeg.measure.GraphRunner;
import io.tapedeck.ffmpeg.measure.LoudnessMeter;
import io.tapedeck.ffmpeg.measure.PcmReader;
import io.tapedeck.ffmpeg.probe.ChannelPlaces;
import io.tapedeck.ffmpeg.probe.FfmpegInput;
import io.tapedeck.ffmpeg.probe.InputFilters;
import io.tapedeck.ffmpeg.probe.PcmFormat;
import io.tapedeck.ffmpeg.probe.Probe;
import io.tapedeck.signal.ChannelMeter;
import io.tapedeck.signal.LevelMeter;
import io.tapedeck.signal.NoiseComparisonMeter;
import io.tapedeck.signal.SilenceFinder;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/** Listens to audio for what an enhancement needs to know of it, each time with one call of ffmpeg. */
final class ProfileMeter {
    private final GraphRunner runner;
    private final Enhancement task;

    ProfileMeter(GraphRunner runner, Enhancement task) {
        this.runner = runner;
        this.task = task;
    }

    /**
     * Listens to audio as it is, but for its offsets.
     *
     * @param loudness of all channels together, where it is known
     */
    SourceProfile measure(
            FfmpegInput source,
            AudioMeasures about,
            Centering centering,
            Optional<Loudness> loudness,
            DoubleConsumer progress) {
        var channels = about.channels();
        var meter = meter(about, loudness);
        var softest = softestSpeech(about);
        var sounds = IntStream.range(0, channels)
                .mapToObj(i -> new ChannelMeter(i, channels, about.sampleRate(), softest))
                .toList();
        var silences = silences(0, channels, channels, about.sampleRate());
        var filters = read(about) + centering.filters("read", "centred") + ";" + meter.filters("centred", "sound");
        var graph = graph(filters, about, channels);
        var output = new PcmReader(channels, (pcm, frames) -> {
            sounds.forEach(sound -> sound.accept(pcm, frames));
            silences.ifPresent(silence -> silence.accept(pcm, frames));
        });
        var exit = runner.listen(List.of(source), graph, GraphRunner.SampleFormat.SHORT, output, progress);
        var channelwise = sounds.stream().map(ChannelMeter::sound).toList();
        return new SourceProfile(channelwise, meter.found(exit.log()), removable(silences));
    }

    /** Listens to audio without its noise, side by side with what it was. */
    DenoisedProfile measureDenoised(
            FfmpegInput source, AudioMeasures about, Centering centering, Denoiser denoiser, DoubleConsumer progress) {
        var channels = about.channels();
        var meter = meter(about, Optional.empty());
        var softest = softestSpeech(about);
        var comparisons = IntStream.range(0, channels)
                .mapToObj(i -> new NoiseComparisonMeter(i, channels + i, 2 * channels, about.sampleRate(), softest))
                .toList();
        var silences = silences(channels, channels, 2 * channels, about.sampleRate());
        var pcmFormat = new PcmFormat(about.sampleRate(), channels).from(about)
                + ",aformat=sample_fmts=flt:channel_layouts=" + ChannelPlaces.of(channels);
        var filters =
                read(about) + centering.filters("read", "centred") + ";[centred]" + pcmFormat + ",asplit[was][noisy];"
                        + denoiser.filters("noisy", "less") + ";" + meter.filters("less", "measured") + ";[measured]"
                        + pcmFormat
                        + "[is];[was][is]amerge=inputs=2[sound]";
        var output = new PcmReader(2 * channels, (pcm, frames) -> {
            comparisons.forEach(comparison -> comparison.accept(pcm, frames));
            silences.ifPresent(silence -> silence.accept(pcm, frames));
        });
        var graph = graph(filters, about, 2 * channels);
        var exit = runner.listen(List.of(source), graph, GraphRunner.SampleFormat.SHORT, output, progress);
        var channelwise =
                comparisons.stream().map(NoiseComparisonMeter::comparison).toList();
        return new DenoisedProfile(channelwise, meter.found(exit.log()), removable(silences));
    }

    /** The offsets of audio of which they are not known. */
    List<Double> offsets(FfmpegInput source, AudioMeasures about) {
        var channels = about.channels();
        var meters = IntStream.range(0, channels)
                .mapToObj(i -> new LevelMeter(i, channels, about.sampleRate(), Short.MAX_VALUE))
                .toList();
        var output = new PcmReader(channels, (pcm, frames) -> meters.forEach(meter -> meter.accept(pcm, frames)));
        var graph = graph(read(about) + "[read]anull[sound]", about, channels);
        runner.listen(List.of(source), graph, GraphRunner.SampleFormat.SHORT, output, _ -> {});
        return meters.stream().map(LevelMeter::offset).toList();
    }

    private static String read(AudioMeasures about) {
        return InputFilters.of(about).of(0) + "[read];";
    }

    private LoudnessMeter meter(AudioMeasures about, Optional<Loudness> known) {
        var each = task.volumeNormalization()
                .filter(Enhancement.Normalization::perChannel)
                .isPresent();
        return new LoudnessMeter(about.channels(), about.sampleRate(), known, each);
    }

    private Optional<SilenceFinder> silences(int first, int count, int stride, int sampleRate) {
        return task.silenceRemoval().map(wanted -> new SilenceFinder(wanted, first, count, stride, sampleRate));
    }

    private static List<Range> removable(Optional<SilenceFinder> silences) {
        return silences.map(SilenceFinder::removable).orElse(List.of());
    }

    private static FilterGraph graph(String filters, AudioMeasures about, int channels) {
        return new FilterGraph(filters, about.sampleRate(), channels, about.seconds(), 1);
    }

    private static double softestSpeech(AudioMeasures about) {
        return Probe.of(about).softestSpeech(about.loudness().integrated());
    }
}
