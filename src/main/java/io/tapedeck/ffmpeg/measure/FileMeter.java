package io.tapedeck.ffmpeg.measure;

import io.tapedeck.audio.AudioProcessingException;
import io.tapedeck.audio.AudioProcessor.Measurement;
import io.tapedeck.audio.RawFormat;
import io.tapedeck.audio.measure.Warning;
import io.tapedeck.container.Container;
import io.tapedeck.container.WavFile;
import io.tapedeck.ffmpeg.probe.Completeness;
import io.tapedeck.ffmpeg.probe.FfmpegInput;
import io.tapedeck.ffmpeg.probe.Ffprobe;
import io.tapedeck.ffmpeg.probe.InputFilters;
import io.tapedeck.ffmpeg.probe.Probe;
import io.tapedeck.ffmpeg.probe.RejectionReason;
import io.tapedeck.ffmpeg.probe.SoundFile;
import io.tapedeck.ffmpeg.probe.SteadyCopy;
import io.tapedeck.ffmpeg.probe.TimeLine;
import io.tapedeck.ffmpeg.probe.Track;
import io.tapedeck.ffmpeg.probe.TrackProbe;
import io.tapedeck.ffmpeg.probe.TrackSource;
import io.tapedeck.ffmpeg.probe.Tracks;
import io.tapedeck.ffmpeg.process.FfmpegFaults;
import io.tapedeck.ffmpeg.process.FfmpegSettings;
import io.tapedeck.process.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Measures with one call of ffprobe and one of ffmpeg, which decodes once: it logs the loudness and hands the samples
 * over, and all else is measured while they stream by.
 *
 * <p>Needs of ffmpeg: protocols file and pipe, the demuxers and decoders of {@link Container}, the filters of {@link
 * LoudnessFilters} and {@link Centering}, those of {@link InputFilters} and of {@link SteadyCopy}, the encoder pcm_s16le and the
 * muxer s16le.
 */
public final class FileMeter {
    private static final Warning OTHER_FORMAT = new Warning(
            Warning.Code.LEFT_OUT,
            "After its sound the file holds a second WAV file with another codec, sample rate or number of channels;"
                    + " it was left out.");

    private static final Warning OTHER_CODEC = new Warning(
            Warning.Code.LEFT_OUT,
            "The file was joined of several; some have a codec that is not taken in it, or follow after too many"
                    + " changes, and were left out.");

    /** What was heard of a file. */
    private record Readings(PcmMeter meter, LoudnessFilters loudness, Tool.Exit exit) {}

    private final FfmpegSettings settings;

    public FileMeter(FfmpegSettings settings) {
        this.settings = settings;
    }

    /**
     * Measures a file, or says why it cannot be used.
     *
     * @param raw how the samples are coded where nothing in the file says so
     */
    public Measurement measure(Path file, Optional<RawFormat> raw) {
        try {
            if (Files.size(file) == 0) {
                return RejectionReason.EMPTY_FILE.measurement();
            }
            var tool = settings.tool();
            return raw.isPresent() && Container.marked(file).isEmpty()
                    ? headerless(file, raw.get(), tool)
                    : sniffed(file, tool);
        } catch (PcmMeter.TooLongException e) {
            return RejectionReason.TOO_LONG.measurement();
        } catch (IOException e) {
            throw new AudioProcessingException("The audio file could not be read", e);
        }
    }

    private Measurement headerless(Path path, RawFormat raw, Tool tool) throws IOException {
        var file = SoundFile.of(path, Container.of(raw));
        return decoded(file, Probe.of(raw), FfmpegInput.ofFile(path, raw), List.of(), tool);
    }

    private Measurement sniffed(Path path, Tool tool) throws IOException {
        var container = Container.of(path);
        if (container.isEmpty()) {
            return RejectionReason.UNSUPPORTED_FORMAT.measurement();
        }
        var file = SoundFile.of(path, container.get());
        if (file.container() == Container.WAV
                && file.wav().filter(found -> found.header().present() > 0).isEmpty()) {
            return RejectionReason.NO_AUDIO.measurement();
        }
        return switch (new Ffprobe(settings, tool).ask(file)) {
            case Ffprobe.Answer.Refused(var reason) -> reason.measurement();
            case Ffprobe.Answer.Found(var probe, var tracks, var _) ->
                tracks > 1 && !file.isMixed() || Track.isIntermittent(probe.codec())
                        ? decoded(file, probe, new TrackProbe(settings, tool).ask(file), tool)
                        : decoded(file, probe, tool);
        };
    }

    private Measurement decoded(SoundFile file, Probe probe, Tool tool) throws IOException {
        var known = probe.withKbps(file.wav().map(WavFile::blockKbps).orElse(OptionalDouble.empty()));
        var source = FfmpegInput.ofFile(file);
        return file.isMixed()
                ? steadied(file, known, source, remarks(file), tool)
                : decoded(file, known, source, remarks(file), tool);
    }

