package io.tapedeck.signal;

import io.tapedeck.audio.Range;
import java.util.ArrayList;
import java.util.List;

/**
 * Joins active frames to segments of speech. Gaps of up to 300 ms belong to the segment; it must last 100 ms, hold
 * 60 ms of voiced sound that makes up a tenth of it, and not be tones by more than two thirds of its power, nor remains of what another channel leaks.
 */
public final class SpeechSegments {
    private static final double FRAMES_PER_SECOND = 50;
    private static final int LONGEST_GAP = 15;
    private static final int SHORTEST = 5;
    private static final int LEAST_VOICED = 3;

    private final ToneEdges edges = new ToneEdges();
    private final double frame;
    private final List<Range> ranges = new ArrayList<>();
    private long position;
    private long total;
    private int length;
    private int gap;
    private int leakedInGap;
    private int active;
    private int voiced;
    private double power;
    private double tonal;
    private int leaked;

    /** @param sampleRate Hz of the sound that the frames are of */
    public SpeechSegments(int sampleRate) {
        this.frame = VoiceFrames.length(sampleRate) / (double) sampleRate;
    }

    /**
     * @param isLeak whether it is nothing but what another channel leaks, which is as good as no sound
     */
    public void accept(HeardFrame heard, boolean isLeak) {
        var isActive = heard.active() && !isLeak;
        position++;
        var framePower = isActive ? Power.at(heard.frame().level()) : 0;
        power += framePower;
        tonal += edges.tonal(framePower, isActive && heard.tonal());
        if (isActive) {
            length += gap + 1;
            leaked += leakedInGap;
            gap = 0;
            leakedInGap = 0;
            active++;
            voiced += heard.frame().voiced() ? 1 : 0;
        } else if (length > 0) {
            leakedInGap += isLeak ? 1 : 0;
            if (++gap > LONGEST_GAP) {
                endSegment();
            }
        }
    }

    /** Seconds of all segments. */
    public double end() {
        endSegment();
        return total / FRAMES_PER_SECOND;
    }

    /** Those that have ended, in their order, each apart from the next. */
    public List<Range> ranges() {
        return List.copyOf(ranges);
    }

    private void endSegment() {
        if (isSpeech()) {
            total += length;
            ranges.add(new Range((position - gap - length) * frame, (position - gap) * frame));
        }
        length = 0;
        gap = 0;
        leakedInGap = 0;
        active = 0;
        voiced = 0;
        power = 0;
        tonal = 0;
        leaked = 0;
    }

    private boolean isSpeech() {
        return length >= SHORTEST
                && voiced >= LEAST_VOICED
                && voiced * 10 >= active
                && tonal * 3 <= power * 2
                && leaked <= active;
    }
}
