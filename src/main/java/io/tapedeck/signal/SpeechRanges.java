package io.tapedeck.signal;

import io.tapedeck.audio.Range;
import java.util.List;

/** Finds when somebody speaks on one channel, by what {@link VoiceActivity} takes for speech. */
public final class SpeechRanges {
    private final SpeechSegments segments;
    private final VoiceDetector detector;

    /** @param softest dBFS below which nothing is taken for speech */
    public SpeechRanges(int channel, int channels, int sampleRate, double softest) {
        this.segments = new SpeechSegments(sampleRate);
        this.detector = new VoiceDetector(
                channel,
                channels,
                sampleRate,
                softest,
                block -> block.frames().forEach(heard -> segments.accept(heard, false)));
    }

    /**
     * Takes samples in.
     *
     * @param pcm of the channels in turn
     * @param count samples of each channel
     */
    public void accept(short[] pcm, int count) {
        detector.accept(pcm, count);
    }

    /** In all that came in, in their order, each apart from the next. To be asked once, at the end. */
    public List<Range> ranges() {
        detector.end();
        segments.end();
        return segments.ranges();
    }
}