    private static List<Warning> remarks(SoundFile file) {
        var remarks = new ArrayList<Warning>();
        file.wav().filter(WavFile::hasOther).ifPresent(_ -> remarks.add(OTHER_FORMAT));
        if (file.hasOther()) {
            remarks.add(OTHER_CODEC);
        }
        return remarks;
    }

    private Measurement decoded(SoundFile file, Probe probe, Tracks tracks, Tool tool) throws IOException {
        var source = FfmpegInput.ofFile(file);
        if (!tracks.needFilter()) {
            return decoded(file, probe, source, tracks.warnings(), tool);
        }
        var joined = new TrackSource(settings, tool).of(source, tracks, TrackSource.codec(probe.codec()));
        return decoded(file, probe.of(tracks), joined, tracks.warnings(), tool);
    }

    private Measurement decoded(SoundFile file, Probe probe, FfmpegInput source, List<Warning> remarks, Tool tool)
            throws IOException {
        var readings = heard(source, probe, tool);
        if (readings.loudness().wasInterrupted(readings.exit())) {
            return steadied(file, probe, source, remarks, tool);
        }
        var findings = new Findings(file, probe, Completeness.of(file, probe), remarks);
        return measured(findings, readings, source, tool);
    }

    private Measurement steadied(SoundFile file, Probe probe, FfmpegInput source, List<Warning> remarks, Tool tool)
            throws IOException {
        var copies = new SteadyCopy(settings, tool);
        var pcmFormat = copies.richest(file, source, probe.pcmFormat());
        if (pcmFormat.channels() > Probe.MOST_CHANNELS) {
            return RejectionReason.TOO_MANY_CHANNELS.measurement();
        }
        if (pcmFormat.sampleRate() > Probe.HIGHEST_RATE) {
            return RejectionReason.UNSUPPORTED_SAMPLE_RATE.measurement();
        }
        var copy = file.path().resolveSibling(file.path().getFileName() + "-steady.wav");
        try {
            copies.write(file, source, probe.codec(), pcmFormat, copy);
            var same = probe.in(pcmFormat);
            var steady = FfmpegInput.ofFile(SoundFile.of(copy, Container.WAV));
            var structure = Completeness.of(file, probe).changing(pcmFormat);
            return measured(new Findings(file, same, structure, remarks), heard(steady, same, tool), steady, tool);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private Readings heard(FfmpegInput source, Probe probe, Tool tool) {
        var meter = new PcmMeter(probe, settings.longest().toSeconds() * probe.sampleRate());
        var loudness = new LoudnessFilters("all", probe.sampleRate());
        var exit = tool.run(new Tool.Run(command(source, probe, loudness), source.input(), meter, line -> true, 0));
        return new Readings(meter, loudness, exit);
    }

    private Measurement measured(Findings findings, Readings readings, FfmpegInput source, Tool tool)
            throws IOException {
        if (readings.meter().frames() == 0) {
            return nothingDecoded(readings.exit());
        }
        FfmpegFaults.checked(readings.exit());
        var heard = new SoundMeasures(
                        readings.meter().measures(),
                        readings.loudness().read(readings.exit().log()))
                .centred(new GraphRunner(settings, tool), source, findings.probe());
        // what is handed over while it runs ends where it ends: ffmpeg complains of its last packet
        var judged = source.isFed() ? findings : findings.afterDecoding(readings.exit());
        return new Measurement.Measured(judged.with(heard), heard.sound().waveform());
    }

    private List<String> command(FfmpegInput source, Probe probe, LoudnessFilters loudness) {
        var command = new ArrayList<>(List.of(settings.ffmpeg(), "-nostdin", "-hide_banner", "-nostats", "-v", "info"));
        command.addAll(List.of("-max_error_rate", "1", "-threads", "1", "-filter_complex_threads", "1"));
        command.addAll(TimeLine.OPTIONS);
        command.addAll(source.options());
        command.addAll(List.of(
                "-filter_complex", source.filters(probe.channels()).of(0) + "," + loudness.chain() + "[heard]"));
        command.addAll(List.of("-map", "[heard]", "-map_metadata", "-1"));
        command.addAll(List.of("-ar", String.valueOf(probe.sampleRate())));
        command.addAll(List.of("-c:a", "pcm_s16le", "-f", "s16le", "pipe:1"));
        return command;
    }

    /** It would be the same another time, unless ffmpeg never got to the file: what the machine lacks is thrown before. */
    private static Measurement nothingDecoded(Tool.Exit exit) {
        var isSilent = !exit.ok() && exit.lastLine().isBlank();
        if (isSilent || FfmpegFaults.isOfTheCommand(exit)) {
            throw FfmpegFaults.failure(exit);
        }
        return exit.ok() && !FfmpegFaults.isOfTheFile(exit)
                ? RejectionReason.NO_AUDIO.measurement()
                : RejectionReason.UNREADABLE_AUDIO.measurement();
    }
}
