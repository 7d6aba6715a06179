package io.tapedeck.ffmpeg.make;

import io.tapedeck.process.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalLong;

/** Hears a result, as 32-bit floats of the channels in turn, and finds what is left of what was masked. */
abstract class Proof implements Tool.Output {
    private static final int FRAMES = 8192;

    private final int channels;
    private long frames;

    Proof(int channels) {
        this.channels = channels;
    }

    @Override
    public void drain(InputStream stream) throws IOException {
        var width = Float.BYTES * channels;
        var bytes = new byte[FRAMES * width];
        var sound = new float[FRAMES * channels];
        for (int count; (count = stream.readNBytes(bytes, 0, bytes.length)) > 0; ) {
            var heard = count / width;
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(sound, 0, heard * channels);
            accept(sound, frames, heard);
            frames += heard;
        }
    }

    /** Samples of each channel that were heard. */
    long frames() {
        return frames;
    }

    /**
     * Takes samples in.
     *
     * @param position of the first, counted from the start
     * @param count of each channel
     */
    abstract void accept(float[] sound, long position, int count);

    /** The first sample of which something is left, or one shortly before; to be asked once, at the end. */
    abstract OptionalLong fault();
}
