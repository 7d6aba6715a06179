package io.tapedeck.ffmpeg.make;

import io.tapedeck.ffmpeg.measure.GraphRunner.SampleFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Writes silence or a tone over spans of floating-point samples that stream by, to the sample. Others are not touched. */
final class Masker implements EditedInput.Edit {
    private static final int FRAMES = 8192;

    /** What is written over a span. */
    interface Cover {
        Cover SILENCE = (span, position) -> 0;

        /** The sample at a position, where full scale is 1. */
        double at(Span span, long position);
    }

    private final List<SpanCursor> channels;
    private final SampleFormat samples;
    private final Cover cover;

    /**
     * @param spans by channel, in order, each apart from the next
     */
    Masker(List<List<Span>> spans, SampleFormat samples, Cover cover) {
        this.channels = spans.stream().map(SpanCursor::new).toList();
        this.samples = samples;
        this.cover = cover;
    }

    @Override
    public void edit(InputStream from, OutputStream to) throws IOException {
        var width = samples.width() * channels.size();
        var bytes = ByteBuffer.allocate(FRAMES * width).order(ByteOrder.LITTLE_ENDIAN);
        long position = 0;
        for (int count; (count = from.readNBytes(bytes.array(), 0, FRAMES * width)) > 0; ) {
            var frames = count / width;
            for (int channel = 0; channel < channels.size(); channel++) {
                cover(channel, bytes, position, frames);
            }
            to.write(bytes.array(), 0, frames * width);
            position += frames;
        }
    }

    private void cover(int channel, ByteBuffer bytes, long position, int frames) {
        channels.get(channel).each(position, position + frames, (span, from, to) -> {
            for (var at = from; at < to; at++) {
                var sample = (int) (at - position) * channels.size() + channel;
                put(bytes, sample * samples.width(), cover.at(span, at));
            }
        });
    }

    private void put(ByteBuffer bytes, int at, double value) {
        if (samples == SampleFormat.DOUBLE) {
            bytes.putDouble(at, value);
        } else {
            bytes.putFloat(at, (float) value);
        }
    }
}
