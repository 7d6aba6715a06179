package io.tapedeck.ffmpeg.speech;

import io.tapedeck.audio.AudioProcessingException;
import io.tapedeck.audio.Range;
import io.tapedeck.transcript.Recognizer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Writes each channel of samples that stream by to a file of its own, 16 bits little-endian without a header. */
final class ChannelFiles implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;

    private final Path folder;
    private final List<FileChannel> files = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    private long frames;

    private ChannelFiles(Path folder) {
        this.folder = folder;
    }

    /** New files in a folder. */
    static ChannelFiles in(Path folder, int channels) throws IOException {
        var files = new ChannelFiles(folder);
        try {
            for (int i = 0; i < channels; i++) {
                files.files.add(
                        FileChannel.open(files.path(i), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
            }
            return files;
        } catch (IOException e) {
            files.close();
            throw e;
        }
    }

    /** The file of a channel. */
    Path path(int channel) {
        return folder.resolve("channel-%d.pcm".formatted(channel));
    }

    /**
     * Takes samples in.
     *
     * @param pcm of the channels in turn
     * @param count samples of each channel
     */
    void accept(short[] pcm, int count) {
        try {
            for (int channel = 0; channel < files.size(); channel++) {
                write(pcm, channel, count);
            }
            frames += count;
        } catch (IOException e) {
            throw new AudioProcessingException("A channel could not be written to a file", e);
        }
    }

    /** Writes silence over a channel's sound. */
    void mute(int channel, List<Range> ranges) throws IOException {
        for (var range : ranges) {
            var end = byteAt(range.end());
            for (long at = byteAt(range.start()); at < end; ) {
                at += files.get(channel).write(silence(end - at), at);
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (var file : files) {
            file.close();
        }
    }

    private void write(short[] pcm, int channel, int count) throws IOException {
        for (int frame = 0; frame < count; ) {
            buffer.clear();
            for (; frame < count && buffer.hasRemaining(); frame++) {
                buffer.putShort(pcm[frame * files.size() + channel]);
            }
            writeAll(files.get(channel), buffer.flip());
        }
    }

    private static void writeAll(FileChannel file, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    private long byteAt(double seconds) {
        return Short.BYTES * Math.min(frames, Math.round(seconds * Recognizer.SAMPLE_RATE));
    }

    private static ByteBuffer silence(long bytes) {
        return ByteBuffer.allocate((int) Math.min(bytes, BUFFER));
    }
}
