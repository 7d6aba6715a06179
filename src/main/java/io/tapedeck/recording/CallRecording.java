package io.tapedeck.recording;

import static java.util.Objects.requireNonNull;

import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.Ulid;
import io.tapedeck.problem.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * An audio recording of a voice call.
 *
 * @param intake how the audio comes in; absent once it is there
 * @param audio the current version; absent before the first and on a tombstone
 * @param job the one that was accepted last
 * @param queue the jobs that are not over, in the order in which they were accepted; the first one is at work
 * @param failure why there is no usable audio
 * @param deletion only on a tombstone
 * @param lastEvent the latest event, which the next one must follow
 * @param revision counts the changes; what a writer has read must still hold when it writes
 */
public record CallRecording(
        TenantId tenant,
        RecordingId id,
        Status status,
        Details details,
        Retention retention,
        Optional<Intake> intake,
        Optional<AudioVersion> audio,
        Optional<Job> job,
        List<JobId> queue,
        Usage usage,
        List<String> derivedFrom,
        Optional<Failure> failure,
        Optional<Deletion> deletion,
        Instant created,
        Instant updated,
        Ulid lastEvent,
        long revision) {

    /** How long a tombstone is kept. */
    public static final Duration TOMBSTONE_KEPT = Duration.ofDays(30);

    /** After how long a deletion that is not through must have been abandoned. */
    private static final Duration DESTROYING_TAKES = Duration.ofMinutes(5);

    /** How long after a deletion no URL to upload to and no worker of the recording can be left. */
    private static final Duration LAST_LOOK = Duration.ofDays(2);

    public CallRecording {
        requireNonNull(tenant);
        requireNonNull(id);
        requireNonNull(status);
        requireNonNull(details);
        requireNonNull(retention);
        requireNonNull(intake);
        requireNonNull(audio);
        requireNonNull(job);
        requireNonNull(usage);
        requireNonNull(failure);
        requireNonNull(deletion);
        requireNonNull(lastEvent);
        requireNonNull(created);
        requireNonNull(updated);
        queue = List.copyOf(queue);
        derivedFrom = List.copyOf(derivedFrom);
    }

    /** A new one whose audio is still to come in. */
    public static CallRecording create(
            TenantId tenant, RecordingId id, Details details, Retention retention, Intake intake) {
        return create(tenant, id, details, retention, Optional.of(intake), List.of());
    }

    /** A new one whose audio is to be made of that of others. */
    public static CallRecording derive(
            TenantId tenant, RecordingId id, Details details, Retention retention, List<RecordingId> sources) {
        var names = sources.stream().map(RecordingId::toString).distinct().toList();
        return create(tenant, id, details, retention, Optional.empty(), names);
    }

    private static CallRecording create(
            TenantId tenant,
            RecordingId id,
            Details details,
            Retention retention,
            Optional<Intake> intake,
            List<String> derivedFrom) {
        return new CallRecording(
                tenant,
                id,
                Status.PROCESSING,
                details,
                retention,
                intake,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Usage.NONE,
                derivedFrom,
                Optional.empty(),
                Optional.empty(),
                id.created(),
                id.created(),
                id.ulid(),
                0);
    }

    /** The next second at which the sweep has something to do here. */
    public Optional<Instant> due() {
        return switch (status) {
            case DELETED -> deletion.flatMap(CallRecording::dueOf);
            case PROCESSING, COMPLETED, FAILED -> retention.due();
        };
    }

    /** Whether it is a tombstone that nobody needs to see any more. */
    public boolean isTombstoneExpired(Instant now) {
        return deletion.filter(
                        certificate -> !certificate.at().plus(TOMBSTONE_KEPT).isAfter(now))
                .isPresent();
    }

    /** The same as of now, with what the caller says of it. */
    public CallRecording withDetails(Details newDetails, Retention newRetention, Instant now) {
        return copy(draft -> {
            draft.details = newDetails;
            draft.retention = newRetention;
            draft.updated = now;
        });
    }

    /** The same with one more job at the end of its queue. */
    public CallRecording withNewJob(Job newJob, Instant now) {
        return copy(draft -> {
            draft.status = Status.PROCESSING;
            draft.job = Optional.of(newJob);
            draft.queue = Stream.concat(queue.stream(), Stream.of(newJob.id())).toList();
            draft.updated = now;
        });
    }

    /** The same with another state of one of its jobs. */
    public CallRecording with(Job changed, Instant now) {
        return copy(draft -> {
            draft.job = latest(changed);
            draft.updated = now;
        });
    }

    /** The same with a job over: idle if it was the last one. */
    public CallRecording finished(Job over, Instant now) {
        return copy(draft -> {
            draft.job = latest(over);
            draft.queue = queue.stream().filter(id -> !id.equals(over.id())).toList();
            draft.status = draft.queue.isEmpty() ? Status.COMPLETED : Status.PROCESSING;
            draft.updated = now;
        });
    }

    /** The same with another current version of its audio. */
    public CallRecording withAudio(AudioVersion version, Instant now) {
        return copy(draft -> {
            draft.intake = Optional.empty();
            draft.audio = Optional.of(version);
            draft.updated = now;
        });
    }

    /** The same without usable audio, for good, and so without anything left to do. */
    public CallRecording failed(Failure reason, Instant now) {
        return copy(draft -> {
            draft.status = Status.FAILED;
            draft.intake = Optional.empty();
            draft.queue = List.of();
            draft.failure = Optional.of(reason);
            draft.updated = now;
        });
    }

    /** The same with its expiry announced. */
    public CallRecording expired(Instant now) {
        return withDetails(details, retention.announced(), now);
    }

    /** The same with one more download. */
    public CallRecording downloaded(Instant now) {
        return copy(draft -> draft.usage = new Usage(usage.downloadCount() + 1, Optional.of(now)));
    }

    /** The same, handed out once more as part of the same download. */
    public CallRecording accessed(Instant now) {
        return copy(draft -> draft.usage = new Usage(usage.downloadCount(), Optional.of(now)));
    }

    /** What stays of it after deletion: nothing personal. */
    public CallRecording tombstone(Deletion certificate, Instant now) {
        return copy(draft -> {
            draft.status = Status.DELETED;
            draft.details = Details.NONE;
            draft.retention = Retention.NONE;
            draft.intake = Optional.empty();
            draft.audio = Optional.empty();
            draft.job = Optional.empty();
            draft.queue = List.of();
            draft.usage = Usage.NONE;
            draft.derivedFrom = List.of();
            draft.failure = Optional.empty();
            draft.deletion = Optional.of(certificate);
            draft.updated = now;
        });
    }

    CallRecording committed(Ulid event) {
        return copy(draft -> {
            draft.lastEvent = event;
            draft.revision = revision + 1;
        });
    }

    private Optional<Job> latest(Job changed) {
        return job.map(last -> last.id().equals(changed.id()) ? changed : last);
    }

    private CallRecording copy(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.finish();
    }

    private static Optional<Instant> dueOf(Deletion certificate) {
        return switch (certificate.stage()) {
            case DESTROYING -> Optional.of(certificate.at().plus(DESTROYING_TAKES));
            case DESTROYED -> Optional.of(certificate.at().plus(LAST_LOOK));
            case CLOSED -> Optional.empty();
        };
    }

    /** A copy to be changed; what identifies the recording stays. */
    private static final class Draft {
        private final CallRecording original;
        private Status status;
        private Details details;
        private Retention retention;
        private Optional<Intake> intake;
        private Optional<AudioVersion> audio;
        private Optional<Job> job;
        private List<JobId> queue;
        private Usage usage;
        private List<String> derivedFrom;
        private Optional<Failure> failure;
        private Optional<Deletion> deletion;
        private Instant updated;
        private Ulid lastEvent;
        private long revision;

        Draft(CallRecording original) {
            this.original = original;
            this.status = original.status;
            this.details = original.details;
            this.retention = original.retention;
            this.intake = original.intake;
            this.audio = original.audio;
            this.job = original.job;
            this.queue = original.queue;
            this.usage = original.usage;
            this.derivedFrom = original.derivedFrom;
            this.failure = original.failure;
            this.deletion = original.deletion;
            this.updated = original.updated;
            this.lastEvent = original.lastEvent;
            this.revision = original.revision;
        }

        CallRecording finish() {
            return new CallRecording(
                    original.tenant,
                    original.id,
                    status,
                    details,
                    retention,
                    intake,
                    audio,
                    job,
                    queue,
                    usage,
                    derivedFrom,
                    failure,
                    deletion,
                    original.created,
                    updated,
                    lastEvent,
                    revision);
        }
    }
}
