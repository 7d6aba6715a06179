package io.tapedeck.signal;

import java.util.Optional;

/** One channel with its noise and without, frame by frame, to see whether it became better. */
public final class NoiseComparison {
    /** dB by which the noise must sink to be worth it. */
    private static final double LEAST_GAIN = 3;
    /** Times the power of the noise that may be taken out of speech. */
    private static final double MOST_TAKEN = 2;
    /** dB by which speech may sink, beyond the noise that is no longer in it. */
    private static final double MOST_LOST = 1;
    /** Share of the power of speech at low volume that is speech for sure. */
    private static final double SPEECH_ITSELF = 0.25;

    /**
     * Mean squares of a frame.
     *
     * @param taken of the difference
     */
    record Frame(double before, double after, double taken) {}

    private final Power speechBefore = new Power();
    private final Power speechAfter = new Power();
    private final Power takenFromSpeech = new Power();
    private final Power noiseBefore = new Power();
    private final Power noiseAfter = new Power();

    void speech(Frame frame) {
        speechBefore.add(frame.before());
        speechAfter.add(frame.after());
        takenFromSpeech.add(frame.taken());
    }

    void pause(Frame frame) {
        noiseBefore.add(frame.before());
        noiseAfter.add(frame.after());
    }

    /** Why the channel is better left as it is, to follow "because"; absent if it is better without the noise. */
    public Optional<String> objection() {
        var gain = noiseBefore.level() - noiseAfter.level();
        if (gain < LEAST_GAIN) {
            return Optional.of("it would become only %.1f dB softer".formatted(gain));
        }
        if (takenFromSpeech.mean() > MOST_TAKEN * noiseBefore.mean()) {
            return Optional.of("parts of the speech would be removed");
        }
        var itself = Math.max(speechBefore.mean() - noiseBefore.mean(), SPEECH_ITSELF * speechBefore.mean());
        if (speechAfter.level() < Power.level(itself) - MOST_LOST) {
            return Optional.of("the speech would become softer");
        }
        return Optional.empty();
    }
}
