package io.tapedeck.analytics.words;

import io.tapedeck.analytics.speech.Share;
import io.tapedeck.analytics.speech.SpeakingClock;
import io.tapedeck.analytics.speech.Speech;
import io.tapedeck.analytics.words.Moods.Scored;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Works out the figures of what each participant says. */
final class SpeakerWords {
    private final Said said;
    private final Moods moods;
    private final Optional<Map<Integer, List<Sentence>>> questions;
    private final Patience patience;

    /** @param questions of each participant; empty where they cannot be told */
    SpeakerWords(Said said, Moods moods, Optional<Map<Integer, List<Sentence>>> questions) {
        this.said = said;
        this.moods = moods;
        this.questions = questions;
        this.patience = new Patience(Speech.anyOf(said.speech()), said.hold());
    }

    /** Of a participant, by its place. */
    SpokenWords of(int participant, List<Scored> sentences) {
        var words = said.words().get(participant);
        var clock = new SpeakingClock(said.speech().get(participant));
        var own = questions.map(all -> all.getOrDefault(participant, List.of()));
        var fillers = fillers(sentences);
        return new SpokenWords(
                words.size(),
                Share.perMinute(words.size(), clock.total()),
                Pace.of(words, clock),
                own.map(List::size).map(OptionalInt::of).orElse(OptionalInt.empty()),
                fillers,
                fillers.isPresent() ? Share.perMinute(fillers.getAsInt(), clock.total()) : OptionalDouble.empty(),
                own.flatMap(patience::after),
                moods.of(sentences));
    }

    private OptionalInt fillers(List<Scored> sentences) {
        return said.english()
                ? OptionalInt.of(
                        Fillers.in(sentences.stream().map(Scored::sentence).toList()))
                : OptionalInt.empty();
    }
}
