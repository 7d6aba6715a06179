package io.tapedeck.ffmpeg.probe;

import io.tapedeck.audio.AudioInput;
import io.tapedeck.audio.AudioProcessingException;
import io.tapedeck.audio.Format;
import io.tapedeck.audio.measure.Warning;
import io.tapedeck.container.Container;
import io.tapedeck.ffmpeg.process.FfmpegSettings;
import io.tapedeck.ffmpeg.process.Piping;
import io.tapedeck.process.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The tracks of a file as channels, and as long as the file says, as one ffmpeg decodes them and another reads them.
 */
public final class TrackSource {
    private final FfmpegSettings settings;
    private final Tool tool;

    public TrackSource(FfmpegSettings settings, Tool tool) {
        this.settings = settings;
        this.tool = tool;
    }

    /**
     * What is to be read in place of the file.
     *
     * @param codec of the samples between the two, which should lose nothing
     */
    public FfmpegInput of(FfmpegInput file, Tracks tracks, String codec) {
        var command = command(file, tracks, codec);
        return FfmpegInput.openWav(stream -> Piping.pass(tool, command, file.input(), stream));
    }

    /** The input itself, or, if it cannot be read track by track, a file of what is read in its place. */
    public AudioInput joined(AudioInput input, Path folder, int number) {
        var warnings = input.measures().warnings().stream();
        if (!Track.isIntermittent(input.measures().codec())
                && warnings.noneMatch(found -> found.code() == Warning.Code.TRACKS_AS_CHANNELS)) {
            return input;
        }
        var copy = folder.resolve("tracks-" + number);
        var joined = folder.resolve("tracks-%d.wav".formatted(number));
        var codec = codec(input.measures().codec());
        try {
            var source = FfmpegInput.copied(input, copy);
            var tracks = new TrackProbe(settings, tool)
                    .ask(SoundFile.of(copy, Container.of(input.measures().format())));
            try (var stream = Files.newOutputStream(joined)) {
                of(source, tracks, codec).input().feed(stream);
            }
            Files.delete(copy);
        } catch (IOException e) {
            throw new AudioProcessingException("The tracks could not be copied to a file", e);
        }
        var measures = input.measures().in(Format.WAV, codec);
        return new AudioInput(measures, () -> Files.newInputStream(joined));
    }

    /** What loses nothing of what a codec decodes to, but for what is below the noise of a lossy one. */
    public static String codec(String decoded) {
        return decoded.equals("flac") || decoded.equals("alac") ? "pcm_s32le" : "pcm_s16le";
    }

    private List<String> command(FfmpegInput file, Tracks tracks, String codec) {
        var command =
                new ArrayList<>(List.of(settings.ffmpeg(), "-nostdin", "-hide_banner", "-nostats", "-v", "error"));
        command.addAll(List.of("-max_error_rate", "1", "-threads", "1", "-filter_complex_threads", "1"));
        command.addAll(file.options());
        command.addAll(List.of("-filter_complex", tracks.filters() + "[sound]", "-map", "[sound]"));
        command.addAll(List.of("-map_metadata", "-1", "-c:a", codec, "-f", "wav", "pipe:1"));
        return command;
    }
}
