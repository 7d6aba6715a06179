package io.tapedeck.ffmpeg.analysis;

import io.tapedeck.analytics.speech.Span;
import io.tapedeck.analytics.speech.Speech;
import io.tapedeck.audio.Range;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * When a call is on hold: music or tones on any channel for 5 s or more in which nobody speaks on any.
 *
 * @param ranges of hold
 * @param music by channel, where it lasts as long, whoever speaks elsewhere
 * @param speech by channel, without music
 */
record HoldTimes(List<Range> ranges, List<List<Range>> music, List<List<Range>> speech) {
    private static final long SHORTEST = 5_000;
    /** What is shorter may be a steady vowel, and is no part of longer music beside it. */
    private static final long A_BAR = 1_000;
    /** Between two stretches of one music. */
    private static final long GAP = 500;
    /** What is shorter is no word but a sound of somebody who waits, or a rest of the music at its ends. */
    private static final long A_WORD = 500;

    HoldTimes {
        ranges = List.copyOf(ranges);
        music = List.copyOf(music);
        speech = List.copyOf(speech);
    }

    /**
     * Of what is taken for speech and for music by channel.
     *
     * @param voices in which there may be music
     * @param music in any order
     */
    static HoldTimes of(List<List<Range>> voices, List<List<Range>> music) {
        var held = music.stream().map(HoldTimes::held).toList();
        var speech = IntStream.range(0, voices.size())
                .mapToObj(i -> spoken(Speech.ofRanges(voices.get(i)), held.get(i)))
                .toList();
        var words = Speech.anyOf(speech.stream().map(HoldTimes::words).toList());
        var hold = longOnes(Speech.anyOf(held).without(words));
        return new HoldTimes(
                hold.ranges(),
                held.stream().map(Speech::ranges).toList(),
                speech.stream().map(each -> each.without(hold).ranges()).toList());
    }

    private static Speech held(List<Range> music) {
        var bars = music.stream()
                .map(Span::of)
                .filter(span -> span.length() >= A_BAR)
                .toList();
        return longOnes(Speech.closed(bars, GAP));
    }

    private static Speech longOnes(Speech all) {
        return Speech.of(
                all.spans().stream().filter(span -> span.length() >= SHORTEST).toList());
    }

    /** What touches music and is shorter than a word is its rest. */
    private static Speech spoken(Speech voice, Speech music) {
        var starts = music.spans().stream().map(Span::start).collect(Collectors.toSet());
        var ends = music.spans().stream().map(Span::end).collect(Collectors.toSet());
        return Speech.of(voice.without(music).spans().stream()
                .filter(span -> span.length() >= A_WORD || !starts.contains(span.end()) && !ends.contains(span.start()))
                .toList());
    }

    private static Speech words(Speech speech) {
        return Speech.of(
                speech.spans().stream().filter(span -> span.length() >= A_WORD).toList());
    }
}
