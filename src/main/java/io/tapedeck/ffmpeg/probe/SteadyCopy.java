package io.tapedeck.ffmpeg.probe;

import io.tapedeck.audio.AudioInput;
import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.AudioProcessingException;
import io.tapedeck.audio.Format;
import io.tapedeck.audio.measure.Warning;
import io.tapedeck.container.Container;
import io.tapedeck.ffmpeg.process.FfmpegFaults;
import io.tapedeck.ffmpeg.process.FfmpegSettings;
import io.tapedeck.process.LogTail;
import io.tapedeck.process.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A copy in one form of audio whose form changes midway, such as MP3 files and Ogg streams that were joined. ffmpeg sets up its filters
 * anew at each change, and they forget what they knew: where the sound is, how loud it was. So these files are brought to
 * one form by an ffmpeg of its own before all else. Nothing is lost in it: it has the highest rate and the most
 * channels of all, and where there are fewer, they are dealt out in turn.
 */
public final class SteadyCopy {
    /** Takes the form of each frame from what ffmpeg says. */
    private static final class PcmFormats implements LogTail.Filter {
        private static final Pattern FRAME =
                Pattern.compile("\\[Parsed_ashowinfo.* channels:(\\d{1,3}) .* rate:(\\d{1,7}) .*");

        private PcmFormat richest;

        private PcmFormats(PcmFormat first) {
            this.richest = first;
        }

        @Override
        public boolean keeps(String line) {
            var frame = FRAME.matcher(line);
            if (frame.matches()) {
                var channels = Math.max(richest.channels(), Integer.parseInt(frame.group(1)));
                richest = new PcmFormat(Math.max(richest.sampleRate(), Integer.parseInt(frame.group(2))), channels);
            }
            return !line.startsWith("[Parsed_ashowinfo");
        }
    }

    private static final int BYTES = Float.BYTES;
    private static final long HEADERS = 1 << 20;

    private final FfmpegSettings settings;
    private final Tool tool;

    public SteadyCopy(FfmpegSettings settings, Tool tool) {
        this.settings = settings;
        this.tool = tool;
    }

    /** The audio itself, or if its form changes a copy of it. */
    public AudioInput of(AudioInput input, Path folder, int number) {
        if (input.measures().warnings().stream().noneMatch(warning -> warning.code() == Warning.Code.FORM_CHANGE)) {
            return input;
        }
        var measures = input.measures();
        var changing = folder.resolve("changing-" + number);
        var source = FfmpegInput.copied(input, changing);
        var copy = folder.resolve("steady-" + number + ".wav");
        write(file(changing, measures), source, measures.codec(), pcmFormat(measures), copy);
        return new AudioInput(steady(measures), () -> Files.newInputStream(copy));
    }

    private static SoundFile file(Path path, AudioMeasures measures) {
        try {
            return SoundFile.of(path, Container.of(measures.format()));
        } catch (IOException e) {
            throw new AudioProcessingException("The audio could not be read", e);
        }
    }

    /** The form that has most of all that there are in the file. */
    public PcmFormat richest(SoundFile file, FfmpegInput source, PcmFormat first) {
        return file.isMixed() ? file.richest() : richest(source, first);
    }

    private PcmFormat richest(FfmpegInput source, PcmFormat first) {
        var pcmFormats = new PcmFormats(first);
        var command = command(source);
        command.addAll(List.of("-map", "0:a:0", "-af", "ashowinfo", "-f", "null", "-"));
        run(source, command, 0, pcmFormats);
        return pcmFormats.richest;
    }

    /**
     * Writes a WAV file of the sound in one form.
     *
     * @param source how the file is read as a whole
     * @param codec as ffprobe names it
     */
    public void write(SoundFile file, FfmpegInput source, String codec, PcmFormat pcmFormat, Path copy) {
        if (file.isMixed()) {
            write(new PartSource(settings, tool).of(file, pcmFormat), false, pcmFormat, copy);
        } else {
            // of time stamps only Opus' go on as they were when the form changes; those of others are in units of the
            // first rate
            write(source, file.container().hasTimeLine() && codec.equals("opus"), pcmFormat, copy);
        }
    }

    private void write(FfmpegInput source, boolean timed, PcmFormat pcmFormat, Path copy) {
        var command = command(source);
        command.addAll(List.of("-filter_complex", pcmFormat.filled(timed, "steady"), "-map", "[steady]"));
        command.addAll(List.of("-map_metadata", "-1", "-c:a", "pcm_f32le", "-rf64", "auto", "-f", "wav"));
        command.add("file:" + copy.toAbsolutePath());
        var most = settings.longest().toSeconds() * pcmFormat.sampleRate() * pcmFormat.channels() * BYTES;
        run(source, command, most + HEADERS, line -> true);
    }

    private List<String> command(FfmpegInput source) {
        var command =
                new ArrayList<>(List.of(settings.ffmpeg(), "-nostdin", "-y", "-hide_banner", "-nostats", "-v", "info"));
        command.addAll(List.of("-max_error_rate", "1", "-filter_complex_threads", "1", "-threads", "1"));
        command.addAll(TimeLine.OPTIONS);
        command.addAll(source.options());
        return command;
    }

    private void run(FfmpegInput source, List<String> command, long mostWritten, LogTail.Filter lines) {
        FfmpegFaults.checked(tool.run(new Tool.Run(command, source.input(), stream -> {}, lines, mostWritten)));
    }

    private static PcmFormat pcmFormat(AudioMeasures measures) {
        return new PcmFormat(measures.sampleRate(), measures.channels());
    }

    private static AudioMeasures steady(AudioMeasures changing) {
        return new AudioMeasures(
                Format.WAV,
                "pcm_f32le",
                changing.sampleRate(),
                changing.bitrate(),
                changing.channels(),
                changing.duration(),
                changing.quality(),
                changing.loudness(),
                changing.layout(),
                changing.speech(),
                List.of(),
                changing.signal());
    }
}
