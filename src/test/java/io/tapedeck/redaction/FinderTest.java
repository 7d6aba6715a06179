package io.tapedeck.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.audio.Entity;
import io.tapedeck.audio.Masking;
import io.tapedeck.audio.Redaction;
import io.tapedeck.privacy.Span;
import io.tapedeck.problem.Failure;
import io.tapedeck.problem.TemporaryFailureException;
import io.tapedeck.transcript.Origin;
import io.tapedeck.transcript.Segment;
import io.tapedeck.transcript.Spoken;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.WordTimes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FinderTest {
    private static final Set<Entity> ALL = EnumSet.allOf(Entity.class);
    private static final Transcript CALL = call(Optional.of("en-GB"), "my pin is 4412 says Zlatan [name] ok");

    private final List<String> asked = new ArrayList<>();

    @Test
    void whatEitherFindsIsFoundAndTheStrongestLabelWins() {
        var weaker = finder(span(Entity.CARD_CVV, 0.8, 2, 4), span(Entity.NAME, 0.8, 5, 6));
        var stronger = finder(span(Entity.CARD_CVV, 0.95, 2, 4));

        assertThat(found(weaker.find(CALL, ALL))).containsExactly("card-cvv 2-3", "pin 3-4", "name 5-6");
        assertThat(found(stronger.find(CALL, ALL))).containsExactly("card-cvv 2-4");
    }

    @Test
    void whatIsFoundMoreThanOnceIsFoundOnceAndWhatWasTakenOutIsNot() {
        var finder = finder(span(Entity.NAME, 0.5, 5, 8), span(Entity.NAME, 0.8, 5, 6), span(Entity.NAME, 0.5, 5, 6));

        assertThat(found(finder.find(CALL, Set.of(Entity.NAME)))).containsExactly("name 5-6", "name 7-8");
    }

    @Test
    void aDetectorIsAskedInTheLanguageOfTheCallWhichIsEnglishWhereNobodySays() {
        var finder = finder();

        finder.find(CALL, ALL);
        finder.find(call(Optional.empty(), "hello"), ALL);

        assertThat(asked).containsExactly("en-GB", "en");
        assertThat(finder.passesOverDetector(CALL)).isFalse();
    }

    @Test
    void oneThatDoesNotKnowTheLanguageIsPassedOverAndThatIsSaid() {
        var finder = finder(span(Entity.NAME, 0.8, 0, 1));
        var german = call(Optional.of("de"), "hallo");

        assertThat(finder.find(german, ALL)).isEmpty();
        assertThat(asked).isEmpty();
        assertThat(finder.passesOverDetector(german)).isTrue();
    }

    @Test
    void withoutADetectorNothingIsPassedOver() {
        var finder = new Finder(Calls.DATA, Optional.empty());

        assertThat(found(finder.find(CALL, ALL))).containsExactly("pin 3-4");
        assertThat(finder.passesOverDetector(call(Optional.of("de"), "hallo"))).isFalse();
    }

    @Test
    void oneThatFailsFailsTheSearch() {
        var failing = new Finder(Calls.DATA, Optional.of(new Detector(() -> {
            throw new TemporaryFailureException(
                    new Failure("detector-unavailable", "It is not there."), Optional.empty());
        })));

        assertThatThrownBy(() -> failing.find(CALL, ALL)).isInstanceOf(TemporaryFailureException.class);
    }

    @Test
    void withNothingToLookForNobodyIsAsked() {
        assertThat(finder(span(Entity.NAME, 0.5, 0, 1)).find(CALL, Set.of())).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void whoeverAsksIsToldWhereADetectorWasPassedOver() {
        var redactor = new Redactor(finder());
        var task = new Redaction(Masking.Style.SILENCE, ALL, List.of(), 0, Redaction.Channels.ALL, false, false);
        var german = Optional.of(call(Optional.of("de"), "hallo"));

        assertThat(redactor.redact(task, new Sound(60, 1), german, List.of()).notes())
                .singleElement()
                .asString()
                .contains("language");
        assertThat(redactor.redact(task, new Sound(60, 1), Optional.of(CALL), List.of())
                        .notes())
                .isEmpty();
    }

    private Finder finder(Span... spans) {
        return new Finder(Calls.DATA, Optional.of(new Detector(() -> List.of(spans))));
    }

    private interface Answer {
        List<Span> spans();
    }

    /** Knows English, and gives one answer. */
    private final class Detector implements PiiDetector {
        private final Answer answer;

        private Detector(Answer answer) {
            this.answer = answer;
        }

        @Override
        public boolean knows(String language) {
            return language.startsWith("en");
        }

        @Override
        public List<Span> find(Transcript transcript, String language, Set<Entity> entities) {
            asked.add(language);
            return answer.spans();
        }
    }

    private static Span span(Entity entity, double strength, int from, int to) {
        return Span.of(entity, strength, CALL, 0, from, to);
    }

    private static List<String> found(List<Span> spans) {
        return spans.stream()
                .map(span -> "%s %d-%d".formatted(span.entity(), span.from(), span.to()))
                .toList();
    }

    private static Transcript call(Optional<String> language, String text) {
        var turn = new Segment(Spoken.CALLER, Spoken.evenly(text, 1, 0.5));
        var origin = new Origin("whisper", Optional.empty(), language);
        return new Transcript(origin, 60, false, WordTimes.HEARD, List.of(), List.of(turn));
    }
}
