package io.tapedeck.imports;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapedeck.call.Participant;
import io.tapedeck.call.PhoneNumber;
import io.tapedeck.call.Reference;
import io.tapedeck.id.Seconds;
import io.tapedeck.recording.Details;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Notes what a provider says of a call, within the bounds that all recordings have. */
final class CallNotes {
    private static final int LONGEST = 256;

    private final ObjectNode metadata = JsonNodeFactory.instance.objectNode();
    private Optional<Reference> call = Optional.empty();
    private Optional<Reference> assistant = Optional.empty();
    private Optional<PhoneNumber> phoneNumber = Optional.empty();
    private Optional<Instant> startTime = Optional.empty();
    private Optional<Instant> endTime = Optional.empty();
    private List<Participant> participants = List.of();

    CallNotes(Provider provider) {
        metadata.put("provider", provider.toString());
    }

    CallNotes call(Optional<String> id, Optional<String> name) {
        call = reference(id, name);
        return this;
    }

    CallNotes assistant(Optional<String> id, Optional<String> name) {
        assistant = reference(id, name);
        return this;
    }

    /** @param number left out where it is not in E.164 form */
    CallNotes phoneNumber(Optional<String> id, Optional<String> number, Optional<String> name) {
        var valid = number.filter(text -> PhoneNumber.E164.matcher(text).matches());
        if (id.isPresent() || valid.isPresent() || name.isPresent()) {
            phoneNumber = Optional.of(new PhoneNumber(id.map(CallNotes::cut), valid, name.map(CallNotes::cut)));
        }
        return this;
    }

    /** Times that cannot be, or are the wrong way round, are left out. */
    CallNotes times(Optional<Instant> start, Optional<Instant> end) {
        startTime = start.filter(CallNotes::isPossible).map(Seconds::of);
        endTime = end.filter(CallNotes::isPossible)
                .map(Seconds::of)
                .filter(last -> startTime.filter(last::isBefore).isEmpty());
        return this;
    }

    CallNotes participants(List<Participant> all) {
        participants = all;
        return this;
    }

    CallNotes also(String name, Optional<String> value) {
        value.ifPresent(text -> metadata.put(name, cut(text)));
        return this;
    }

    CallNotes alsoNumber(String name, Optional<BigDecimal> value) {
        value.ifPresent(number -> metadata.put(name, number));
        return this;
    }

    Details details() {
        return new Details(
                call,
                assistant,
                phoneNumber,
                startTime,
                endTime,
                participants,
                List.of(),
                Optional.of(metadata.toString()));
    }

    private static Optional<Reference> reference(Optional<String> id, Optional<String> name) {
        return id.map(text -> new Reference(cut(text), name.map(CallNotes::cut)));
    }

    private static boolean isPossible(Instant time) {
        return !time.isBefore(Instant.EPOCH) && !time.isAfter(Seconds.LAST);
    }

    /** As long as a name may be, in characters of Unicode, without any that could not be stored. */
    static String cut(String text) {
        var plain = new StringBuilder();
        text.codePoints()
                .filter(character -> Character.getType(character) != Character.SURROGATE)
                .limit(LONGEST)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
