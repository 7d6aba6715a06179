package io.tapedeck.ffmpeg;

import io.tapedeck.recording.AudioInput;
import io.tapedeck.recording.AudioProcessingException;
import io.tapedeck.recording.AudioProcessor;
import io.tapedeck.recording.AudioTask;
import io.tapedeck.recording.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * Measures with one call of ffprobe and one of ffmpeg, which decodes once: it logs the loudness and hands the samples
 * over, and all else is measured while they stream by.
 *
 * <p>Needs of ffmpeg: protocols file and pipe, the demuxers and decoders of {@link Container}, the filters of {@link
 * LoudnessFilters}, those of {@link Reading} and of {@link SteadyCopy}, the encoder pcm_s16le and the muxer s16le.
 */
public final class FfmpegAudioProcessor implements AudioProcessor {
    private static final List<String> FAULTS_OF_THE_FILE = List.of(
            "Error while decoding stream",
            "Invalid data found",
            "corrupt input packet",
            "Cannot determine format of input",
            "Error while opening decoder");

    /** What was heard of a file. */
    private record Hearing(PcmMeter meter, LoudnessFilters loudness, Tool.Exit exit) {}

    private final FfmpegSettings settings;

    public FfmpegAudioProcessor(FfmpegSettings settings) {
        this.settings = settings;
    }

    @Override
    public Measurement measure(Path file) {
        try {
            return Files.size(file) == 0 ? Refusal.EMPTY_FILE.measurement() : sniffed(file, new Tool(settings));
        } catch (PcmMeter.TooLongException e) {
            return Refusal.TOO_LONG.measurement();
        } catch (IOException e) {
            throw new AudioProcessingException("The audio file could not be read", e);
        }
    }

    @Override
    public Production produce(AudioTask task, List<AudioInput> inputs, Path folder, DoubleConsumer progress) {
        var plan = task.plan(inputs.stream().map(AudioInput::measures).toList());
        try {
            return switch (plan) {
                case Plan.Infeasible(var failure) -> new Production.Impossible(failure);
                case Plan.Feasible(var encoding) ->
                    new Producer(new Transcoder(settings, new Tool(settings)), inputs, folder, progress)
                            .produce(task, encoding);
            };
        } catch (PcmMeter.TooLongException e) {
            return new Production.Impossible(Refusal.TOO_LONG.failure());
        }
    }

    private Measurement sniffed(Path file, Tool tool) throws IOException {
        var container = Container.of(file);
        if (container.isEmpty()) {
            return Refusal.UNSUPPORTED_FORMAT.measurement();
        }
        if (container.get() == Container.WAV
                && WavHeader.of(file).filter(header -> header.present() > 0).isEmpty()) {
            return Refusal.NO_AUDIO.measurement();
        }
        return switch (new Ffprobe(settings, tool).ask(file, container.get())) {
            case Ffprobe.Answer.Refused(var refusal) -> refusal.measurement();
            case Ffprobe.Answer.Found(var probe) -> decoded(file, container.get(), probe, tool);
        };
    }

    private Measurement decoded(Path file, Container container, Probe probe, Tool tool) throws IOException {
        var source = Source.ofFile(file, container);
        var hearing = heard(source, Reading.of(container, probe.channels()), probe, tool);
        if (hearing.loudness().wasInterrupted(hearing.exit())) {
            return steadied(file, container, probe, source, tool);
        }
        return measured(new Findings(file, container, probe, Completeness.of(file, container, probe)), hearing);
    }

    private Measurement steadied(Path file, Container container, Probe probe, Source source, Tool tool)
            throws IOException {
        var copies = new SteadyCopy(settings, tool);
        var form = copies.richest(source, probe.form());
        if (form.channels() > Probe.MOST_CHANNELS) {
            return Refusal.TOO_MANY_CHANNELS.measurement();
        }
        if (form.sampleRate() > Probe.HIGHEST_RATE) {
            return Refusal.UNSUPPORTED_SAMPLE_RATE.measurement();
        }
        var copy = file.resolveSibling(file.getFileName() + "-steady.wav");
        try {
            copies.write(source, container, probe.codec(), form, copy);
            var same = probe.in(form);
            var steady = Source.ofFile(copy, Container.WAV);
            var hearing = heard(steady, Reading.plain(form.channels()), same, tool);
            var structure = Completeness.of(file, container, probe).changing(form);
            return measured(new Findings(file, container, same, structure), hearing);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private Hearing heard(Source source, Reading reading, Probe probe, Tool tool) {
        var meter = new PcmMeter(probe, settings.longest().toSeconds() * probe.sampleRate());
        var loudness = new LoudnessFilters("all", probe.sampleRate());
        return new Hearing(meter, loudness, tool.run(command(source, reading, probe, loudness), meter));
    }

    private static Measurement measured(Findings findings, Hearing hearing) throws IOException {
        if (hearing.meter().frames() == 0) {
            return nothingDecoded(hearing.exit());
        }
        if (!hearing.exit().ok()) {
            throw new AudioProcessingException(
                    "ffmpeg failed: " + hearing.exit().lastLine());
        }
        var measures = hearing.meter().measures();
        var loudness = hearing.loudness().read(hearing.exit().log());
        return new Measurement.Measured(
                findings.afterDecoding(hearing.exit()).with(measures, loudness), measures.waveform());
    }

    private List<String> command(Source source, Reading reading, Probe probe, LoudnessFilters loudness) {
        var command = new ArrayList<>(List.of(settings.ffmpeg(), "-nostdin", "-hide_banner", "-nostats", "-v", "info"));
        command.addAll(List.of("-max_error_rate", "1", "-threads", "1", "-filter_complex_threads", "1"));
        command.addAll(TimeLine.OPTIONS);
        command.addAll(source.options());
        command.addAll(List.of("-filter_complex", reading.of(0) + "," + loudness.chain() + "[heard]"));
        command.addAll(List.of("-map", "[heard]", "-map_metadata", "-1"));
        command.addAll(List.of("-ar", String.valueOf(probe.sampleRate())));
        command.addAll(List.of("-c:a", "pcm_s16le", "-f", "s16le", "pipe:1"));
        return command;
    }

    private static Measurement nothingDecoded(Tool.Exit exit) {
        if (FAULTS_OF_THE_FILE.stream().anyMatch(exit::says)) {
            return Refusal.UNREADABLE_AUDIO.measurement();
        }
        if (exit.ok()) {
            return Refusal.NO_AUDIO.measurement();
        }
        throw new AudioProcessingException("ffmpeg failed: " + exit.lastLine());
    }
}
