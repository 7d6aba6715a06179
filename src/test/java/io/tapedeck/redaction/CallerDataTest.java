package io.tapedeck.redaction;

import static io.tapedeck.redaction.Calls.SEARCH;
import static io.tapedeck.redaction.Calls.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.audio.Analysis;
import io.tapedeck.audio.Entity;
import io.tapedeck.call.Participant;
import io.tapedeck.call.PhoneNumber;
import io.tapedeck.call.Reference;
import io.tapedeck.privacy.Example;
import io.tapedeck.recording.Details;
import io.tapedeck.redaction.search.FoundValues;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallerDataTest {
    private final Example call = Example.of("call", List.of("B: it's 4155550132 for john okonkwo"));

    @Test
    void whatStandsInWhatTheCallerSaysIsToldByItsPlace() {
        var details = details(
                List.of(participant("agent-7", "Mary Smith"), participant("4155550132", "John Okonkwo")),
                List.of("vip", "callback", "+1-415-555-0132"),
                Optional.of("{\"order\": {\"phone\": \"(415) 555 0132\", \"id\": 7}}"));
        assertThat(pointers(details))
                .containsExactly("/metadata/order/phone", "/tags/2", "/participants/1/id", "/participants/1/name");
    }

    @Test
    void whereNothingStandsNothingIsTold() {
        assertThat(pointers(Details.NONE)).isEmpty();
        assertThat(pointers(details(List.of(), List.of("john"), Optional.of("{\"at\": 4155.50132}"))))
                .containsExactly("/tags/0");
    }

    @Test
    void aPropertyWhoseNameSaysItIsToldByWhatItStandsIn() {
        assertThat(pointers(details(
                        List.of(), List.of(), Optional.of("{\"calls\": {\"4155550132\": {\"of\": \"john\"}}}"))))
                .containsExactly("/metadata/calls");
    }

    @Test
    void soAreTheCallAndCategoriesOfItsAnalysis() {
        var category = new Analysis.Category("okonkwo", List.of("hello", "call 4155550132"), Optional.empty(), false);
        var call = new Details(
                Optional.of(new Reference("4155550132", Optional.of("x"))),
                Optional.of(new Reference("a", Optional.of("John Okonkwo"))),
                Optional.of(new PhoneNumber(Optional.empty(), Optional.of("+14155550132"), Optional.empty())),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
        assertThat(new CallerData(call, List.of(category)).pointers(values()))
                .containsExactlyInAnyOrder(
                        "/call/id",
                        "/assistant/name",
                        "/phoneNumber/number",
                        "/analytics/categories/0/name",
                        "/analytics/categories/0/phrases");
    }

    private List<String> pointers(Details details) {
        return new CallerData(details, List.of()).pointers(values());
    }

    private FoundValues values() {
        var transcript = call.transcript();
        var spans = List.of(span(transcript, Entity.PHONE, 0, 1, 2), span(transcript, Entity.NAME, 0, 3, 5));
        return SEARCH.values(transcript, spans);
    }

    private static Participant participant(String id, String name) {
        return new Participant(Optional.of(id), Optional.of(name), Optional.empty(), Optional.empty());
    }

    private static Details details(List<Participant> participants, List<String> tags, Optional<String> metadata) {
        return new Details(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                participants,
                tags,
                metadata);
    }
}
