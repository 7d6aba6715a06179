package io.tapedeck.bulk;

import static java.util.Objects.requireNonNull;

import io.tapedeck.audio.Export;
import io.tapedeck.id.ExportId;
import io.tapedeck.id.TenantId;
import io.tapedeck.problem.Failure;
import io.tapedeck.recording.Actor;
import io.tapedeck.recording.Dispatch;
import io.tapedeck.recording.Execution;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.Job.State;
import io.tapedeck.storage.ObjectKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An export of many recordings into one file. It is worked on as jobs are: whoever claims it by a conditional write holds it by a
 * lease.
 *
 * @param selection which recordings
 * @param contents what of each
 * @param actor who asked for it
 * @param execution how far it has come
 * @param dispatch who is to take care of it next
 * @param archived what it came to, once it succeeded
 * @param revision counts the writes, so that none is lost
 */
public record BulkExport(
        ExportId id,
        TenantId tenant,
        Selection selection,
        Export contents,
        Actor actor,
        Instant created,
        Execution execution,
        Dispatch dispatch,
        Optional<Archived> archived,
        int revision) {

    /** For how long it is known. */
    public static final Duration KEPT = Duration.ofDays(30);

    /** When what was left of one that failed is looked for. */
    private static final Duration CLEARED_AFTER = Duration.ofMinutes(5);

    public BulkExport {
        requireNonNull(id);
        requireNonNull(tenant);
        requireNonNull(selection);
        requireNonNull(contents);
        requireNonNull(actor);
        requireNonNull(created);
        requireNonNull(execution);
        requireNonNull(dispatch);
        requireNonNull(archived);
    }

    /**
     * The file that it came to.
     *
     * @param size bytes
     * @param recordings how many are in it
     * @param missing how many were asked for and could not be had
     * @param expiresAt from then on nobody gets it
     */
    public record Archived(long size, int recordings, int missing, Instant expiresAt) {
        public Archived {
            requireNonNull(expiresAt);
        }
    }

    /** One that a worker is to take; should its message be lost, it is told again at the given time. */
    static BulkExport accepted(
            ExportId id,
            TenantId tenant,
            Selection selection,
            Export contents,
            Actor actor,
            Instant now,
            Instant again) {
        return new BulkExport(
                id,
                tenant,
                selection,
                contents,
                actor,
                now,
                Execution.waiting(State.QUEUED),
                Dispatch.NONE.readied(again),
                Optional.empty(),
                0);
    }

    /** Where its file lies. */
    public ObjectKey object() {
        return ObjectKey.export(tenant, id, "archive.zip");
    }

    /** Whether a worker may take it. */
    boolean isFree(Instant now) {
        return switch (execution.status()) {
            case QUEUED -> dispatch.ready();
            case RUNNING -> dispatch.handed() || isDue(now) && isWorthAnotherAttempt();
            case AWAITING_UPLOAD, SUCCEEDED, FAILED -> false;
        };
    }

    /** Whether it is due for the sweep. */
    boolean isDue(Instant now) {
        return dispatch.due().filter(due -> !due.isAfter(now)).isPresent();
    }

    /** Whether it may go on after its worker was lost or failed. */
    public boolean isWorthAnotherAttempt() {
        return dispatch.handed() || execution.attempts() < Job.MAX_ATTEMPTS;
    }

    /** The file, while it may be fetched. */
    public Optional<Archived> fetchable(Instant now) {
        return archived.filter(file -> file.expiresAt().isAfter(now));
    }

    /** The same, held by a worker until the lease ends. Going on in time is no attempt of its own. */
    BulkExport claimed(Instant now, Instant leaseEnd) {
        return with(dispatch.handed() ? execution : execution.attempted(now), dispatch.claimed(leaseEnd));
    }

    /** The same, as far as its worker has come and held for longer. */
    public BulkExport prolonged(double reached, Instant leaseEnd) {
        return with(execution.at(reached), dispatch.dueAt(leaseEnd));
    }

    /** The same, of which what was done is safe. */
    public BulkExport kept(double reached, Instant leaseEnd) {
        return with(execution.at(reached).kept(), dispatch.dueAt(leaseEnd));
    }

    /** The same, for the next worker to go on with. */
    public BulkExport continued(Instant now, Instant again) {
        return with(execution, dispatch.handedOut(now).readied(again));
    }

    /** The same, to be taken by a worker now. An attempt that was under way has failed. */
    BulkExport readied(Instant again) {
        return dispatch.handed()
                ? with(execution, dispatch.readied(again))
                : with(execution.requeued(), dispatch.readied(again));
    }

    /** The same, to be taken by a worker after a failure, at the given time. */
    public BulkExport postponed(Failure reason, Instant again) {
        return with(execution.requeued(reason), dispatch.toSweep(Optional.of(again)));
    }

    /** The same, failed for good. */
    public BulkExport failed(Failure reason, Instant now) {
        return with(execution.failed(reason, now), dispatch.toSweep(Optional.of(now.plus(CLEARED_AFTER))));
    }

    /** The same with its file, which the sweep destroys in time. */
    public BulkExport succeeded(Archived file, Instant now) {
        return new BulkExport(
                id,
                tenant,
                selection,
                contents,
                actor,
                created,
                execution.succeeded(now),
                dispatch.toSweep(Optional.of(file.expiresAt())),
                Optional.of(file),
                revision);
    }

    /** The same with nothing left for the sweep to do. */
    BulkExport settled() {
        return with(execution, dispatch.toSweep(Optional.empty()));
    }

    /** The same as it is written next. */
    public BulkExport revised() {
        return new BulkExport(
                id, tenant, selection, contents, actor, created, execution, dispatch, archived, revision + 1);
    }

    private BulkExport with(Execution otherExecution, Dispatch otherDispatch) {
        return new BulkExport(
                id, tenant, selection, contents, actor, created, otherExecution, otherDispatch, archived, revision);
    }
}
