package io.tapedeck.ffmpeg.make;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The rule for codecs that smear sound over their frames: of each 10 ms in a span, once the tone of 1 kHz is taken out, no more is
 * left than -50 dBFS, or than what the codec can have smeared there. That is no louder than the loudest 10 ms of what was kept within
 * 150 ms, on any channel, and 6 dB softer than the tone.
 *
 * <p>The encoder is never handed what was masked, so what it leaves there comes from beside it; but what was meant to be masked and was
 * not is found. As measured with speech at the lowest bitrates, it falls below -50 dBFS within 90 ms of what was kept, is 5 dB softer
 * than that at least, and 13 dB softer than a tone.
 */
final class LossyProof extends Proof {
    private static final int BLOCKS_A_SECOND = 100;
    private static final int REACH = 15;
    /** Powers, where that of a square wave at full scale is 1. */
    private static final double FLOOR = 1e-5;

    private static final double SOFTER_THAN_TONE = Beep.AMPLITUDE * Beep.AMPLITUDE / 2 / 4;

    private final int length;
    private final List<SpanCursor> cursors;
    private final boolean tones;
    private final Beep beep;
    private final double allowed;
    private final double[] kept = new double[2 * REACH + 1];
    private final double[] left = new double[2 * REACH + 1];
    private List<ChannelResidue> channels;
    private long block;
    private OptionalLong fault = OptionalLong.empty();

    /**
     * @param spans by channel, in order, each apart from the next
     * @param tones whether there is a tone in them
     */
    LossyProof(List<List<Span>> spans, boolean tones, int sampleRate) {
        super(spans.size());
        this.length = sampleRate / BLOCKS_A_SECOND;
        this.cursors = spans.stream().map(SpanCursor::new).toList();
        this.tones = tones;
        this.beep = new Beep(sampleRate);
        this.channels = unheard();
        this.allowed = tones ? SOFTER_THAN_TONE : FLOOR;
    }

    @Override
    void accept(float[] sound, long position, int count) {
        var end = position + count;
        for (var at = position; at < end; ) {
            var next = Math.min(end, (block + 1) * length);
            for (int channel = 0; channel < channels.size(); channel++) {
                hear(channel, sound, position, at, next);
            }
            if (next == (block + 1) * length) {
                finishBlock();
            }
            at = next;
        }
    }

    @Override
    OptionalLong fault() {
        for (int i = 0; i <= REACH; i++) {
            finishBlock();
        }
        return fault;
    }

    private void hear(int channel, float[] sound, long position, long start, long end) {
        var residue = channels.get(channel);
        for (var at = start; at < end; at++) {
            residue.hear(sound[(int) (at - position) * channels.size() + channel]);
        }
        cursors.get(channel).each(start, end, (span, from, to) -> {
            for (var at = from; at < to; at++) {
                residue.mask(span, at, sound[(int) (at - position) * channels.size() + channel]);
            }
        });
    }

    private void finishBlock() {
        var place = (int) (block % kept.length);
        kept[place] = channels.stream().mapToDouble(ChannelResidue::kept).max().orElse(0);
        left[place] = channels.stream().mapToDouble(ChannelResidue::left).max().orElse(0) / length;
        channels = unheard();
        judge(block - REACH);
        block++;
    }

    private List<ChannelResidue> unheard() {
        return Stream.generate(() -> new ChannelResidue(tones, beep))
                .limit(cursors.size())
                .toList();
    }

    private void judge(long judged) {
        if (judged >= 0 && fault.isEmpty()) {
            var most = allowed;
            for (var power : kept) {
                most = Math.max(most, power);
            }
            if (!(left[(int) (judged % left.length)] <= most)) {
                fault = OptionalLong.of(judged * length);
            }
        }
    }
}
