package io.tapedeck.recording;

import static java.util.Objects.requireNonNull;

import io.tapedeck.call.Participant;
import io.tapedeck.call.PhoneNumber;
import io.tapedeck.call.Reference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the caller says about a recording.
 *
 * @param metadata a JSON object as text
 */
public record Details(
        Optional<Reference> call,
        Optional<Reference> assistant,
        Optional<PhoneNumber> phoneNumber,
        Optional<Instant> startTime,
        Optional<Instant> endTime,
        List<Participant> participants,
        List<String> tags,
        Optional<String> metadata) {

    /** Of a recording that nobody has said anything about. */
    public static final Details NONE = of(List.of(), Optional.empty());

    public Details {
        requireNonNull(call);
        requireNonNull(assistant);
        requireNonNull(phoneNumber);
        requireNonNull(startTime);
        requireNonNull(endTime);
        requireNonNull(metadata);
        participants = List.copyOf(participants);
        tags = List.copyOf(tags);
    }

    /** Of a recording of which nothing but this is said. */
    public static Details of(List<String> tags, Optional<String> metadata) {
        return new Details(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                tags,
                metadata);
    }
}
