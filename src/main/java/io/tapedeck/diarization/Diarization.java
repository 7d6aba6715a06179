package io.tapedeck.diarization;

import io.tapedeck.audio.Range;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tells so many speakers of one channel apart. Their voices are first parted roughly, piece by piece, and then learned and
 * found again in turn. It lives on how differently the two lines colour a voice, and on pitch: where both sides sound alike it
 * is of little use, so what follows from it is of low confidence.
 */
public final class Diarization {
    private static final int ROUNDS = 6;
    private static final int PIECE = 3 * VoiceFeatures.PER_SECOND / 2;
    private static final int SHORTEST_RUN = 3 * VoiceFeatures.PER_SECOND / 4;
    private static final double COST_OF_CHANGE = 20;

    private final int speakers;

    /** @param speakers how many there are, 1 or more */
    public Diarization(int speakers) {
        this.speakers = speakers;
    }

    /**
     * Who speaks when, in the order of the starts.
     *
     * @param speech when anybody speaks, in its order, each range apart from the next
     */
    public List<SpokenTurn> of(Sound sound, List<Range> speech) {
        var frames = new SpeechFrames(VoiceFeatures.frames(sound), speech);
        if (frames.count() == 0) {
            return List.of();
        }
        var features = VoiceFeatures.of(sound, frames);
        var course = speakers == 1 ? new int[frames.count()] : course(features, frames);
        return frames.turns(course);
    }

    private int[] course(VoiceFeatures features, SpeechFrames frames) {
        var course = new Pieces(features, frames, PIECE).course(speakers);
        for (int round = 0; round < ROUNDS; round++) {
            course = foundAgain(features, frames, course);
        }
        return course;
    }

    /** What becomes of the course when voices are learned by it; a speaker of whom nothing is left is never found again. */
    private int[] foundAgain(VoiceFeatures features, SpeechFrames frames, int[] course) {
        var likelihoods = new double[speakers][frames.count()];
        for (int speaker = 0; speaker < speakers; speaker++) {
            var own = frames.where(course, speaker);
            if (own.length == 0) {
                Arrays.fill(likelihoods[speaker], -Double.MAX_VALUE / frames.count() / 2);
                continue;
            }
            var model = new SpeakerModel(features, own);
            var row = likelihoods[speaker];
            IntStream.range(0, row.length).forEach(i -> row[i] = model.logLikelihood(features, frames.at(i)));
        }
        return new Runs(SHORTEST_RUN, COST_OF_CHANGE).likeliest(likelihoods);
    }
}
