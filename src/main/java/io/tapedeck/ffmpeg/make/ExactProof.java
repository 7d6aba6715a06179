package io.tapedeck.ffmpeg.make;

import io.tapedeck.audio.Codec;
import java.util.List;
import java.util.OptionalLong;

/**
 * The rule for codecs that change no sample: each in a span is what was written over it. Silence is zero, but in A-law, which has no
 * zero, its smallest value; and the tone is off by no more than the codec rounds.
 */
final class ExactProof extends Proof {
    private static final double FULL_SCALE_16 = 32_768;

    private final List<SpanCursor> channels;
    private final Masker.Cover cover;
    private final double tolerance;
    private OptionalLong fault = OptionalLong.empty();

    /**
     * @param spans by channel, in order, each apart from the next
     */
    ExactProof(List<List<Span>> spans, Masker.Cover cover, Codec codec) {
        super(spans.size());
        this.channels = spans.stream().map(SpanCursor::new).toList();
        this.cover = cover;
        this.tolerance = cover == Masker.Cover.SILENCE ? zero(codec) : rounding(codec);
    }

    @Override
    void accept(float[] sound, long position, int count) {
        for (int i = 0; i < channels.size(); i++) {
            var channel = i;
            channels.get(i).each(position, position + count, (span, from, to) -> {
                for (var at = from; at < to; at++) {
                    check(at, sound[(int) (at - position) * channels.size() + channel], cover.at(span, at));
                }
            });
        }
    }

    @Override
    OptionalLong fault() {
        return fault;
    }

    private void check(long at, float found, double expected) {
        if (!(Math.abs(found - expected) <= tolerance) && (fault.isEmpty() || at < fault.getAsLong())) {
            fault = OptionalLong.of(at);
        }
    }

    private static double zero(Codec codec) {
        return codec == Codec.PCM_ALAW ? 8 / FULL_SCALE_16 : 0;
    }

    /** Half a step, and in G.711 half of the widest that the tone comes upon, with what ffmpeg's tables are off. */
    private static double rounding(Codec codec) {
        return switch (codec) {
            case PCM_U8 -> 129 / FULL_SCALE_16;
            case PCM_MULAW, PCM_ALAW -> 72 / FULL_SCALE_16;
            default -> 0.51 / FULL_SCALE_16;
        };
    }
}
