package io.tapedeck.bulk;

import static java.util.Objects.requireNonNull;

import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.recording.RecordingQuery;
import io.tapedeck.recording.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which recordings to export: those that are named, or, where none is, those that all conditions hold of.
 *
 * @param recordings in the order in which they are exported
 * @param call id of the call
 * @param assistant id of the assistant
 * @param phoneNumber id or E.164 number
 * @param status absent: all but deleted ones
 * @param tags all must be present
 * @param from created at or after
 * @param to created before
 */
public record Selection(
        List<RecordingId> recordings,
        Optional<String> call,
        Optional<String> assistant,
        Optional<String> phoneNumber,
        Optional<Status> status,
        List<String> tags,
        Optional<Instant> from,
        Optional<Instant> to) {
    public Selection {
        recordings = List.copyOf(recordings);
        requireNonNull(call);
        requireNonNull(assistant);
        requireNonNull(phoneNumber);
        requireNonNull(status);
        tags = List.copyOf(tags);
        requireNonNull(from);
        requireNonNull(to);
    }

    /** Whether nothing at all is said of what to export. */
    public boolean isEmpty() {
        return recordings.isEmpty() && !hasConditions();
    }

    /** Whether there are conditions. */
    public boolean hasConditions() {
        return call.isPresent()
                || assistant.isPresent()
                || phoneNumber.isPresent()
                || status.isPresent()
                || !tags.isEmpty()
                || from.isPresent()
                || to.isPresent();
    }

    /** The conditions, to list by. */
    RecordingQuery query(TenantId tenant, int limit, Optional<String> after) {
        return new RecordingQuery(tenant, call, assistant, phoneNumber, status, tags, from, to, limit, after);
    }
}
