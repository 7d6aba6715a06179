package io.tapedeck.diarization;

import io.tapedeck.audio.Range;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The frames in which somebody speaks. */
final class SpeechFrames {
    private final int[] frames;

    /**
     * @param all frames of the sound
     * @param speech in its order, each range apart from the next
     */
    SpeechFrames(int all, List<Range> speech) {
        this.frames = speech.stream()
                .flatMapToInt(range ->
                        IntStream.range((int) Math.round(range.start() * VoiceFeatures.PER_SECOND), Math.min(all, (int)
                                Math.round(range.end() * VoiceFeatures.PER_SECOND))))
                .toArray();
    }

    int count() {
        return frames.length;
    }

    int at(int index) {
        return frames[index];
    }

    /** Those of a speaker. */
    int[] where(int[] course, int speaker) {
        return IntStream.range(0, frames.length)
                .filter(i -> course[i] == speaker)
                .map(i -> frames[i])
                .toArray();
    }

    /** Where a speaker goes on without a gap, with speakers counted as they come. */
    List<SpokenTurn> turns(int[] course) {
        var turns = new ArrayList<SpokenTurn>();
        Map<Integer, Integer> numbers = new HashMap<>();
        for (int start = 0; start < frames.length; ) {
            var end = start + 1;
            while (end < frames.length && frames[end] == frames[end - 1] + 1 && course[end] == course[start]) {
                end++;
            }
            var number = numbers.computeIfAbsent(course[start], speaker -> numbers.size());
            turns.add(new SpokenTurn(number, new Range(seconds(frames[start]), seconds(frames[end - 1] + 1))));
            start = end;
        }
        return List.copyOf(turns);
    }

    private static double seconds(int frame) {
        return frame / (double) VoiceFeatures.PER_SECOND;
    }
}
