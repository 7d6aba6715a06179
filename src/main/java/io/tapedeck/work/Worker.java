package io.tapedeck.work;

import io.tapedeck.audio.AudioResult;
import io.tapedeck.audio.Export;
import io.tapedeck.audio.JobResult;
import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.StorageName;
import io.tapedeck.id.TenantId;
import io.tapedeck.problem.Failure;
import io.tapedeck.purge.Purge;
import io.tapedeck.recording.Actor;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Change;
import io.tapedeck.recording.Decision;
import io.tapedeck.recording.Intake;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.JobQueue;
import io.tapedeck.recording.Leftovers;
import io.tapedeck.recording.Recordings;
import io.tapedeck.sharing.EndedShares;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.Placement;
import io.tapedeck.storage.StorageException;
import io.tapedeck.storage.StoredAnalytics;
import io.tapedeck.storage.StoredTranscript;
import io.tapedeck.storage.UnusableKeyException;
import io.tapedeck.work.Claims.Claim;
import io.tapedeck.work.Claims.Claimed;
import io.tapedeck.work.Work.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Does jobs. Any number of messages may ask for one, in any order; whoever claims it does it once. What fails for a
 * reason that may pass is tried three times in all.
 */
public final class Worker {
    private static final Logger LOG = System.getLogger(Worker.class.getName());
    private static final Failure OTHER_TRANSCRIPT =
            new Failure("transcript-replaced", "The recording got another transcript while it was being redacted.");

    private static final Failure NEW_TRANSCRIPT =
            new Failure("transcript-came", "The recording got a transcript while its audio was being taken in.");

    private static final Failure OTHER_AUDIO =
            new Failure("audio-replaced", "The recording got other audio while it was being exported.");

    private final Recordings recordings;
    private final Claims claims;
    private final JobQueue queue;
    private final Leftovers leftovers;
    private final Purge purge;
    private final EndedShares shares;
    private final WorkByTask work;
    private final WorkDir workDir;

    /** @param workDir must have room for the largest audio */
    public Worker(
            Recordings recordings,
            Claims claims,
            JobQueue queue,
            Leftovers leftovers,
            Purge purge,
            EndedShares shares,
            WorkByTask work,
            WorkDir workDir) {
        this.recordings = recordings;
        this.claims = claims;
        this.queue = queue;
        this.leftovers = leftovers;
        this.purge = purge;
        this.shares = shares;
        this.work = work;
        this.workDir = workDir;
    }

    /** Does the job, unless it is over, under way, or not to be done now. */
    public Attempt run(TenantId tenant, RecordingId id, JobId job) {
        return run(claims.claim(tenant, id, job));
    }

    /** The same of a job that was read after its recording. */
    public Attempt run(CallRecording recording, Job job) {
        return run(claims.claim(recording, job));
    }

    private Attempt run(Claim claim) {
        return switch (claim) {
            case Claimed mine -> {
                var attempt = attempt(mine);
                tidy(mine.job(), attempt);
                yield attempt;
            }
            case Claims.NotHeld() -> new Attempt.NotHeld();
        };
    }

    /** What cannot be removed now is removed before the next attempt, or with the recording. */
    private void tidy(Job job, Attempt attempt) {
        try {
            cleanUp(job, attempt);
        } catch (StorageException down) {
            LOG.log(Level.WARNING, "what {0} left in a storage stays for now: {1}", job.id(), down.getMessage());
        }
    }

    private void cleanUp(Job job, Attempt attempt) {
        switch (attempt) {
            case Attempt.Completed _ -> {
                if (job.isIngest()) {
                    leftovers.removeUpload(job);
                }
                leftovers.removeKept(job);
            }
            case Attempt.Failed _ -> {
                leftovers.removeResult(job);
                leftovers.removeKept(job);
                shares.forsake(job);
            }
            case Attempt.Postponed _ -> {
                if (!job.isIngest()) {
                    leftovers.removeResult(job);
                }
            }
            case Attempt.Handed _ -> {}
            case Attempt.NotHeld _ -> leftovers.removeAfterLoss(job);
        }
    }

    private Attempt attempt(Claimed mine) {
        try {
            leftovers.removeBefore(mine.job());
            var outcome = perform(mine);
            var attempt = finish(mine, outcome);
            removeReplaced(mine, outcome, attempt);
            return attempt;
        } catch (UnusableKeyException e) {
            return finish(mine, new Outcome.Impossible(new Failure("unusable-key", e.getMessage())));
        } catch (IOException e) {
            return postpone(mine, new UncheckedIOException(e));
        } catch (RuntimeException e) {
            return postpone(mine, e);
        }
    }

    private void removeReplaced(Claimed mine, Outcome outcome, Attempt attempt) {
        if (!(attempt instanceof Attempt.Completed)) {
            return;
        }
        var before = mine.recording().audio();
        switch (outcome) {
            case Outcome.Transcribed made ->
                leftovers.removeUnused(
                        mine.recording(),
                        with(
                                before.flatMap(AudioVersion::transcript).map(StoredTranscript::document),
                                made.transcript().document()));
            case Outcome.Analyzed made ->
                leftovers.removeUnused(
                        mine.recording(),
                        with(
                                before.flatMap(AudioVersion::analytics).map(StoredAnalytics::document),
                                made.analytics().document()));
            case Outcome.Redacted _ -> {
                purge.afterRedaction(mine.job().tenant(), mine.job().recording());
                leftovers.removeUnused(
                        mine.recording(),
                        before.stream().flatMap(AudioVersion::documents).toList());
            }
            default -> {}
        }
    }

