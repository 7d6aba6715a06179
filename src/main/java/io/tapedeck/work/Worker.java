package io.tapedeck.work;

import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.problem.Failure;
import io.tapedeck.recording.Actor;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Change;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.JobQueue;
import io.tapedeck.recording.Recordings;
import io.tapedeck.storage.UnusableKeyException;
import io.tapedeck.work.Work.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;

/**
 * Does jobs. Any number of messages may ask for one, in any order; whoever claims it does it once. What fails for a
 * reason that may pass is tried three times in all.
 */
public final class Worker {
    private static final Logger LOG = System.getLogger(Worker.class.getName());
    private static final Duration RETRY_AFTER = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Failure FAILED_HERE =
            new Failure("processing-failed", "The audio could not be processed because of an internal error.");

    private final Recordings recordings;
    private final Claims claims;
    private final JobQueue queue;
    private final Leftovers leftovers;
    private final Ingest ingest;
    private final Rendering rendering;
    private final WorkDir workDir;

    /** @param workDir must have room for the largest audio */
    public Worker(
            Recordings recordings,
            Claims claims,
            JobQueue queue,
            Leftovers leftovers,
            Ingest ingest,
            Rendering rendering,
            WorkDir workDir) {
        this.recordings = recordings;
        this.claims = claims;
        this.queue = queue;
        this.leftovers = leftovers;
        this.ingest = ingest;
        this.rendering = rendering;
        this.workDir = workDir;
    }

    /** Does the job, unless it is over, under way, or not to be done now. */
    public Attempt run(TenantId tenant, RecordingId id, JobId job) {
        return switch (claims.claim(tenant, id, job)) {
            case Claims.Claimed(var recording, var claimed) -> {
                var attempt = attempt(recording, claimed);
                leftovers.removeAfter(claimed);
                yield attempt;
            }
            case Claims.NotMine() -> new Attempt.NotMine();
        };
    }

    private Attempt attempt(CallRecording recording, Job job) {
        try {
            leftovers.removeBefore(job);
            return finish(job, perform(recording, job));
        } catch (UnusableKeyException e) {
            return finish(job, new Outcome.Impossible(new Failure("unusable-key", e.getMessage())));
        } catch (IOException e) {
            return postpone(job, new UncheckedIOException(e));
        } catch (RuntimeException e) {
            return postpone(job, e);
        }
    }

    /** The lease is closed before the job is finished, which could look like its loss. */
    private Outcome perform(CallRecording recording, Job job) throws IOException {
        var work = job.task().isPresent() ? rendering : ingest;
        var folder = workDir.open();
        try (var lease = claims.keep(job)) {
            return work.perform(recording, job, folder, lease);
        } finally {
            workDir.close(folder);
        }
    }

    private Attempt finish(Job job, Outcome outcome) {
        return change(job, (recording, held) -> switch (outcome) {
            case Outcome.Made(var version, var result) ->
                queue.succeed(recording, held, Optional.of(version), result.making(version.number()));
            case Outcome.Unchanged(var result) -> queue.succeed(recording, held, Optional.empty(), result);
            case Outcome.Impossible(var failure) -> queue.fail(recording, held, failure, Actor.of(held.id()));
        });
    }

    private Attempt postpone(Job job, RuntimeException cause) {
        var reason = cause instanceof Intakes.Unreachable unreachable ? unreachable.failure() : FAILED_HERE;
        var attempt = job.attempts() >= Job.MAX_ATTEMPTS
                ? change(job, (recording, held) -> queue.fail(recording, held, reason, Actor.of(held.id())))
                : change(job, (recording, held) -> queue.keep(recording, held.postponed(reason, again(job, cause))));
        var message = "attempt %d at %s of %s failed".formatted(job.attempts(), job.action(), job.recording());
        if (cause instanceof Intakes.Unreachable) {
            LOG.log(Level.INFO, message + ": " + reason.message());
        } else {
            LOG.log(attempt instanceof Attempt.NotMine ? Level.DEBUG : Level.ERROR, message, cause);
        }
        return attempt;
    }

    /** After a minute, then after two, or when a source asks for it, in an hour at the latest. */
    private long again(Job job, RuntimeException cause) {
        var wait = RETRY_AFTER.multipliedBy(job.attempts());
        var asked = cause instanceof Intakes.Unreachable unreachable
                ? unreachable.retryAfter().orElse(wait)
                : wait;
        var later = asked.compareTo(wait) > 0 ? asked : wait;
        return recordings.now() + Math.min(later.toSeconds(), LONGEST_WAIT.toSeconds());
    }

    /** Changes the job if this attempt still holds it. */
    private Attempt change(Job job, BiFunction<CallRecording, Job, Change> decision) {
        var decided = new AtomicReference<Optional<Change>>();
        recordings.change(job.tenant(), job.recording(), recording -> {
            decided.set(claims.held(recording, job).map(held -> decision.apply(recording, held)));
            return decided.get();
        });
        return decided.get().map(change -> Attempt.of(change, job.id())).orElseGet(Attempt.NotMine::new);
    }
}
