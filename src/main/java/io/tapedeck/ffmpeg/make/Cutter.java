package io.tapedeck.ffmpeg.make;

import io.tapedeck.audio.Range;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Takes ranges out of 32-bit float samples that stream by, to the sample. Where two ends meet one is faded into the
 * other for 5 ms, so that nothing clicks; none of it changes the length.
 */
final class Cutter {
    /**
     * What is left out, in samples.
     *
     * @param fade half the length of the fade, which lies half before the start and half after, and so at the end
     */
    private record Cut(long start, long end, int fade) {}

    private static final double FADE = 0.005;
    private static final int FRAMES = 4096;
    private static final Cut NO_MORE = new Cut(Long.MAX_VALUE, Long.MAX_VALUE, 0);

    private final int channels;
    private final Iterator<Cut> cuts;
    private final float[] leaving;
    private Cut cut;
    private long position;

    /**
     * @param removed in their order, without overlap
     */
    Cutter(List<Range> removed, int sampleRate, int channels) {
        this.channels = channels;
        var longest = (int) (FADE * sampleRate / 2);
        this.leaving = new float[2 * longest * channels];
        this.cuts = cuts(removed, sampleRate, longest).iterator();
        this.cut = cuts.next();
    }

    /** Copies all but the ranges, to the end. */
    void cut(InputStream from, OutputStream to) throws IOException {
        var width = Float.BYTES * channels;
        var bytes = ByteBuffer.allocate(FRAMES * width).order(ByteOrder.LITTLE_ENDIAN);
        for (int count; (count = from.readNBytes(bytes.array(), 0, FRAMES * width)) > 0; ) {
            int kept = 0;
            for (int frame = 0; frame < count / width; frame++, position++) {
                if (keeps(bytes, frame * width)) {
                    bytes.put(kept * width, bytes, frame * width, width);
                    kept++;
                }
            }
            to.write(bytes.array(), 0, kept * width);
        }
    }

    /** Fades are shorter where there is less sound to fade. */
    private static List<Cut> cuts(List<Range> removed, int sampleRate, int longest) {
        var cuts = new ArrayList<Cut>();
        long before = 0;
        for (int i = 0; i < removed.size(); i++) {
            var start = Math.round(removed.get(i).start() * sampleRate);
            var end = Math.round(removed.get(i).end() * sampleRate);
            var after = i + 1 < removed.size() ? Math.round(removed.get(i + 1).start() * sampleRate) : Long.MAX_VALUE;
            var room = Math.min(Math.min(start - before, after - end), end - start);
            var fade = start == 0 ? 0 : Math.min(longest, room / 2);
            cuts.add(new Cut(start, end, (int) fade));
            before = end;
        }
        cuts.add(NO_MORE);
        return cuts;
    }

    private boolean keeps(ByteBuffer bytes, int at) {
        if (position >= cut.end + cut.fade) {
            cut = cuts.next();
        }
        if (position < cut.start - cut.fade) {
            return true;
        }
        if (position < cut.start + cut.fade) {
            remember(bytes, at, (int) (position - cut.start + cut.fade));
        } else if (position >= cut.end - cut.fade) {
            blend(bytes, at, (int) (position - cut.end + cut.fade));
            return true;
        }
        return false;
    }

    private void remember(ByteBuffer bytes, int at, int index) {
        for (int channel = 0; channel < channels; channel++) {
            leaving[index * channels + channel] = bytes.getFloat(at + channel * Float.BYTES);
        }
    }

    private void blend(ByteBuffer bytes, int at, int index) {
        var weight = (index + 0.5F) / (2 * cut.fade);
        for (int channel = 0; channel < channels; channel++) {
            var coming = bytes.getFloat(at + channel * Float.BYTES);
            var mixed = weight * coming + (1 - weight) * leaving[index * channels + channel];
            bytes.putFloat(at + channel * Float.BYTES, mixed);
        }
    }
}
