package io.tapedeck.drop;

import static java.util.Objects.requireNonNull;

import io.tapedeck.call.Participant;
import io.tapedeck.call.PhoneNumber;
import io.tapedeck.call.Reference;
import io.tapedeck.call.Role;
import io.tapedeck.recording.Details;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a key tells of a call.
 *
 * @param number in E.164 form, or what else the other system calls it by
 * @param direction as the other system names it
 * @param startTime whole seconds
 * @param transcript whether the file holds what was said, and no audio
 */
public record DroppedCall(
        Optional<String> call,
        Optional<String> agent,
        Optional<String> number,
        Optional<String> direction,
        Optional<Instant> startTime,
        boolean transcript) {

    /** What is told by a key of no known layout. */
    public static final DroppedCall UNKNOWN = new DroppedCall(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);

    public DroppedCall {
        requireNonNull(call);
        requireNonNull(agent);
        requireNonNull(number);
        requireNonNull(direction);
        requireNonNull(startTime);
    }

    /**
     * The same as somebody would say it of a recording.
     *
     * @param metadata a JSON object as text
     */
    public Details details(String metadata) {
        return new Details(
                call.map(id -> new Reference(id, Optional.empty())),
                Optional.empty(),
                number.map(DroppedCall::phoneNumber),
                startTime,
                Optional.empty(),
                agent.stream().map(DroppedCall::agent).toList(),
                List.of(),
                Optional.of(metadata));
    }

    private static PhoneNumber phoneNumber(String text) {
        var isNumber = PhoneNumber.E164.matcher(text).matches();
        return new PhoneNumber(
                Optional.of(text).filter(_ -> !isNumber), Optional.of(text).filter(_ -> isNumber), Optional.empty());
    }

    private static Participant agent(String id) {
        return new Participant(Optional.of(id), Optional.empty(), Optional.of(Role.AGENT), Optional.empty());
    }
}
