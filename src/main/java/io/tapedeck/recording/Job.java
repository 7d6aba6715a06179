package io.tapedeck.recording;

import static java.util.Objects.requireNonNull;

import io.tapedeck.audio.Action;
import io.tapedeck.audio.Format;
import io.tapedeck.audio.Ingest;
import io.tapedeck.audio.JobResult;
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
import java.util.function.Consumer;

/**
 * Work on a recording. A row before it is a message: whoever is told of it claims it by a conditional write, and
 * holds it by a lease.
 *
 * @param task what is to be done
 * @param inputs the audio to work on; empty for what the recording's own is when the job starts
 * @param progress from 0 to 1
 * @param result what it did, once it succeeded
 * @param actor who asked for it
 * @param failures how many attempts ended without a result, of {@link #MAX_ATTEMPTS}
 * @param holder counts the workers that have held it, and so tells the present one from those before
 * @param handed whether it goes on outside, and no worker holds it
 * @param due when the sweep must look at it: the upload's deadline, the end of a lease, the time
 *     of the next attempt, what goes on outside, a last look at what it left
 * @param ready whether a worker may take it now, which the queue is told of
 * @param inParts whether its audio is sent in parts, which the caller says the end of
 */
public record Job(
        JobId id,
        TenantId tenant,
        RecordingId recording,
        Task task,
        List<Input> inputs,
        State status,
        double progress,
        Optional<Failure> failure,
        Optional<JobResult> result,
        Actor actor,
        Instant created,
        Optional<Instant> started,
        Optional<Instant> finished,
        int failures,
        int holder,
        boolean handed,
        Optional<Instant> due,
        boolean ready,
        boolean inParts) {

    /** How often a job is tried. */
    public static final int MAX_ATTEMPTS = 3;

    /** For how long what a job left behind is kept, and what is late may still come. */
    private static final Duration LEFTOVERS_KEPT = Duration.ofDays(2);

    public Job {
        requireNonNull(id);
        requireNonNull(tenant);
        requireNonNull(recording);
        requireNonNull(task);
        requireNonNull(status);
        requireNonNull(failure);
        requireNonNull(result);
        requireNonNull(actor);
        requireNonNull(created);
        requireNonNull(started);
        requireNonNull(finished);
        requireNonNull(due);
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
        return ingest(id, tenant, recording, actor, now).copy(draft -> {
            draft.status = State.AWAITING_UPLOAD;
            draft.due = Optional.of(deadline);
        });
    }

    /** The same, of audio that is sent in parts. */
    public Job sentInParts() {
        return copy(draft -> draft.inParts = true);
    }

    /**
     * A task that waits for its turn.
     *
     * @param inputs empty for what the recording's own audio is then
     */
    public static Job of(
            JobId id, TenantId tenant, RecordingId recording, Task task, List<Input> inputs, Actor actor, Instant now) {
        return new Job(
                id,
                tenant,
                recording,
                task,
                inputs,
                State.QUEUED,
                0,
                Optional.empty(),
                Optional.empty(),
                actor,
                now,
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                false,
                Optional.empty(),
                false,
                false);
    }

    /** What it does. */
    public Action action() {
        return task.action();
    }

    /** How often it was tried. To go on with what was handed out is no attempt of its own. */
    public int attempts() {
        return switch (status) {
            case AWAITING_UPLOAD, QUEUED, FAILED -> failures;
            case RUNNING, SUCCEEDED -> failures + 1;
        };
    }

    /**
     * The same, to be taken by a worker now; should its message be lost, it is told again at the given time. An attempt
     * that was under way has failed.
     */
    public Job readied(Instant again) {
        return copy(draft -> {
            draft.failures = attempts();
            draft.status = State.QUEUED;
            draft.progress = 0;
            draft.due = Optional.of(again);
            draft.ready = true;
        });
    }

    /**
     * The same, held by a worker until the lease ends. What was handed out goes on; of anything else this is a new attempt,
     * and one that was under way has failed.
     */
    public Job claimed(Instant now, Instant leaseEnd) {
        return (handed ? this : attempted(now)).copy(draft -> {
            draft.holder = holder + 1;
            draft.handed = false;
            draft.due = Optional.of(leaseEnd);
            draft.ready = false;
        });
    }

    /** The same, going on outside; the sweep has it asked after at the given time. */
    public Job handedOut(Instant until) {
        return copy(draft -> {
            draft.handed = true;
            draft.due = Optional.of(until);
            draft.ready = false;
        });
    }

    /** The same, for a worker to ask after; should its message be lost, it is told again at the given time. */
    public Job askedAfter(Instant again) {
        return copy(draft -> {
            draft.due = Optional.of(again);
            draft.ready = true;
        });
    }

    /** The same as far as its worker has come, from 0 to 1. */
    public Job at(double reached) {
        return copy(draft -> draft.progress = reached);
    }

    /** The same, waiting for the sweep to make it ready again at the given time. */
    public Job postponed(Failure reason, Instant again) {
        return copy(draft -> {
            draft.failures = attempts();
            draft.status = State.QUEUED;
            draft.progress = 0;
            draft.failure = Optional.of(reason);
            draft.due = Optional.of(again);
            draft.ready = false;
        });
    }

    /** The same with another deadline. */
    public Job dueAt(Instant time) {
        return copy(draft -> draft.due = Optional.of(time));
    }

    /** The same, done; an earlier attempt may have left something that is looked for later. */
    public Job succeeded(JobResult what, Instant now) {
        return ended(State.SUCCEEDED, now, !isIngest() && holder > 1).copy(draft -> {
            draft.progress = 1;
            draft.failure = Optional.empty();
            draft.result = Optional.of(what);
        });
    }

    /** The same, failed for good; what was uploaded is kept two days more. */
    public Job failed(Failure reason, Instant now) {
        return ended(State.FAILED, now, isIngest() || holder > 1).copy(draft -> {
            draft.failures = attempts();
            draft.failure = Optional.of(reason);
        });
    }

    /** The same with nothing left for the sweep to do. */
    public Job settled() {
        return copy(draft -> {
            draft.due = Optional.empty();
            draft.ready = false;
        });
    }

    /**
     * Where the audio that a holder of it makes lies for good. Each writes under a key of its own, but for an ingest, of
     * which all bring the same bytes.
     */
    public ObjectKey result(int number, Format format) {
        return ObjectKey.audio(tenant, recording, resultName(number), format);
    }

    /** The name of all that a holder of it makes, before the extension. */
    public String resultName(int number) {
        return isIngest() ? "v1" : id.ulid() + "-" + number;
    }

    /** Whether it takes audio in. */
    public boolean isIngest() {
        return task instanceof Ingest;
    }

    /** Whether it will never run again. */
    public boolean isOver() {
        return status == State.SUCCEEDED || status == State.FAILED;
    }

    /** Whether a worker holds it at the given time. */
    public boolean isHeld(Instant now) {
        return status == State.RUNNING
                && !handed
                && due.filter(end -> end.isAfter(now)).isPresent();
    }

    private Job attempted(Instant now) {
        return copy(draft -> {
            draft.failures = attempts();
            draft.status = State.RUNNING;
            draft.progress = 0;
            draft.failure = Optional.empty();
            draft.started = Optional.of(now);
        });
    }

    private Job ended(State state, Instant now, boolean leftSomething) {
        return copy(draft -> {
            draft.status = state;
            draft.finished = Optional.of(now);
            draft.due = leftSomething ? Optional.of(now.plus(LEFTOVERS_KEPT)) : Optional.empty();
            draft.ready = false;
        });
    }

    private Job copy(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.finish();
    }

    /** A copy to be changed; what was asked for stays. */
    private static final class Draft {
        private final Job original;
        private State status;
        private double progress;
        private Optional<Failure> failure;
        private Optional<JobResult> result;
        private Optional<Instant> started;
        private Optional<Instant> finished;
        private int failures;
        private int holder;
        private boolean handed;
        private Optional<Instant> due;
        private boolean ready;
        private boolean inParts;

        Draft(Job original) {
            this.original = original;
            this.status = original.status;
            this.progress = original.progress;
            this.failure = original.failure;
            this.result = original.result;
            this.started = original.started;
            this.finished = original.finished;
            this.failures = original.failures;
            this.holder = original.holder;
            this.handed = original.handed;
            this.due = original.due;
            this.ready = original.ready;
            this.inParts = original.inParts;
        }

        Job finish() {
            return new Job(
                    original.id,
                    original.tenant,
                    original.recording,
                    original.task,
                    original.inputs,
                    status,
                    progress,
                    failure,
                    result,
                    original.actor,
                    original.created,
                    started,
                    finished,
                    failures,
                    holder,
                    handed,
                    due,
                    ready,
                    inParts);
        }
    }
}
