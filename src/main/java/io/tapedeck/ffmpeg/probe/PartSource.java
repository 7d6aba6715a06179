package io.tapedeck.ffmpeg.probe;

import io.tapedeck.container.Part;
import io.tapedeck.ffmpeg.process.FfmpegSettings;
import io.tapedeck.ffmpeg.process.Piping;
import io.tapedeck.process.Tool;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files that a file was joined of, where ffmpeg does not go on from one to the next: one ffmpeg decodes each, and another reads all. */
final class PartSource {
    private final FfmpegSettings settings;
    private final Tool tool;

    PartSource(FfmpegSettings settings, Tool tool) {
        this.settings = settings;
        this.tool = tool;
    }

    /** What is to be read in place of the file, in one form. */
    FfmpegInput of(SoundFile file, PcmFormat pcmFormat) {
        return FfmpegInput.openWav(stream -> {
            var muxer = "wav";
            for (var part : file.stretches()) {
                Piping.pass(tool, command(file, pcmFormat, muxer), feeding(file.path(), part), stream);
                muxer = "f32le";
            }
        });
    }

    private List<String> command(SoundFile file, PcmFormat pcmFormat, String muxer) {
        var command =
                new ArrayList<>(List.of(settings.ffmpeg(), "-nostdin", "-hide_banner", "-nostats", "-v", "error"));
        command.addAll(List.of("-max_error_rate", "1", "-threads", "1", "-filter_complex_threads", "1"));
        command.addAll(TimeLine.OPTIONS);
        command.addAll(file.container().pipeOptions());
        var graph = pcmFormat.filled(file.container().hasTimeLine(), "sound");
        command.addAll(List.of("-i", "pipe:0", "-filter_complex", graph, "-map", "[sound]"));
        command.addAll(List.of("-map_metadata", "-1", "-c:a", "pcm_f32le", "-f", muxer, "pipe:1"));
        return command;
    }

    private static Tool.Input feeding(Path file, Part part) {
        return stream -> {
            try (var channel = FileChannel.open(file)) {
                var target = Channels.newChannel(stream);
                for (var at = part.start(); at < part.end(); ) {
                    at += channel.transferTo(at, part.end() - at, target);
                }
            } catch (IOException e) {
                // a tool that has what it needs closes its end
            }
        };
    }
}
