package io.tapedeck.analytics;

import io.tapedeck.analytics.speech.Span;
import io.tapedeck.analytics.speech.Speech;
import io.tapedeck.analytics.speech.Timing;
import io.tapedeck.analytics.words.OutsideWording;
import io.tapedeck.analytics.words.Quote;
import io.tapedeck.analytics.words.Said;
import io.tapedeck.analytics.words.WordAnalysis;
import io.tapedeck.analytics.words.Wording;
import io.tapedeck.audio.Analysis;
import io.tapedeck.audio.Range;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.transcript.Transcript;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Works out what a call comes to, from what is known of its sound and its words. */
public final class CallAnalysis {
    private static final String ENGLISH = "en";

    private final Call call;
    private final Analysis request;
    private final long duration;
    private final Speech hold;
    private final List<Speaker> speakers;
    private final List<Participant> participants;
    private final Optional<WordAnalysis> words;

    private CallAnalysis(Call call, Analysis request) {
        this.call = call;
        this.request = request;
        duration = Span.milliseconds(call.duration());
        hold = Speech.ofRanges(call.hold()).within(duration);
        speakers = new Speakers(call, duration, hold).all();
        participants = speakers.stream().map(Speaker::participant).toList();
        words = call.transcript().map(this::words);
    }

    /**
     * Of a call.
     *
     * @throws ProblemException invalid-request if a category names a speaker who is not there
     */
    public static CallAnalysis of(Call call, Analysis request) {
        var analysis = new CallAnalysis(call, request);
        analysis.checkSpeakers();
        return analysis;
    }

    /** Who takes part, each in the place that quotes name them by. */
    public List<Participant> participants() {
        return participants;
    }

    /** What is said, sentence by sentence; nothing without a transcript. */
    public List<Quote> sentences() {
        return words.map(WordAnalysis::sentences).orElse(List.of());
    }

    private void checkSpeakers() {
        var names = participants.stream().flatMap(Participant::names).distinct().toList();
        var categories = request.categories();
        for (int i = 0; i < categories.size(); i++) {
            if (categories
                    .get(i)
                    .speaker()
                    .filter(name -> !names.contains(name))
                    .isPresent()) {
                throw ProblemException.invalid("/categories/" + i + "/speaker", unknown(names));
            }
        }
    }

    private static String unknown(List<String> names) {
        return names.isEmpty()
                ? "must be absent: nobody has a label or a role in this call"
                : "must be a label or a role in this call: " + String.join(", ", names);
    }

    /**
     * All figures.
     *
     * @param outside what engines outside say of the sentences
     */
    public CallAnalytics analytics(OutsideWording outside) {
        var speech = speakers.stream().map(Speaker::speech).toList();
        var timing = Timing.of(speech, hold, duration, Span.milliseconds(request.silenceThreshold()));
        return new CallAnalytics(
                Span.seconds(duration),
                call.transcript().isPresent() ? Basis.TRANSCRIPT : Basis.AUDIO,
                confidence(),
                participants,
                timing,
                talkToListenRatio(timing),
                longestStory(timing),
                hold.ranges(),
                call.keypad(),
                AudioQuality.of(call),
                words.map(said -> wording(said, outside)));
    }

    /** High where all have channels of their own. */
    private Confidence confidence() {
        var channels = new HashSet<OptionalInt>();
        var isApart = call.isSeparated()
                && participants.stream()
                        .map(participant -> participant.voice().channel())
                        .allMatch(channel -> channel.isPresent() && channels.add(channel));
        return isApart ? Confidence.HIGH : Confidence.LOW;
    }

    private OptionalDouble talkToListenRatio(Timing timing) {
        var agents = speakingTime(timing, Participant::isAgent);
        var others = speakingTime(timing, participant -> !participant.isAgent());
        return agents == 0 || others == 0 ? OptionalDouble.empty() : OptionalDouble.of(agents / others);
    }

    private double speakingTime(Timing timing, Predicate<Participant> who) {
        return IntStream.range(0, participants.size())
                .filter(i -> who.test(participants.get(i)))
                .mapToDouble(i -> timing.speakers().get(i).speakingTime())
                .sum();
    }

    private Optional<Range> longestStory(Timing timing) {
        return IntStream.range(0, participants.size())
                .filter(i -> participants.get(i).isCustomer())
                .mapToObj(i -> timing.speakers().get(i).longestMonologue())
                .flatMap(Optional::stream)
                .max(Comparator.comparingDouble(Range::length));
    }

    private WordAnalysis words(Transcript transcript) {
        return new WordAnalysis(new Said(
                speakers.stream().map(Speaker::words).toList(),
                speakers.stream().map(Speaker::speech).toList(),
                hold,
                call.duration(),
                isEnglish(transcript)));
    }

    private Wording wording(WordAnalysis said, OutsideWording outside) {
        return said.wording(
                request.categories(),
                request.summary(),
                (participant, name) -> participants.get(participant).isNamed(name),
                outside);
    }

    /** What nobody knows the language of is taken for English. */
    private static boolean isEnglish(Transcript transcript) {
        return transcript
                .origin()
                .language()
                .map(tag -> tag.toLowerCase(Locale.ROOT).split("[-_]")[0].equals(ENGLISH))
                .orElse(true);
    }
}
