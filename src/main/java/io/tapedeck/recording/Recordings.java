package io.tapedeck.recording;

import io.tapedeck.concurrency.Backoff;
import io.tapedeck.concurrency.Deadline;
import io.tapedeck.concurrency.StripedLocks;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.Seconds;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.UlidSource;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.recording.RecordingStore.Commit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Changes recordings: reads, lets the caller decide, writes, and begins anew when another writer came first. */
public final class Recordings {
    /** How long the writers of a recording put up with each other. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RecordingStore store;
    private final UlidSource ids;
    private final Clock clock;
    private final Deadline deadline;
    private final StripedLocks locks = new StripedLocks();

    public Recordings(RecordingStore store, UlidSource ids, Clock clock, Deadline deadline) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
        this.deadline = deadline;
    }

    /** The second that it is now. */
    public Instant now() {
        return Seconds.now(clock);
    }

    /** @throws ProblemException not-found if there is none */
    public CallRecording get(TenantId tenant, RecordingId id) {
        return store.find(tenant, id).orElseThrow(Recordings::notFound);
    }

    /**
     * The recording with its job as far as that has come by now.
     *
     * @throws ProblemException not-found if there is none
     */
    public CallRecording getInProgress(TenantId tenant, RecordingId id) {
        var recording = get(tenant, id);
        return recording
                .jobs()
                .latest()
                .filter(job -> !job.isOver())
                .flatMap(job -> store.job(tenant, id, job.id()))
                .map(job -> recording.with(job, recording.history().updated()))
                .orElse(recording);
    }

    /** @throws ProblemException not-found if there is none, gone if it has been deleted */
    public CallRecording getLive(TenantId tenant, RecordingId id) {
        return live(get(tenant, id));
    }

    /** @throws ProblemException gone if it has been deleted */
    public static CallRecording live(CallRecording recording) {
        if (recording.lifecycle().isDeleted()) {
            throw new ProblemException(ProblemType.GONE, "This recording has been deleted.");
        }
        return recording;
    }

    /** @throws ProblemException gone if it has been deleted or its audio has expired */
    public CallRecording unexpired(CallRecording recording) {
        if (live(recording).retention().isExpired(now())) {
            throw new ProblemException(
                    ProblemType.GONE,
                    "The audio has expired; set expiresAt to a later time to make it available again.");
        }
        return recording;
    }

    /** The problem of a recording that does not exist, or not for this caller. */
    public static ProblemException notFound() {
        return new ProblemException(ProblemType.NOT_FOUND, "This recording does not exist.");
    }

    /** The same of one that a part of a request names, by its JSON pointer. */
    public static ProblemException notFound(String pointer) {
        return new ProblemException(ProblemType.NOT_FOUND, pointer + " names a recording that does not exist.");
    }

    /** An event that follows all that happened to the recording so far. */
    public Event event(CallRecording recording, EventName name, Actor actor) {
        return event(recording, name, actor, List.of());
    }

    /** The event of an update of the named properties. */
    public Event event(CallRecording recording, EventName name, Actor actor, List<String> changed) {
        return new Event(
                ids.nextAfter(recording.history().lastEvent()),
                name,
                actor,
                recording.jobs().latest(),
                changed);
    }

    /** The events of a change of the recording, which follow all that happened to it so far. */
    public ChangeEvents changeEvents(CallRecording recording) {
        return new ChangeEvents(ids, recording.history().lastEvent());
    }

    /**
     * Does what is decided of the recording.
     *
     * @param decision gets the recording as it is. It may be asked several times
     * @return what the decision tells
     * @throws ProblemException not-found if there is none; too-many-requests if others keep changing it
     */
    public <T> T change(TenantId tenant, RecordingId id, Function<CallRecording, Decision<T>> decision) {
        return changeIfThere(tenant, id, decision).orElseThrow(Recordings::notFound);
    }

    /**
     * The same of one that may be gone.
     *
     * @return empty if there is none
     * @throws ProblemException too-many-requests if others keep changing it
     */
    public <T> Optional<T> changeIfThere(
            TenantId tenant, RecordingId id, Function<CallRecording, Decision<T>> decision) {
        var backoff = new Backoff(deadline.within(PATIENCE));
        return inTurn(id, () -> settle(store.find(tenant, id), decision, backoff));
    }

    /**
     * The same of one that has been read, which is read again only if others have changed it since.
     *
     * @return empty if it is gone
     * @throws ProblemException too-many-requests if others keep changing it
     */
    public <T> Optional<T> changeIfThere(CallRecording read, Function<CallRecording, Decision<T>> decision) {
        var backoff = new Backoff(deadline.within(PATIENCE));
        return inTurn(read.id(), () -> settle(Optional.of(read), decision, backoff));
    }

    private <T> T inTurn(RecordingId id, Supplier<T> work) {
        return locks.take(id, deadline.within(PATIENCE), work).orElseThrow(Recordings::crowded);
    }

    private <T> Optional<T> settle(
            Optional<CallRecording> read, Function<CallRecording, Decision<T>> decision, Backoff backoff) {
        var recording = read;
        while (recording.isPresent()) {
            var decided = decision.apply(recording.get());
            if (isDone(decided)) {
                return Optional.of(decided.value());
            } else if (!backoff.pause()) {
                throw crowded();
            }
            recording = recording.flatMap(stale -> store.find(stale.tenant(), stale.id()));
        }
        return Optional.empty();
    }

    private boolean isDone(Decision<?> decided) {
        return switch (decided) {
            case Decision.Leave<?> _ -> true;
            case Decision.Write<?> write -> store.commit(write.change()) == Commit.COMMITTED;
        };
    }

    private static ProblemException crowded() {
        return new ProblemException(
                ProblemType.TOO_MANY_REQUESTS,
                "Many requests are changing this recording at the same time; try again in a moment.");
    }
}
