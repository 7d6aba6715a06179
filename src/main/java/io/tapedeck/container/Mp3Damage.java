package io.tapedeck.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;

/** Whether frames of an MP3 file are lost: they follow one another, but for tags and padding between files that were joined. */
public final class Mp3Damage {
    private static final int WINDOW = 64 * 1024;
    /** Bytes in which three frames lie in any case. */
    private static final int ROW = 5000;

    private static final List<String> TAGS = List.of("ID3", "TAG", "APETAGEX", "LYRICSBEGIN");
    private static final int LONGEST_NAME = 11;

    private final FileChannel channel;
    private ByteBuffer window = ByteBuffer.allocate(0);
    private long windowStart;

    private Mp3Damage(FileChannel channel) {
        this.channel = channel;
    }

    public static boolean isIn(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            return new Mp3Damage(channel).isThere();
        }
    }

    private boolean isThere() throws IOException {
        var position = next(Id3.length(channel));
        while (position < channel.size()) {
            var length = Mp3Frames.length(header(position));
            if (length == 0) {
                var sound = behindPadding(position);
                length = (int) Math.min(Integer.MAX_VALUE, next(sound + Id3.length(channel, sound)) - position);
                if (position + length < channel.size() && position + length > sound && !isTag(sound)) {
                    return true;
                }
            }
            position += length;
        }
        return false;
    }

    /** Where a row of frames begins, from a position on; the end of the file if there is none. */
    private long next(long from) throws IOException {
        for (var position = from; position < channel.size(); position++) {
            var at = at(position, ROW);
            if (Mp3Frames.isRow(window, at)) {
                return position;
            }
        }
        return channel.size();
    }

    private long behindPadding(long from) throws IOException {
        var position = from;
        while (position < channel.size() && isZero(position)) {
            position++;
        }
        return position;
    }

    private boolean isZero(long position) throws IOException {
        var at = at(position, 1);
        return window.get(at) == 0;
    }

    private boolean isTag(long position) throws IOException {
        var at = at(position, LONGEST_NAME);
        var name = Bytes.text(window, at, LONGEST_NAME);
        return TAGS.stream().anyMatch(name::startsWith);
    }

    private int header(long position) throws IOException {
        var at = at(position, Integer.BYTES);
        return at + Integer.BYTES > window.limit() ? 0 : window.getInt(at);
    }

    /** Where in the window a position lies, behind which there are so many bytes unless the file ends before. */
    private int at(long position, int count) throws IOException {
        var end = Math.min(position + count, channel.size());
        if (position < windowStart || end > windowStart + window.limit()) {
            windowStart = position;
            window = Bytes.read(channel, position, WINDOW).order(ByteOrder.BIG_ENDIAN);
        }
        return (int) (position - windowStart);
    }
}
