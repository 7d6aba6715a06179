package io.tapedeck.recording;

import static java.util.Objects.requireNonNull;

import io.tapedeck.audio.Redaction;
import io.tapedeck.audio.Task;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.Ulid;
import io.tapedeck.problem.Failure;
import io.tapedeck.storage.Placement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An audio recording of a voice call.
 *
 * @param placement where it lies
 * @param intake how the audio comes in; absent once it is there
 * @param audio the current version; absent before the first and on a tombstone
 */
public record CallRecording(
        TenantId tenant,
        RecordingId id,
        Lifecycle lifecycle,
        Details details,
        Retention retention,
        Placement placement,
        Optional<Intake> intake,
        Optional<AudioVersion> audio,
        Jobs jobs,
        Usage usage,
        List<String> derivedFrom,
        History history) {

    public CallRecording {
        requireNonNull(tenant);
        requireNonNull(id);
        requireNonNull(lifecycle);
        requireNonNull(details);
        requireNonNull(retention);
        requireNonNull(placement);
        requireNonNull(intake);
        requireNonNull(audio);
        requireNonNull(jobs);
        requireNonNull(usage);
        requireNonNull(history);
        derivedFrom = List.copyOf(derivedFrom);
    }

    /** A new one whose audio is still to come in. */
    public static CallRecording create(
            TenantId tenant, RecordingId id, Details details, Retention retention, Placement placement, Intake intake) {
        return create(tenant, id, details, retention, placement, Optional.of(intake), List.of());
    }

    /** A new one whose audio is to be made of that of others. */
    public static CallRecording derive(
            TenantId tenant,
            RecordingId id,
            Details details,
            Retention retention,
            Placement placement,
            List<RecordingId> sources) {
        var names = sources.stream().map(RecordingId::toString).distinct().toList();
        return create(tenant, id, details, retention, placement, Optional.empty(), names);
    }

    private static CallRecording create(
            TenantId tenant,
            RecordingId id,
            Details details,
            Retention retention,
            Placement placement,
            Optional<Intake> intake,
            List<String> derivedFrom) {
        return new CallRecording(
                tenant,
                id,
                Lifecycle.NEW,
                details,
                retention,
                placement,
                intake,
                Optional.empty(),
                Jobs.NONE,
                Usage.NONE,
                derivedFrom,
                new History(id.created(), id.created(), 0, id.ulid(), 0));
    }

    /** The next second at which the sweep has something to do here. */
    public Optional<Instant> due() {
        return switch (lifecycle.status()) {
            case DELETED -> lifecycle.deletion().flatMap(Deletion::due);
            case PROCESSING, COMPLETED, FAILED -> retention.due();
        };
    }

    /** What was taken out of its audio; absent where it is not redacted. */
    public Optional<Redactions> redactions() {
        return audio.flatMap(AudioVersion::redactions);
    }

    /** Whether somebody may reach one of its versions: what a redaction took out, and is still in others, nobody may. */
    public boolean shows(AudioVersion version, Clearance clearance) {
        return !version.purged()
                && redactions()
                        .filter(now -> version.redactions()
                                .filter(then -> then.covers(now))
                                .isEmpty())
                        .map(now -> now.originalKept() && clearance == Clearance.ORIGINAL)
                        .orElse(true);
    }

    /** Whether a legal hold keeps what a task would destroy. */
    public boolean isHeldAgainst(Task task) {
        return retention.legalHold() && task instanceof Redaction redaction && !redaction.preview();
    }

    /** Whether it is a tombstone that nobody needs to see any more. */
    public boolean isTombstoneExpired(Instant now) {
        return lifecycle
                .deletion()
                .filter(certificate -> certificate.isExpired(now))
                .isPresent();
    }

    /** The same as of now, with what the caller says of it. */
    public CallRecording withDetails(Details newDetails, Retention newRetention, Instant now) {
        return copyAt(now, draft -> {
            draft.details = newDetails;
            draft.retention = newRetention;
        });
    }

    /** The same with one more job at the end of its queue. */
    public CallRecording withNewJob(Job newJob, Instant now) {
        return copyAt(now, draft -> {
            draft.jobs = jobs.accepted(newJob);
            draft.lifecycle = lifecycle.with(draft.jobs);
        });
    }

    /** The same with another state of one of its jobs. */
    public CallRecording with(Job changed, Instant now) {
        return copyAt(now, draft -> draft.jobs = jobs.with(changed));
    }

    /** The same with a job over: idle if it was the last one. */
    public CallRecording finished(Job over, Instant now) {
        return copyAt(now, draft -> {
            draft.jobs = jobs.finished(over);
            draft.lifecycle = lifecycle.with(draft.jobs);
        });
    }

    /** The same with more known of the audio that is to come in, which is no change for callers. */
    public CallRecording withIntake(Intake other) {
        return copy(draft -> draft.intake = Optional.of(other));
    }

    /** The same with another current version of its audio. */
    public CallRecording withAudio(AudioVersion version, Instant now) {
        return copyAt(now, draft -> {
            draft.intake = Optional.empty();
            draft.audio = Optional.of(version);
            draft.history = draft.history.with(version);
        });
    }

    /** The same without usable audio, for good, and so without anything left to do. */
    public CallRecording failed(Failure reason, Instant now) {
        return copyAt(now, draft -> {
            draft.lifecycle = lifecycle.failed(reason);
            draft.intake = Optional.empty();
            draft.jobs = jobs.abandoned();
        });
    }

    /** The same lying elsewhere. */
    public CallRecording withPlacement(Placement other, Instant now) {
        return copyAt(now, draft -> draft.placement = other);
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
        return new CallRecording(
                tenant,
                id,
                Lifecycle.deleted(certificate),
                Details.NONE,
                Retention.NONE,
                placement,
                Optional.empty(),
                Optional.empty(),
                Jobs.NONE,
                Usage.NONE,
                List.of(),
                history.updated(now));
    }

    CallRecording committed(Ulid event) {
        return copy(draft -> draft.history = history.committed(event));
    }

    private CallRecording copyAt(Instant now, Consumer<Draft> change) {
        return copy(draft -> {
            draft.history = history.updated(now);
            change.accept(draft);
        });
    }

    private CallRecording copy(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.finish();
    }

    /** A copy to be changed; what identifies the recording stays. */
    private static final class Draft {
        private final CallRecording original;
        private Lifecycle lifecycle;
        private Details details;
        private Retention retention;
        private Placement placement;
        private Optional<Intake> intake;
        private Optional<AudioVersion> audio;
        private Jobs jobs;
        private Usage usage;
        private History history;

        Draft(CallRecording original) {
            this.original = original;
            this.lifecycle = original.lifecycle;
            this.details = original.details;
            this.retention = original.retention;
            this.placement = original.placement;
            this.intake = original.intake;
            this.audio = original.audio;
            this.jobs = original.jobs;
            this.usage = original.usage;
            this.history = original.history;
        }

        CallRecording finish() {
            return new CallRecording(
                    original.tenant,
                    original.id,
                    lifecycle,
                    details,
                    retention,
                    placement,
                    intake,
                    audio,
                    jobs,
                    usage,
                    original.derivedFrom,
                    history);
        }
    }
}
