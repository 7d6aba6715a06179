package io.tapedeck.ffmpeg.probe;

import io.tapedeck.audio.AudioProcessingException;
import io.tapedeck.ffmpeg.process.FfmpegSettings;
import io.tapedeck.process.Tool;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks ffprobe for all sound tracks of a file and, by their packets, for when each ends, which few containers say. */
public final class TrackProbe {
    private static final List<String> QUESTION = List.of(
            "-select_streams",
            "a",
            "-show_entries",
            "packet=stream_index,pts_time,duration_time:stream=index,codec_name,sample_rate,channels",
            "-of",
            "csv");
    private static final int FIELDS_OF_PACKET = 4;
    private static final int FIELDS_OF_STREAM = 5;

    private final FfmpegSettings settings;
    private final Tool tool;
    private final List<Track> tracks = new ArrayList<>();
    private final Map<String, Double> ends = new HashMap<>();

    public TrackProbe(FfmpegSettings settings, Tool tool) {
        this.settings = settings;
        this.tool = tool;
    }

    /** What becomes of the tracks of a file that has one at least. */
    public Tracks ask(SoundFile file) {
        var source = FfmpegInput.toProbe(file);
        var command = new ArrayList<>(List.of(settings.ffprobe(), "-hide_banner", "-v", "error"));
        command.addAll(QUESTION);
        command.addAll(source.options());
        var exit = tool.run(new Tool.Run(command, source.input(), this::read, line -> true, 0));
        if (!exit.ok() || tracks.isEmpty()) {
            throw new AudioProcessingException(settings.ffprobe() + " failed: " + exit.lastLine());
        }
        return Tracks.of(tracks, file.container());
    }

    /** Packets come first. */
    private void read(InputStream stream) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            var fields = line.split(",");
            if (fields.length >= FIELDS_OF_PACKET && fields[0].equals("packet")) {
                ends.merge(fields[1], number(fields[2]) + number(fields[3]), Math::max);
            } else if (fields.length >= FIELDS_OF_STREAM && fields[0].equals("stream")) {
                tracks.add(new Track(
                        tracks.size(),
                        fields[2],
                        (int) number(fields[3]),
                        (int) number(fields[4]),
                        ends.getOrDefault(fields[1], 0.0)));
            }
        }
    }

    private static double number(String text) {
        return text.matches("-?[0-9]{1,15}(\\.[0-9]+)?") ? Double.parseDouble(text) : 0;
    }
}
