package io.tapedeck.recording;

import static java.util.Objects.requireNonNull;

import io.tapedeck.audio.Action;
import io.tapedeck.audio.Export;
import io.tapedeck.audio.Format;
import io.tapedeck.audio.Ingest;
import io.tapedeck.audio.JobResult;
import io.tapedeck.audio.Redaction;
import io.tapedeck.audio.Task;
import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.WireNames;
import io.tapedeck.problem.Failure;
import io.tapedeck.storage.ObjectKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Work on a recording. A row before it is a message: whoever is told of it claims it by a conditional write, and
 * holds it by a lease.
 *
 * @param task what is to be done
 * @param inputs the audio to work on; empty for what the recording's own is when the job starts
 * @param actor who asked for it
 * @param inParts whether its audio is sent in parts, which the caller says the end of
 * @param execution how far it has come
 * @param dispatch who is to take care of it next
 */
public record Job(
        JobId id,
        TenantId tenant,
        RecordingId recording,
        Task task,
        List<Input> inputs,
        Actor actor,
        Instant created,
        boolean inParts,
        Execution execution,
        Dispatch dispatch) {

    /** How often a job is tried. */
    public static final int MAX_ATTEMPTS = 3;

    /** For how long what a job left behind is kept, and what is late may still come. */
    private static final Duration LEFTOVERS_KEPT = Duration.ofDays(2);

    /** After how long a purge that is not through must have been abandoned. */
    private static final Duration PURGE_TAKES = Duration.ofMinutes(5);

    public Job {
        requireNonNull(id);
        requireNonNull(tenant);
        requireNonNull(recording);
        requireNonNull(task);
        requireNonNull(actor);
        requireNonNull(created);
        requireNonNull(execution);
        requireNonNull(dispatch);
        inputs = List.copyOf(inputs);
    }

    /** Where a job is in its life. */
    public enum State {
        AWAITING_UPLOAD,
        QUEUED,
        RUNNING,
        SUCCEEDED,
        FAILED;

        @Override
        public String toString() {
            return WireNames.name(this);
        }
    }

    /** A version of a recording that a job works on, whatever becomes of the recording meanwhile. */
    public record Input(RecordingId recording, int version) {
        public Input {
            requireNonNull(recording);
        }
    }

    /** An ingest of audio that has to be fetched, which waits for its turn. */
    public static Job ingest(JobId id, TenantId tenant, RecordingId recording, Actor actor, Instant now) {
        return of(id, tenant, recording, new Ingest(), List.of(), actor, now);
    }

    /** An ingest that waits for its audio until the deadline. */
    public static Job awaitingUpload(
            JobId id, TenantId tenant, RecordingId recording, Actor actor, Instant now, Instant deadline) {
        return ingest(id, tenant, recording, actor, now)
                .with(Execution.waiting(State.AWAITING_UPLOAD), Dispatch.NONE.toSweep(Optional.of(deadline)));
    }

    /** The same, of audio that is sent in parts. */
    public Job sentInParts() {
        return new Job(id, tenant, recording, task, inputs, actor, created, true, execution, dispatch);
    }

    /**
     * A task that waits for its turn.
     *
     * @param inputs empty for what the recording's own audio is then
     */
    public static Job of(
            JobId id, TenantId tenant, RecordingId recording, Task task, List<Input> inputs, Actor actor, Instant now) {
        return new Job(
                id, tenant, recording, task, inputs, actor, now, false, Execution.waiting(State.QUEUED), Dispatch.NONE);
    }

    /** What it does. */
    public Action action() {
        return task.action();
    }

    /**
     * The same, to be taken by a worker now; should its message be lost, it is told again at the given time. An attempt
     * that was under way has failed.
     */
    public Job readied(Instant again) {
        return with(execution.requeued(), dispatch.readied(again));
    }

    /**
     * The same, held by a worker until the lease ends. What was handed out goes on; of anything else this is a new attempt,
     * and one that was under way has failed.
     */
    public Job claimed(Instant now, Instant leaseEnd) {
        return with(dispatch.handed() ? execution : execution.attempted(now), dispatch.claimed(leaseEnd));
    }

    /** The same, going on outside; the sweep has it asked after at the given time. */
    public Job handedOut(Instant until) {
        return with(execution, dispatch.handedOut(until));
    }

    /** The same, for a worker to ask after; should its message be lost, it is told again at the given time. */
    public Job askedAfter(Instant again) {
        return with(execution, dispatch.readied(again));
    }

    /** The same as far as its worker has come, from 0 to 1. */
    public Job at(double reached) {
        return with(execution.at(reached), dispatch);
    }

    /** The same, waiting for the sweep to make it ready again at the given time. */
    public Job postponed(Failure reason, Instant again) {
        return with(execution.requeued(reason), dispatch.toSweep(Optional.of(again)));
    }

    /** The same with another deadline. */
    public Job dueAt(Instant time) {
        return with(execution, dispatch.dueAt(time));
    }

    /** The same, done; what it or an earlier attempt may have left is looked for later. */
    public Job succeeded(JobResult what, Instant now) {
        var over = execution.succeeded(what, now);
        var leftSomething = !isIngest() && dispatch.holder() > 1;
        return switch (what) {
            case Redaction.Result _ -> with(over, dispatch.toSweep(Optional.of(now.plus(PURGE_TAKES))));
            case Export.Result made -> with(over, dispatch.toSweep(Optional.of(end(made, now, leftSomething))));
            default -> ended(over, now, leftSomething);
        };
    }

    /** The same, failed for good; what was uploaded is kept two days more, and what was exported looked for by then. */
    public Job failed(Failure reason, Instant now) {
        var leftSomething = isIngest() || task instanceof Export || dispatch.holder() > 1;
        return ended(execution.failed(reason, now), now, leftSomething);
    }

    /** The same with nothing left for the sweep to do. */
    public Job settled() {
        return with(execution, dispatch.toSweep(Optional.empty()));
    }

    /**
     * Where the audio that a holder of it makes lies for good. Each writes under a key of its own, but for an ingest, of
     * which all bring the same bytes.
     */
    public ObjectKey result(int number, Format format) {
        return ObjectKey.audio(tenant, recording, resultName(number), format);
    }

    /** Where a transcript lies that its present holder makes. */
    public ObjectKey transcript() {
        return ObjectKey.transcript(tenant, recording, resultName(dispatch.holder()));
    }

    /** Where analytics lie that its present holder makes. */
    public ObjectKey analytics() {
        return ObjectKey.analytics(tenant, recording, resultName(dispatch.holder()));
    }

    /** Where an export lies that its last holder makes. */
    public ObjectKey export() {
        return ObjectKey.export(tenant, recording, resultName(dispatch.holder()));
    }

    /** The name of all that a holder of it makes, before the extension. */
    public String resultName(int number) {
        return isIngest() ? "v1" : id.ulid() + "-" + number;
    }

    /** Whether it takes audio in. */
    public boolean isIngest() {
        return task instanceof Ingest;
    }

    /** Whether a worker holds it at the given time. */
    public boolean isHeld(Instant now) {
        return execution.status() == State.RUNNING
                && !dispatch.handed()
                && dispatch.due().filter(end -> end.isAfter(now)).isPresent();
    }

    /** When all of an export can go. */
    private static Instant end(Export.Result made, Instant now, boolean leftSomething) {
        var lastLook = leftSomething ? now.plus(LEFTOVERS_KEPT) : now;
        return made.expiresAt().isAfter(lastLook) ? made.expiresAt() : lastLook;
    }

    private Job ended(Execution over, Instant now, boolean leftSomething) {
        var lastLook = Optional.of(now.plus(LEFTOVERS_KEPT)).filter(_ -> leftSomething);
        return with(over, dispatch.toSweep(lastLook));
    }

    private Job with(Execution otherExecution, Dispatch otherDispatch) {
        return new Job(id, tenant, recording, task, inputs, actor, created, inParts, otherExecution, otherDispatch);
    }
}
