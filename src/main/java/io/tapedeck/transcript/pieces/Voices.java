package io.tapedeck.transcript.pieces;

import io.tapedeck.audio.AudioProcessingException;
import io.tapedeck.audio.Range;
import io.tapedeck.diarization.Diarization;
import io.tapedeck.diarization.SpokenTurn;
import io.tapedeck.transcript.DiarizedWords;
import io.tapedeck.transcript.SpokenChannel;
import io.tapedeck.transcript.SpokenWord;
import io.tapedeck.transcript.Voice;
import io.tapedeck.transcript.VoiceRanges;
import io.tapedeck.transcript.Word;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Says whose voice words were said with. */
final class Voices {
    /** Seconds for a second of speech, many times what it takes here. */
    private static final double TELLING_APART = 0.02;
    /** For what comes before and after. */
    private static final Duration MARGIN = Duration.ofSeconds(20);

    private Voices() {}

    /** On a channel that belongs to one speaker, whoever that is. */
    static List<SpokenWord> ofChannel(SpokenChannel channel, List<Word> words) {
        return of(Voice.ofChannel(channel.number()), words);
    }

    /** On a channel of which nobody says how many speak there. */
    static List<SpokenWord> unknown(List<Word> words) {
        return of(Voice.UNKNOWN, words);
    }

    /** On a channel with so many speakers, who are told apart by how they sound. */
    static List<SpokenWord> toldApart(SpokenChannel channel, List<Word> words, int speakers) {
        var ranges = new TreeMap<Integer, List<Range>>();
        for (var turn : turns(channel, speakers)) {
            ranges.computeIfAbsent(turn.speaker(), speaker -> new ArrayList<>()).add(turn.range());
        }
        return ranges.isEmpty()
                ? unknown(words)
                : DiarizedWords.of(
                        words, ranges.values().stream().map(VoiceRanges::new).toList());
    }

    /**
     * Whether there is time to tell them apart.
     *
     * @param sound seconds of speech
     */
    static boolean fit(double sound, Duration left) {
        return left.minus(MARGIN).toNanos() / 1e9 >= TELLING_APART * sound;
    }

    private static List<SpokenTurn> turns(SpokenChannel channel, int speakers) {
        try (var sound = HalvedSound.of(channel.pcm())) {
            return new Diarization(speakers).of(sound, channel.voice().ranges());
        } catch (IOException e) {
            throw new AudioProcessingException("The file of a channel could not be read", e);
        }
    }

    private static List<SpokenWord> of(Voice voice, List<Word> words) {
        return words.stream().map(word -> new SpokenWord(voice, word)).toList();
    }
}
