package io.tapedeck.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/** Frames of MPEG audio layer III, told from chance by three in a row that agree. */
public final class Mp3Frames {
    private static final int WINDOW = 64 * 1024;
    /** A stream that was cut begins in the middle of a frame, and no frame is longer than this. */
    private static final int LONGEST_FRAME = 1441;

    private static final int HEADER = 4;
    private static final int ROW = 3;
    /** Version, layer and sample rate: what does not change from frame to frame. */
    private static final int CONSTANT = 0xfffe0c00;

    private static final int[] KBPS_MPEG1 = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] KBPS_MPEG2 = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    private static final int[] RATES_MPEG1 = {44_100, 48_000, 32_000};

    private Mp3Frames() {}

    /** Whether frames begin at the position, but for padding by zeros and the rest of a frame that was cut. */
    static boolean areAt(FileChannel channel, long position) throws IOException {
        var bytes = Bytes.read(channel, position, WINDOW).order(ByteOrder.BIG_ENDIAN);
        int start = 0;
        while (start < bytes.limit() && bytes.get(start) == 0) {
            start++;
        }
        for (int offset = start; offset <= start + LONGEST_FRAME; offset++) {
            if (isRow(bytes, offset)) {
                return true;
            }
        }
        return false;
    }

    /** Whether all frames can have this bitrate. */
    public static boolean isBitrate(double kbps, int sampleRate) {
        var all = sampleRate >= RATES_MPEG1[2] ? KBPS_MPEG1 : KBPS_MPEG2;
        return Arrays.stream(all).anyMatch(known -> known == kbps);
    }

    /** A file may end before its third frame. */
    static boolean isRow(ByteBuffer bytes, int start) {
        int offset = start;
        for (int frame = 0; frame < ROW; frame++) {
            if (frame > 0 && offset + HEADER > bytes.limit()) {
                return offset >= bytes.limit() && start == 0;
            }
            var length = offset + HEADER > bytes.limit() ? 0 : length(bytes.getInt(offset));
            if (length == 0 || (bytes.getInt(offset) & CONSTANT) != (bytes.getInt(start) & CONSTANT)) {
                return false;
            }
            offset += length;
        }
        return true;
    }

    /** Bytes of the frame with this header; 0 if it is none. */
    static int length(int header) {
        int version = header >> 19 & 3;
        int kbps = header >> 12 & 15;
        int rate = header >> 10 & 3;
        boolean layer3 = (header >> 17 & 3) == 1;
        if (header >>> 21 != 0x7ff || version == 1 || !layer3 || kbps == 0 || kbps == 15 || rate == 3) {
            return 0;
        }
        int padding = header >> 9 & 1;
        if (version == 3) {
            return 144_000 * KBPS_MPEG1[kbps] / RATES_MPEG1[rate] + padding;
        }
        int hertz = RATES_MPEG1[rate] / (version == 2 ? 2 : 4);
        return 72_000 * KBPS_MPEG2[kbps] / hertz + padding;
    }
}
