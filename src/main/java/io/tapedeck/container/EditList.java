package io.tapedeck.container;

import io.tapedeck.audio.Plan;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the edit lists of an MP4 file's sound tracks say of the time before the sound, which ffmpeg leaves out. */
public final class EditList {
    private record Box(String type, long start, long end) {}

    private static final int MOST_BOXES = 10_000;
    private static final long LARGEST_LIST = 1 << 16;

    private final FileChannel channel;

    private EditList(FileChannel channel) {
        this.channel = channel;
    }

    /** Seconds from the beginning of the file to the first that is decoded of any track; 0 if there are none or it is not said. */
    public static double lead(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            return new EditList(channel).lead();
        }
    }

    private double lead() throws IOException {
        var movie = find(Optional.of(new Box("", 0, channel.size())), "moov");
        var least = Double.MAX_VALUE;
        for (var track : tracks(movie)) {
            least = Math.min(least, lead(movie, track));
        }
        return least > Plan.LONGEST.toSeconds() ? 0 : least;
    }

    private List<Optional<Box>> tracks(Optional<Box> movie) throws IOException {
        var tracks = new ArrayList<Optional<Box>>();
        var next = find(movie, "trak");
        for (int i = 0; i < MOST_BOXES && next.isPresent(); i++) {
            var handler = find(next, "mdia", "hdlr");
            if (handler.isPresent() && Bytes.text(content(handler.get()), 8, 4).equals("soun")) {
                tracks.add(next);
            }
            next = find(new Box("", next.get().end(), movie.orElseThrow().end()), "trak");
        }
        return tracks;
    }

    private double lead(Optional<Box> movie, Optional<Box> track) throws IOException {
        var edits = find(track, "edts", "elst");
        var movieHeader = find(movie, "mvhd");
        var mediaHeader = find(track, "mdia", "mdhd");
        return edits.isEmpty() || movieHeader.isEmpty() || mediaHeader.isEmpty()
                ? 0
                : lead(content(edits.get()), timeScale(movieHeader.get()), timeScale(mediaHeader.get()));
    }

    private Optional<Box> find(Optional<Box> outer, String... path) throws IOException {
        var found = outer;
        for (var type : path) {
            found = found.isPresent() ? find(found.get(), type) : found;
        }
        return found;
    }

    private Optional<Box> find(Box outer, String type) throws IOException {
        var position = outer.start();
        for (int i = 0; i < MOST_BOXES && position + 8 <= outer.end(); i++) {
            var box = at(position, outer.end());
            if (box.type().equals(type)) {
                return Optional.of(box);
            }
            position = box.end();
        }
        return Optional.empty();
    }

    private Box at(long position, long limit) throws IOException {
        var header = Bytes.read(channel, position, 16).order(ByteOrder.BIG_ENDIAN);
        var size = header.limit() < 8 ? 0 : Integer.toUnsignedLong(header.getInt(0));
        var start = position + 8;
        if (size == 1 && header.limit() == 16) {
            size = header.getLong(8);
            start = position + 16;
        }
        var end = size == 0 || size > limit - position ? limit : Math.max(position + size, start);
        return new Box(Bytes.text(header, 4, 4), start, end);
    }

    private ByteBuffer content(Box box) throws IOException {
        var length = (int) Math.clamp(box.end() - box.start(), 0, LARGEST_LIST);
        return Bytes.read(channel, box.start(), length).order(ByteOrder.BIG_ENDIAN);
    }

    /** Units of a second, of a header of version 0 or 1. */
    private long timeScale(Box header) throws IOException {
        var bytes = content(header);
        var at = bytes.limit() > 0 && bytes.get(0) == 1 ? 20 : 12;
        return bytes.limit() < at + 4 ? 0 : Integer.toUnsignedLong(bytes.getInt(at));
    }

    /** Empty edits come first; how far into the sound the next one begins is decoded all the same. */
    private static double lead(ByteBuffer edits, long movieScale, long mediaScale) {
        var wide = edits.limit() > 0 && edits.get(0) == 1;
        var size = wide ? 20 : 12;
        var lead = 0.0;
        for (int at = 8; at + size <= edits.limit() && movieScale > 0 && mediaScale > 0; at += size) {
            var length = wide ? edits.getLong(at) : Integer.toUnsignedLong(edits.getInt(at));
            var from = wide ? edits.getLong(at + 8) : edits.getInt(at + 4);
            if (from >= 0) {
                return lead > 0 ? Math.max(0, lead - from / (double) mediaScale) : 0;
            }
            lead += length / (double) movieScale;
        }
        return 0;
    }
}
