package io.tapedeck.ffmpeg.measure;

import io.tapedeck.process.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads 16-bit little-endian samples of the channels in turn. */
public final class PcmReader implements Tool.Output {
    /** Takes samples in. */
    public interface Listener {
        /**
         * @param pcm of the channels in turn; used again afterwards
         * @param frames samples of each channel
         */
        void accept(short[] pcm, int frames);
    }

    private static final int FRAMES = 8192;

    private final int channels;
    private final Listener listener;

    public PcmReader(int channels, Listener listener) {
        this.channels = channels;
        this.listener = listener;
    }

    @Override
    public void drain(InputStream stream) throws IOException {
        var width = 2 * channels;
        var bytes = new byte[FRAMES * width];
        var samples = new short[FRAMES * channels];
        for (int count; (count = stream.readNBytes(bytes, 0, bytes.length)) > 0; ) {
            ByteBuffer.wrap(bytes, 0, count - count % width)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer()
                    .get(samples, 0, count / width * channels);
            listener.accept(samples, count / width);
        }
    }
}
