package io.tapedeck.ffmpeg.probe;

import io.tapedeck.audio.AudioProcessingException;
import io.tapedeck.container.Container;
import io.tapedeck.ffmpeg.process.FfmpegSettings;
import io.tapedeck.process.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

/** Asks ffprobe what a container says. */
public final class Ffprobe {
    /** What became of asking. */
    public sealed interface Answer {
        /**
         * The file can be used.
         *
         * @param probe what it says of its first sound track
         * @param tracks how many sound tracks it has
         * @param sampleFormat what the first decodes to, as ffmpeg names it
         */
        record Found(Probe probe, long tracks, String sampleFormat) implements Answer {}

        /** The file cannot be used. */
        record Refused(RejectionReason reason) implements Answer {}
    }

    private static final String ENTRIES =
            "stream=codec_type,codec_name,sample_rate,channels,sample_fmt,bit_rate,duration,start_time"
                    + ":stream_disposition=attached_pic:format=duration,start_time";
    private static final int LONGEST_ANSWER = 64 * 1024;
    /** The system's numbers for a file that is not there or not to be read, and for want of memory, files and disk space. */
    private static final Set<String> FAULTS_OF_THE_MACHINE = Set.of("-2", "-13", "-12", "-23", "-24", "-28");

    private static final Set<String> UNTRUE_BITRATES =
            Set.of("vorbis", "amr_nb", "amr_wb", "adpcm_ms", "adpcm_ima_wav");

    private final FfmpegSettings settings;
    private final Tool tool;

    public Ffprobe(FfmpegSettings settings, Tool tool) {
        this.settings = settings;
        this.tool = tool;
    }

    public Answer ask(SoundFile file) {
        var source = FfmpegInput.toProbe(file);
        var text = new StringBuilder();
        var exit = tool.run(
                new Tool.Run(command(source), source.input(), stream -> text.append(read(stream)), line -> true, 0));
        var answer = parse(text.toString());
        if (exit.ok()) {
            return answer(answer, file.container(), exit.says("Estimating duration"));
        }
        if (exit.says("not on whitelist")) {
            return new Answer.Refused(RejectionReason.UNSUPPORTED_FORMAT);
        }
        if (exit.says("Could not open codec") || isFaultOfTheFile(answer.getOrDefault("error.code", ""))) {
            return new Answer.Refused(RejectionReason.UNREADABLE_AUDIO);
        }
        throw new AudioProcessingException(settings.ffprobe() + " failed: " + exit.lastLine());
    }

    /** Any other number says what is wrong with the data, and will say so again. */
    private static boolean isFaultOfTheFile(String number) {
        return !number.isEmpty() && !FAULTS_OF_THE_MACHINE.contains(number);
    }

    private List<String> command(FfmpegInput source) {
        var command = new ArrayList<>(List.of(settings.ffprobe(), "-hide_banner", "-v", "warning"));
        command.addAll(List.of("-show_entries", ENTRIES, "-show_error", "-of", "flat"));
        command.addAll(source.options());
        return command;
    }

    private static String read(InputStream stream) throws IOException {
        var bytes = stream.readNBytes(LONGEST_ANSWER);
        stream.transferTo(OutputStream.nullOutputStream());
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Lines of {@code key="value"} or {@code key=value}. */
    private static Map<String, String> parse(String text) {
        var values = new HashMap<String, String>();
        text.lines().filter(line -> line.contains("=")).forEach(line -> {
            var at = line.indexOf('=');
            values.put(line.substring(0, at), line.substring(at + 1).replace("\"", ""));
        });
        return values;
    }

    private static Answer answer(Map<String, String> values, Container container, boolean estimated) {
        var streams = IntStream.range(0, 16)
                .mapToObj(i -> "streams.stream." + i + ".")
                .toList();
        var sounds = streams.stream()
                .filter(stream -> "audio".equals(values.get(stream + "codec_type")))
                .toList();
        if (sounds.isEmpty()) {
            return new Answer.Refused(RejectionReason.NO_AUDIO);
        }
        var sound = sounds.getFirst();
        if (!container.holds(values.getOrDefault(sound + "codec_name", ""))
                || streams.stream().anyMatch(stream -> isVideo(values, stream))) {
            return new Answer.Refused(RejectionReason.UNSUPPORTED_FORMAT);
        }
        return answer(values, sound, container, sounds.size(), estimated);
    }

    private static boolean isVideo(Map<String, String> values, String stream) {
        return "video".equals(values.get(stream + "codec_type"))
                && "0".equals(values.get(stream + "disposition.attached_pic"));
    }

    private static Answer answer(
            Map<String, String> values, String sound, Container container, int tracks, boolean estimated) {
        var rate = (int) number(values, sound + "sample_rate").orElse(0);
        var channels = (int) number(values, sound + "channels").orElse(0);
        if (channels > Probe.MOST_CHANNELS) {
            return new Answer.Refused(RejectionReason.TOO_MANY_CHANNELS);
        }
        if (channels < 1 || rate < Probe.LOWEST_RATE || rate > Probe.HIGHEST_RATE) {
            return new Answer.Refused(RejectionReason.UNSUPPORTED_SAMPLE_RATE);
        }
        var codec = values.get(sound + "codec_name");
        var duration = estimated ? OptionalDouble.empty() : duration(values, sound, container);
        var probe = new Probe(codec, rate, channels, kbps(codec, values, sound), duration);
        return new Answer.Found(probe, tracks, values.getOrDefault(sound + "sample_fmt", ""));
    }

    /** Of some none: what is stated is what the encoder aimed for, that of the first frame, or any figure. */
    private static OptionalDouble kbps(String codec, Map<String, String> values, String sound) {
        if (UNTRUE_BITRATES.contains(codec)) {
            return OptionalDouble.empty();
        }
        return number(values, sound + "bit_rate").stream()
                .map(bits -> bits / 1000)
                .findFirst();
    }

    /** Of most it is the time at which the sound ends, while MP4 states the length of the sound alone. */
    private static OptionalDouble duration(Map<String, String> values, String sound, Container container) {
        var stream = number(values, sound + "duration");
        var duration = stream.isPresent() ? stream : number(values, "format.duration");
        if (duration.isEmpty() || container == Container.MP4) {
            return duration;
        }
        return OptionalDouble.of(
                duration.getAsDouble() - number(values, sound + "start_time").orElse(0));
    }

    private static OptionalDouble number(Map<String, String> values, String key) {
        var text = values.getOrDefault(key, "");
        return text.matches("-?[0-9]{1,15}(\\.[0-9]+)?")
                ? OptionalDouble.of(Double.parseDouble(text))
                : OptionalDouble.empty();
    }
}
