package io.tapedeck.ffmpeg.make;

import io.tapedeck.ffmpeg.measure.GraphRunner.SampleFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Takes spans out of floating-point samples that stream by, to the sample. As where audio is trimmed, 2.5 ms on either side of
 * a join are faded, so that nothing clicks and the length is what is left; but nothing is faded into what is to be gone.
 */
final class Deleter implements EditedInput.Edit {
    private static final int FRAMES = 8192;
    /** Half of a fade is this part of a second. */
    private static final int HALF_FADES = 400;

    private final List<Span> spans;
    private final int longest;
    private final int channels;
    private final SampleFormat samples;
    private int next;

    /**
     * @param spans in order, each apart from the next
     */
    Deleter(List<Span> spans, int sampleRate, int channels, SampleFormat samples) {
        this.spans = spans;
        this.longest = sampleRate / HALF_FADES;
        this.channels = channels;
        this.samples = samples;
    }

    @Override
    public void edit(InputStream from, OutputStream to) throws IOException {
        var width = samples.width() * channels;
        var bytes = ByteBuffer.allocate(FRAMES * width).order(ByteOrder.LITTLE_ENDIAN);
        long position = 0;
        for (int count; (count = from.readNBytes(bytes.array(), 0, FRAMES * width)) > 0; ) {
            var end = position + count / width;
            for (var at = position; at < end; ) {
                var keptUntil = Math.min(end, start(next));
                if (at < keptUntil) {
                    fade(bytes, position, at, keptUntil);
                    to.write(bytes.array(), (int) (at - position) * width, (int) (keptUntil - at) * width);
                }
                at = Math.max(at, Math.min(end, end(next)));
                if (at >= end(next)) {
                    next++;
                }
            }
            position = end;
        }
    }

    private long start(int span) {
        return span < spans.size() ? spans.get(span).start() : Long.MAX_VALUE;
    }

    private long end(int span) {
        return span < spans.size() ? spans.get(span).end(Long.MAX_VALUE) : Long.MAX_VALUE;
    }

    /** Nothing is joined to the very start and to the very end. */
    private void fade(ByteBuffer bytes, long position, long from, long to) {
        var begin = next == 0 || start(next - 1) == 0 ? Long.MIN_VALUE : end(next - 1);
        var close = next == spans.size() || spans.get(next).open() ? Long.MAX_VALUE : start(next);
        var isBetween = begin != Long.MIN_VALUE && close != Long.MAX_VALUE;
        var half = isBetween ? Math.min(longest, (close - begin) / 2) : longest;
        for (var at = from; at < Math.min(to, begin + half); at++) {
            scale(bytes, (int) (at - position), (at - begin + 0.5) / half);
        }
        for (var at = Math.max(from, close - half); at < to; at++) {
            scale(bytes, (int) (at - position), (close - at - 0.5) / half);
        }
    }

    private void scale(ByteBuffer bytes, int frame, double weight) {
        for (int i = frame * channels; i < (frame + 1) * channels; i++) {
            var at = i * samples.width();
            if (samples == SampleFormat.DOUBLE) {
                bytes.putDouble(at, weight * bytes.getDouble(at));
            } else {
                bytes.putFloat(at, (float) weight * bytes.getFloat(at));
            }
        }
    }
}
