package io.tapedeck.ffmpeg.make;

import io.tapedeck.audio.Codec;
import io.tapedeck.audio.Encoding;
import io.tapedeck.audio.Format;
import io.tapedeck.container.Mp3Frames;
import io.tapedeck.ffmpeg.probe.ChannelPlaces;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How ffmpeg is told to write audio.
 *
 * @param constant whether the bitrate is to be the same all the time, so that the size can be foretold
 */
record Encoder(Encoding encoding, boolean constant) {
    private static final List<String> BARE =
            List.of("-map_metadata", "-1", "-map_chapters", "-1", "-fflags", "+bitexact", "-flags:a", "+bitexact");
    /** Samples in a frame of AAC. */
    private static final int AAC_FRAME = 1024;

    /** The options that write the pad {@code [kept]} to a file. Nothing that the inputs say of themselves is copied. */
    List<String> output(Path file) {
        var options = new ArrayList<>(List.of("-map", "[kept]", "-threads", "1", "-c:a", name()));
        encoding.bitrate().ifPresent(kbps -> options.addAll(bitrate(kbps)));
        options.addAll(BARE);
        options.addAll(muxer(isInTwoSteps() ? Format.OGG : encoding.format()));
        options.add("file:" + file.toAbsolutePath());
        return options;
    }

    /** Vorbis says where it ends in the last page of an Ogg file alone, whence it can be taken over. */
    boolean isInTwoSteps() {
        return encoding.codec() == Codec.VORBIS && encoding.format() == Format.WEBM;
    }

    /** The options of the second step, which writes what was written first as it is. */
    List<String> copy(Path file) {
        var options = new ArrayList<>(List.of("-map", "0:a:0", "-c", "copy"));
        options.addAll(BARE);
        options.addAll(muxer(encoding.format()));
        options.add("file:" + file.toAbsolutePath());
        return options;
    }

    /** Filters for what only this codec needs, ending in a comma. */
    String filters(long frames) {
        return leadIn(frames) + ChannelPlaces.wanted(encoding.codec(), encoding.channels()) + ",";
    }

    /**
     * Decoders play the whole of AAC's last
     * frame. So that it holds nothing but sound, the sound begins within the first one, and the file says from where on
     * it is to be played. What comes before is the beginning of the sound once more: the encoder takes long to find its
     * bitrate after a start out of silence. Of less than half a frame, all would come before: that is written as it is.
     */
    private String leadIn(long frames) {
        if (encoding.codec() != Codec.AAC || frames <= AAC_FRAME / 2) {
            return "";
        }
        var lead = Math.floorMod(-frames, AAC_FRAME);
        return exactly(frames) + ",asplit[first][all];[first]" + exactly(lead) + "[lead];"
                + "[lead][all]concat=v=0:a=1,asetpts=round((N-" + lead + ")/SR/TB),";
    }

    private static String exactly(long frames) {
        return "apad=whole_len=%d,atrim=end_sample=%d".formatted(frames, frames);
    }

    private String name() {
        return switch (encoding.codec()) {
            case MP3 -> "libmp3lame";
            case OPUS -> "libopus";
            case VORBIS -> "libvorbis";
            default -> encoding.codec().toString();
        };
    }

    /** Opus is not told that it is speech, which would make it take the lowest tones away. */
    private List<String> bitrate(double kbps) {
        var options = new ArrayList<>(List.of("-b:a", String.format(Locale.ROOT, "%.0f", kbps * 1000)));
        switch (encoding.codec()) {
            case MP3 -> {
                if (!Mp3Frames.isBitrate(kbps, encoding.sampleRate())) {
                    options.addAll(List.of("-abr", "1"));
                }
            }
            case OPUS -> options.addAll(opus());
            default -> {}
        }
        return options;
    }

    /** Channels of a family of their own are not paired, have no places, and all keep the whole of their sound. */
    private List<String> opus() {
        var options = new ArrayList<>(List.of("-compression_level", "5", "-vbr", constant ? "off" : "constrained"));
        if (encoding.channels() > 2) {
            options.addAll(List.of("-mapping_family", "255"));
        }
        return options;
    }

    private static List<String> muxer(Format format) {
        return switch (format) {
            case WAV -> List.of("-rf64", "auto", "-f", "wav");
            case MP3 -> List.of("-id3v2_version", "0", "-f", "mp3");
            case M4A -> List.of("-movflags", "+faststart", "-f", "ipod");
            default -> List.of("-f", format.toString());
        };
    }
}
