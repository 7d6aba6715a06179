package io.tapedeck.siprec;

import static java.util.Objects.requireNonNull;

import io.tapedeck.call.Participant;
import io.tapedeck.call.Reference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A call as its metadata has it.
 *
 * @param startTime whole seconds
 * @param endTime whole seconds, not before the start; absent while somebody is still in the call
 */
public record RecordedCall(
        Reference call, Optional<Instant> startTime, Optional<Instant> endTime, List<Participant> participants) {
    public RecordedCall {
        requireNonNull(call);
        requireNonNull(startTime);
        requireNonNull(endTime);
        participants = List.copyOf(participants);
    }
}
