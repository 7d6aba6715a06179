package io.tapedeck.ffmpeg.make;

import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.AudioProcessingException;
import io.tapedeck.audio.AudioProcessor.Production.Produced;
import io.tapedeck.audio.AudioResult;
import io.tapedeck.audio.Encoding;
import io.tapedeck.audio.Treatment;
import io.tapedeck.audio.Waveform;
import io.tapedeck.container.Container;
import io.tapedeck.ffmpeg.measure.FilterGraph;
import io.tapedeck.ffmpeg.measure.Findings;
import io.tapedeck.ffmpeg.measure.GraphRunner;
import io.tapedeck.ffmpeg.measure.LoudnessProcess;
import io.tapedeck.ffmpeg.measure.PcmMeter;
import io.tapedeck.ffmpeg.measure.SoundMeasures;
import io.tapedeck.ffmpeg.probe.Completeness;
import io.tapedeck.ffmpeg.probe.FfmpegInput;
import io.tapedeck.ffmpeg.probe.Ffprobe;
import io.tapedeck.ffmpeg.probe.PcmFormat;
import io.tapedeck.ffmpeg.probe.Probe;
import io.tapedeck.ffmpeg.probe.SoundFile;
import io.tapedeck.ffmpeg.probe.SteadyCopy;
import io.tapedeck.ffmpeg.process.FfmpegFaults;
import io.tapedeck.ffmpeg.process.FfmpegSettings;
import io.tapedeck.problem.Failure;
import io.tapedeck.process.Tool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoubleConsumer;

/**
 * Makes new audio with one call of ffmpeg, which decodes the inputs, filters them, writes the result, and at the same
 * time hands its samples over to be measured, their loudness by another ffmpeg that runs beside it; and with one of ffprobe,
 * which reads the result back.
 */
public final class Transcoder {
    /** New audio in a file. */
    record Transcoded(Path file, AudioMeasures measures, Waveform waveform) {
        /** The same in another place. */
        Transcoded at(Path place) {
            return new Transcoded(place, measures, waveform);
        }

        Produced produced(Set<Treatment> treatments, AudioResult result) {
            return new Produced(file, measures, waveform, treatments, result);
        }
    }

    private static final String KEPT = ";[sound]asplit[keeping][hearing];[keeping]%sanull[kept]";
    /** Seconds by which a length may differ from what was planned. */
    private static final double TOLERANCE = 0.005;
    /** Seconds for each input beside: some lengths are known to the millisecond, and another rate may add a sample. */
    private static final double TOLERANCE_PER_INPUT = 0.001;
    /** Seconds by which what a file states may differ from that: of lossy codecs it counts whole packets. */
    private static final double TOLERANCE_LOSSY = 0.06;
    /** Samples in two of MP3's at low rates. */
    private static final double PACKETS = 1152;
    /** Bytes beside the sound. */
    private static final long HEADERS = 1 << 20;

    private final FfmpegSettings settings;
    private final Tool tool;
    private final GraphRunner runner;

    public Transcoder(FfmpegSettings settings, Tool tool) {
        this.settings = settings;
        this.tool = tool;
        this.runner = new GraphRunner(settings, tool);
    }

    /** What lets it listen to sound without writing it. */
    GraphRunner runner() {
        return runner;
    }

    /**
     * Writes the sound to a file, measures it meanwhile, and reads it back.
     *
     * @param folder that the file is put in
     * @throws PcmMeter.TooLongException if it is longer than what is allowed
     */
    Transcoded encode(
            List<FfmpegInput> sources, FilterGraph graph, Encoder encoder, Path folder, DoubleConsumer progress) {
        var wanted = encoder.encoding();
        var file = folder.resolve("result." + wanted.format().extension());
        var meter = new PcmMeter(unwritten(wanted), settings.longest().toSeconds() * graph.sampleRate());
        var written = encoder.isInTwoSteps() ? folder.resolve("written.ogg") : file;
        var pcmFormat = new PcmFormat(graph.sampleRate(), graph.channels());
        var loudness = new LoudnessProcess(settings, tool, pcmFormat, meter::accept);
        var kept = new FilterGraph(
                graph.filters() + KEPT.formatted(encoder.filters(graph.frames())),
                graph.sampleRate(),
                graph.channels(),
                graph.seconds(),
                graph.inputs());
        runner.write(sources, kept, encoder.output(written), loudness, progress);
        checkLength(graph, meter.frames());
        if (!written.equals(file)) {
            rewrap(written, file, encoder);
        }
        var seconds = meter.frames() / (double) graph.sampleRate();
        return readBack(file, wanted, seconds, new SoundMeasures(meter.measures(), loudness.loudness()));
    }

    /** What says how files are coded. */
    Ffprobe ffprobe() {
        return new Ffprobe(settings, tool);
    }

