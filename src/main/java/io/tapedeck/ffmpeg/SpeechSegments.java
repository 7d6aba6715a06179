package io.tapedeck.ffmpeg;

/**
 * Joins active frames to segments of speech. Gaps of up to 300 ms belong to the segment; it must last 100 ms, hold
 * 60 ms of voiced sound that makes up a tenth of it, and not be mostly tones.
 */
final class SpeechSegments {
    private static final double FRAMES_PER_SECOND = 50;
    private static final int LONGEST_GAP = 15;
    private static final int SHORTEST = 5;
    private static final int LEAST_VOICED = 3;

    private long total;
    private int length;
    private int gap;
    private int active;
    private int voiced;
    private int tonal;

    void accept(VoiceFrame frame, boolean isActive) {
        if (isActive) {
            length += gap + 1;
            gap = 0;
            active++;
            voiced += frame.voiced() ? 1 : 0;
            tonal += frame.tonal() ? 1 : 0;
        } else if (length > 0 && ++gap > LONGEST_GAP) {
            endSegment();
        }
    }

    /** Seconds of all segments. */
    double end() {
        endSegment();
        return total / FRAMES_PER_SECOND;
    }

    private void endSegment() {
        if (isSpeech()) {
            total += length;
        }
        length = 0;
        gap = 0;
        active = 0;
        voiced = 0;
        tonal = 0;
    }

    private boolean isSpeech() {
        return length >= SHORTEST && voiced >= LEAST_VOICED && voiced * 10 >= active && tonal * 2 < active;
    }
}
