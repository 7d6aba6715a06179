package io.tapedeck.analysis;

import static io.tapedeck.transcript.Spoken.AGENT;
import static io.tapedeck.transcript.Spoken.CALLER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.analysis.Notes.Note;
import io.tapedeck.analytics.Call;
import io.tapedeck.analytics.CallAnalytics;
import io.tapedeck.analytics.ChannelSound;
import io.tapedeck.analytics.words.DigestSource;
import io.tapedeck.analytics.words.Miss;
import io.tapedeck.analytics.words.MoodSource;
import io.tapedeck.analytics.words.OutsideAnswer;
import io.tapedeck.analytics.words.OutsideAnswer.Given;
import io.tapedeck.analytics.words.OutsideAnswer.Missed;
import io.tapedeck.analytics.words.Provenance;
import io.tapedeck.analytics.words.Quote;
import io.tapedeck.analytics.words.Wording;
import io.tapedeck.audio.Analysis;
import io.tapedeck.audio.measure.ChannelLayout;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.transcript.Origin;
import io.tapedeck.transcript.Segment;
import io.tapedeck.transcript.Spoken;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.WordTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class AnalystTest {
    private static final Analysis WITHOUT_SUMMARY = new Analysis(List.of(), 3, false);

    private final List<List<String>> scored = new ArrayList<>();
    private final List<Excerpt> summed = new ArrayList<>();
    private OutsideAnswer<List<Double>> scores = new Given<>(List.of(0.5, -1.0));
    private OutsideAnswer<Notes> notes = notes(2);

    private final SentimentEngine sentiment = new SentimentEngine() {
        @Override
        public boolean knows(String language) {
            return !language.startsWith("nl");
        }

        @Override
        public OutsideAnswer<List<Double>> scores(List<String> sentences, String language) {
            scored.add(sentences);
            return scores;
        }
    };

    private final Analyst analyst = new Analyst(Optional.of(sentiment), Optional.of(call -> {
        summed.add(call);
        return notes;
    }));

    @Test
    void theFiguresHaveWhatEnginesOutsideSay() {
        var wording = wording("en", Analysis.DEFAULT);

        assertThat(scored).containsExactly(List.of("The doctor examines swollen knees.", "They hurt today."));
        assertThat(summed.getFirst().segments())
                .extracting(CallSegment::speaker)
                .containsExactly("speaker 1, agent", "speaker 2, customer");
        assertThat(wording.sentimentFrom()).isEqualTo(new Provenance<>(MoodSource.AMAZON_COMPREHEND, Optional.empty()));
        assertThat(wording.speakers().get(1).sentiment().orElseThrow().overall())
                .isEqualTo(-1);
        assertThat(wording.digestFrom()).isEqualTo(new Provenance<>(DigestSource.AMAZON_BEDROCK, Optional.empty()));
        assertThat(wording.summary()).contains(List.of(new Quote(1, 10, 10.75, "The customer has pain.")));
    }

    @Test
    void nothingThatIsWithheldIsShownToThem() {
        var wording = analyst.analyze(call("en"), Analysis.DEFAULT, Disclosure.WITHHELD)
                .wording()
                .orElseThrow();

        assertThat(scored).isEmpty();
        assertThat(summed).isEmpty();
        assertThat(wording).isEqualTo(ours("en"));
    }

    @Test
    void whatPointsAtNothingInTheCallIsNotTaken() {
        notes = notes(3);
        var wording = wording("en", Analysis.DEFAULT);

        assertThat(wording.summary()).isEqualTo(ours("en").summary());
        assertThat(wording.actionItems()).isEqualTo(ours("en").actionItems());
        assertThat(wording.digestFrom())
                .isEqualTo(new Provenance<>(DigestSource.EXTRACTIVE, Optional.of(Miss.NOT_GROUNDED)));
    }

    @Test
    void whatTheyCannotSayIsOurOwnAndTheFiguresSayWhy() {
        scores = new Missed<>(Miss.UNAVAILABLE);
        notes = new Missed<>(Miss.REFUSED);
        var wording = wording("en", Analysis.DEFAULT);

        assertThat(wording.sentiment()).isEqualTo(ours("en").sentiment());
        assertThat(wording.sentimentFrom().missed()).contains(Miss.UNAVAILABLE);
        assertThat(wording.digestFrom().missed()).contains(Miss.REFUSED);
    }

    @Test
    void scoresOfOtherSentencesAreNotTaken() {
        for (var wrong : List.of(List.of(0.5), List.of(0.5, 0.5, 0.5), List.of(0.5, 1.5), List.of(Double.NaN, 0.0))) {
            scores = new Given<>(wrong);
            assertThat(wording("en", Analysis.DEFAULT).sentimentFrom())
                    .isEqualTo(new Provenance<>(MoodSource.LEXICON, Optional.of(Miss.NOT_UNDERSTOOD)));
        }
    }

    @Test
    void otherLanguagesHaveWhatTheEnginesKnow() {
        assertThat(wording("de-AT", Analysis.DEFAULT).sentiment()).isPresent();
        assertThat(wording("nl", Analysis.DEFAULT).sentiment()).isEmpty();
        assertThat(wording("nl", Analysis.DEFAULT).sentimentFrom())
                .isEqualTo(new Provenance<>(MoodSource.LEXICON, Optional.empty()));
        assertThat(wording("nl", Analysis.DEFAULT).summary()).isPresent();
    }

    @Test
    void nobodySumsUpWhatNobodyWantsSummedUp() {
        assertThat(wording("en", WITHOUT_SUMMARY).summary()).isEmpty();
        assertThat(summed).isEmpty();
        assertThat(scored).hasSize(1);
    }

    @Test
    void withoutWordsNobodyIsAsked() {
        var silent = new Call(
                60, Optional.of(ChannelLayout.MONO), List.of(), Map.of(), Optional.empty(), List.of(), List.of());
        assertThat(analyze(silent, Analysis.DEFAULT).wording()).isEmpty();
        assertThat(analyze(call("en", List.of()), Analysis.DEFAULT).wording()).isPresent();
        assertThat(scored).isEmpty();
        assertThat(summed).isEmpty();
    }

    @Test
    void whatIsAskedForWronglyIsRefusedBeforeAnythingIsShown() {
        var category = new Analysis.Category("x", List.of("y"), Optional.of("nobody"), false);
        assertThatThrownBy(() -> analyze(call("en"), new Analysis(List.of(category), 3, true)))
                .isInstanceOf(ProblemException.class);
        assertThat(scored).isEmpty();
    }

    private CallAnalytics analyze(Call call, Analysis request) {
        return analyst.analyze(call, request, Disclosure.ALLOWED);
    }

    private Wording wording(String language, Analysis request) {
        return analyze(call(language), request).wording().orElseThrow();
    }

    private static Wording ours(String language) {
        return new Analyst(Optional.empty(), Optional.empty())
                .analyze(call(language), Analysis.DEFAULT, Disclosure.ALLOWED)
                .wording()
                .orElseThrow();
    }

    private static OutsideAnswer<Notes> notes(int segment) {
        return new Given<>(new Notes(List.of(new Note("The customer has pain.", List.of(segment))), List.of()));
    }

    private static Call call(String language) {
        return call(
                language,
                List.of(
                        new Segment(AGENT, Spoken.evenly("The doctor examines swollen knees.", 1, 0.25)),
                        new Segment(CALLER, Spoken.evenly("They hurt today.", 10, 0.25))));
    }

    private static Call call(String language, List<Segment> segments) {
        var origin = new Origin("whisper", Optional.empty(), Optional.of(language));
        return new Call(
                60,
                Optional.of(ChannelLayout.DUAL),
                List.of(channel(), channel()),
                Map.of(0, "agent", 1, "customer"),
                Optional.of(new Transcript(origin, 60, false, WordTimes.HEARD, List.of(), segments)),
                List.of(),
                List.of());
    }

    private static Call.Channel channel() {
        return new Call.Channel(
                List.of(),
                new ChannelSound(0, true, OptionalDouble.empty(), OptionalDouble.empty(), 0, Optional.empty()));
    }
}