    private static List<ObjectKey> with(Optional<ObjectKey> before, ObjectKey made) {
        return Stream.concat(before.stream(), Stream.of(made)).toList();
    }

    /** The lease is closed before the job is finished, which could look like its loss. */
    private Outcome perform(Claimed mine) throws IOException {
        var folder = workDir.open();
        try (var lease = claims.keep(mine.job())) {
            return work.perform(mine.recording(), mine.job(), folder, lease);
        } finally {
            workDir.close(folder);
        }
    }

    private Attempt finish(Claimed mine, Outcome outcome) {
        return change(mine, (recording, held) -> switch (outcome) {
            case Outcome.Made(var version, var result) -> made(recording, held, version, result);
            case Outcome.Unchanged(var result) -> queue.succeed(recording, held, Optional.empty(), result);
            case Outcome.Transcribed(var transcript, var result) ->
                queue.succeed(recording, held, transcribed(recording, transcript), result);
            case Outcome.Analyzed(var figures, var result) ->
                queue.succeed(recording, held, recording.audio().map(audio -> audio.with(figures)), result);
            case Outcome.Redacted redacted -> redacted(recording, held, redacted);
            case Outcome.Exported(var result) -> exported(recording, held, result);
            case Outcome.Moved(var storage) -> moved(recording, held, storage);
            case Outcome.Handed(var until) ->
                queue.keep(recording, claims.asFarAsItCame(held).handedOut(until));
            case Outcome.Unfinished() ->
                queue.askAfter(recording, claims.asFarAsItCame(held).handedOut(recordings.now()));
            case Outcome.Impossible(var failure) -> fail(recording, held, failure);
        });
    }

    /** A transcript that came in meanwhile is to be fitted to the audio. */
    private Change made(CallRecording recording, Job held, AudioVersion version, JobResult result) {
        var isFollowed = recording
                .intake()
                .flatMap(Intake::transcript)
                .map(StoredTranscript::id)
                .filter(known -> version.transcript()
                        .filter(fitted -> fitted.id().equals(known))
                        .isEmpty())
                .isEmpty();
        return isFollowed || held.execution().attempts() >= Job.MAX_ATTEMPTS
                ? queue.succeed(recording, held, Optional.of(version), result)
                : queue.ready(recording, held.postponed(NEW_TRANSCRIPT, recordings.now()));
    }

    private static Optional<AudioVersion> transcribed(CallRecording recording, StoredTranscript heard) {
        return recording.audio().map(audio -> heard.replaces(audio.transcript()) ? audio.with(heard) : audio);
    }

    /** A hold that was put on meanwhile keeps the evidence; in another transcript than what was read may be something else. */
    private Change redacted(CallRecording recording, Job held, Outcome.Redacted redacted) {
        if (recording.isHeldAgainst(held.task())) {
            return fail(recording, held, Redacting.HELD);
        }
        var isSame = recording.audio().isEmpty()
                || recording
                        .audio()
                        .flatMap(AudioVersion::transcript)
                        .map(StoredTranscript::id)
                        .equals(redacted.heard());
        return isSame
                ? queue.succeed(recording, held, Optional.of(redacted.version()), redacted.result())
                : queue.keep(recording, held.postponed(OTHER_TRANSCRIPT, recordings.now()));
    }

    private Change exported(CallRecording recording, Job held, Export.Result made) {
        var isSame = recording.history().redaction() == made.since()
                && recording.audio().map(AudioVersion::number).equals(made.version());
        return isSame
                ? queue.succeed(recording, held, Optional.empty(), made)
                : queue.keep(recording, held.postponed(OTHER_AUDIO, recordings.now()));
    }

    private Change moved(CallRecording recording, Job held, Optional<StorageName> storage) {
        var placement = Placement.in(recording.placement().find(storage));
        var there = recording.withPlacement(placement, recordings.now());
        return queue.succeed(there, held, there.audio(), AudioResult.PLAIN);
    }

    private Change fail(CallRecording recording, Job held, Failure reason) {
        return queue.fail(recording, claims.asFarAsItCame(held), reason, Actor.of(held.id()));
    }

    private Attempt postpone(Claimed mine, RuntimeException cause) {
        var job = mine.job();
        var setback = Setback.of(cause);
        var attempts = job.execution().attempts();
        var attempt = attempts >= setback.mostAttempts()
                ? change(mine, (recording, held) -> fail(recording, held, setback.reason()))
                : change(
                        mine,
                        (recording, held) -> queue.keep(
                                recording,
                                held.postponed(
                                        setback.reason(), recordings.now().plus(setback.pauseAfter(attempts)))));
        var message = "attempt %d at %s of %s failed".formatted(attempts, job.action(), job.recording());
        if (setback.isExpected()) {
            LOG.log(Level.INFO, message + ": " + setback.reason().message());
        } else {
            LOG.log(attempt instanceof Attempt.NotHeld ? Level.DEBUG : Level.ERROR, message, cause);
        }
        return attempt;
    }

    /** Changes the job if this attempt still holds it. */
    private Attempt change(Claimed mine, BiFunction<CallRecording, Job, Change> decision) {
        return recordings
                .changeIfThere(
                        mine.recording(),
                        current -> claims.held(current, mine)
                                .map(held -> decision.apply(current, held))
                                .map(change -> decided(change, mine))
                                .orElseGet(() -> new Decision.Leave<>(new Attempt.NotHeld())))
                .orElseGet(Attempt.NotHeld::new);
    }

    private static Decision<Attempt> decided(Change change, Claimed mine) {
        return new Decision.Write<>(change, Attempt.of(change, mine.job().id()));
    }
}