    /**
     * Decodes what was written and holds it to a proof.
     *
     * @return why it does not stand up to it
     */
    Optional<Failure> prove(Transcoded made, Encoding encoding, Proof proof, DoubleConsumer progress) {
        try {
            var source = FfmpegInput.ofFile(SoundFile.of(made.file(), Container.of(encoding.format())));
            var filters = source.filters(encoding.channels()).of(0) + "[sound]";
            var seconds = made.measures().seconds();
            var graph = new FilterGraph(filters, encoding.decodedRate(), encoding.channels(), seconds, 1);
            runner.listen(List.of(source), graph, GraphRunner.SampleFormat.FLOAT, proof, progress);
        } catch (IOException e) {
            throw new AudioProcessingException("The new audio could not be read back", e);
        }
        var heard = proof.frames() / (double) encoding.decodedRate();
        if (heard < made.measures().seconds() - TOLERANCE) {
            throw new AudioProcessingException("Of %.3f s of the new audio, %.3f s could be decoded"
                    .formatted(made.measures().seconds(), heard));
        }
        return proof.fault().stream()
                .mapToObj(fault -> notProven(fault / (double) encoding.decodedRate()))
                .findFirst();
    }

    private static Failure notProven(double seconds) {
        var message = "Something can still be heard at %.3f s of the result, where nothing is to be; it was not kept.";
        return new Failure("redaction-not-proven", String.format(Locale.ROOT, message, seconds));
    }

    /** What makes one form of inputs that change theirs. */
    SteadyCopy steadyCopy() {
        return new SteadyCopy(settings, tool);
    }

    private void rewrap(Path written, Path file, Encoder encoder) {
        var command = new ArrayList<>(
                List.of(settings.ffmpeg(), "-nostdin", "-y", "-hide_banner", "-nostats", "-v", "error"));
        command.addAll(Container.OGG.inputOptions());
        command.addAll(List.of("-i", "file:" + written.toAbsolutePath()));
        command.addAll(encoder.copy(file));
        FfmpegFaults.checked(tool.run(new Tool.Run(
                command,
                Tool.Input.NONE,
                stream -> {},
                line -> true,
                2 * written.toFile().length() + HEADERS)));
    }

    private static void checkLength(FilterGraph graph, long frames) {
        var seconds = frames / (double) graph.sampleRate();
        var tolerance = TOLERANCE + (graph.inputs() - 1) * TOLERANCE_PER_INPUT;
        if (Math.abs(seconds - graph.seconds()) > tolerance) {
            throw new AudioProcessingException(
                    "ffmpeg made %.3f s of sound where %.3f s were planned".formatted(seconds, graph.seconds()));
        }
    }

    /**
     * What the file says of itself must be what was planned. As many samples went into it as were to, and without a gap; so if
     * its time line ends where it is to end, it has all of them, and need not be decoded to know it.
     *
     * @param seconds of what went into it
     */
    private Transcoded readBack(Path file, Encoding wanted, double seconds, SoundMeasures written) {
        try {
            var sound = SoundFile.of(file, Container.of(wanted.format()));
            if (ffprobe().ask(sound) instanceof Ffprobe.Answer.Found found && isAsWanted(found.probe(), wanted)) {
                var probe = found.probe();
                var structure = Completeness.of(sound, probe);
                checkWritten(structure, wanted, seconds);
                var findings = new Findings(sound, probe, structure, List.of());
                var heard = written.centred(runner, FfmpegInput.ofFile(sound), probe);
                return new Transcoded(file, findings.with(heard), heard.sound().waveform());
            }
        } catch (IOException e) {
            throw new AudioProcessingException("The new audio could not be read back", e);
        }
        throw new AudioProcessingException("ffmpeg wrote something else than what was planned");
    }

    private static void checkWritten(Completeness structure, Encoding wanted, double seconds) {
        var tolerance = wanted.codec().isExact() ? TOLERANCE : Math.max(TOLERANCE_LOSSY, PACKETS / wanted.sampleRate());
        var stated = structure.promised().orElse(seconds);
        if (structure.isCut() || Math.abs(stated - seconds) > tolerance) {
            throw new AudioProcessingException(
                    "ffmpeg wrote %.3f s of sound where %.3f s were planned".formatted(stated, seconds));
        }
    }

    private static boolean isAsWanted(Probe probe, Encoding wanted) {
        return probe.codec().equals(wanted.codec().toString())
                && probe.channels() == wanted.channels()
                && probe.sampleRate() == wanted.decodedRate();
    }

    private static Probe unwritten(Encoding wanted) {
        var none = OptionalDouble.empty();
        return new Probe(wanted.codec().toString(), wanted.sampleRate(), wanted.channels(), none, none);
    }
}
