package io.tapedeck.recording;

import static java.util.Objects.requireNonNull;

import io.tapedeck.id.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which recordings to list. All conditions must hold.
 *
 * @param call id of the call
 * @param assistant id of the assistant
 * @param phoneNumber id or E.164 number
 * @param status absent: all but deleted ones
 * @param tags all must be present
 * @param from inclusive
 * @param to exclusive
 * @param limit how many at most
 * @param after the {@link Page#next} of the page before
 */
public record RecordingQuery(
        TenantId tenant,
        Optional<String> call,
        Optional<String> assistant,
        Optional<String> phoneNumber,
        Optional<Status> status,
        List<String> tags,
        Optional<Instant> from,
        Optional<Instant> to,
        int limit,
        Optional<String> after) {

    public RecordingQuery {
        requireNonNull(tenant);
        requireNonNull(call);
        requireNonNull(assistant);
        requireNonNull(phoneNumber);
        requireNonNull(status);
        requireNonNull(from);
        requireNonNull(to);
        requireNonNull(after);
        tags = List.copyOf(tags);
    }

    /** All of a call that have not been deleted. */
    public static RecordingQuery ofCall(TenantId tenant, String call, int limit) {
        return new RecordingQuery(
                tenant,
                Optional.of(call),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                limit,
                Optional.empty());
    }

    /** The same conditions, for another page. */
    public RecordingQuery page(int most, Optional<String> start) {
        return new RecordingQuery(tenant, call, assistant, phoneNumber, status, tags, from, to, most, start);
    }
}
