package io.tapedeck.recording;

import io.tapedeck.audio.Analysis;
import io.tapedeck.audio.Clip;
import io.tapedeck.audio.Compression;
import io.tapedeck.audio.Conversion;
import io.tapedeck.audio.Enhancement;
import io.tapedeck.audio.Export;
import io.tapedeck.audio.Ingest;
import io.tapedeck.audio.JobResult;
import io.tapedeck.audio.Merge;
import io.tapedeck.audio.Move;
import io.tapedeck.audio.Redaction;
import io.tapedeck.audio.Transcription;
import io.tapedeck.audio.Trim;
import io.tapedeck.problem.Failure;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The jobs of a recording, which run one after the other in the order in which they were accepted. Whatever happens to
 * one of them is decided here, so that the first one is always ready, running, or waiting for the sweep.
 */
public final class JobQueue {
    /**
     * How many jobs of a recording may be unfinished: as many as can fail at once, with an event each, in a transaction
     * of at most 100 writes.
     */
    public static final int LONGEST = 40;

    /** After how long a message that nobody took is sent again. */
    /** What shows where a recording lies. */
    private static final List<String> PLACE = List.of("storage", "bucket", "region");

    private static final Duration MESSAGE_LOST_AFTER = Duration.ofMinutes(15);

    private static final Failure NO_AUDIO =
            new Failure("no-audio", "There is no audio to work on: the job before this one failed.");

    private final Recordings recordings;
    private final RecordingStore store;
    private final VisibleState visibleState;

    public JobQueue(Recordings recordings, RecordingStore store, VisibleState visibleState) {
        this.recordings = recordings;
        this.store = store;
        this.visibleState = visibleState;
    }

    /** A new recording with its first jobs, at least one. */
    public Change create(CallRecording fresh, List<Job> jobs) {
        var now = fresh.history().created();
        var first = atHead(jobs.getFirst(), now);
        var queued = Stream.concat(Stream.of(first), jobs.stream().skip(1)).toList();
        var after = fresh;
        for (var job : queued) {
            after = after.withNewJob(job, now);
        }
        var events = recordings.changeEvents(fresh).add(EventName.CREATED, first.actor(), first);
        if (!first.isIngest()) {
            events.add(EventName.PROCESSING, first.actor(), first);
        }
        return new Change(after, queued, List.of(), events.events());
    }

    /** A new recording of which it is known that there will be no audio. */
    public Change createFailed(CallRecording fresh, Job ingest, Failure reason) {
        var now = fresh.history().created();
        var failed = ingest.failed(reason, now);
        var events = recordings
                .changeEvents(fresh)
                .add(EventName.CREATED, ingest.actor(), ingest)
                .add(EventName.FAILED, ingest.actor(), failed);
        var after = fresh.withNewJob(ingest, now).with(failed, now).failed(reason, now);
        return new Change(after, List.of(failed), List.of(), events.events());
    }

    /**
     * A job more at the end of the queue.
     *
     * @throws ProblemException too-many-requests
     */
    public Change accept(CallRecording recording, Job job) {
        if (recording.jobs().queue().size() >= LONGEST) {
            throw new ProblemException(
                    ProblemType.TOO_MANY_REQUESTS,
                    "The recording has %d unfinished jobs, which is the limit; try again when one of them has finished."
                            .formatted(LONGEST));
        }
        var now = recordings.now();
        var accepted = recording.jobs().isIdle() ? atHead(job, now) : job;
        var after = recording.withNewJob(accepted, now);
        var events = recordings.changeEvents(recording).add(EventName.PROCESSING, job.actor(), accepted);
        return new Change(after, List.of(accepted), List.of(), events.events());
    }

    /** Whether a job is the one to be worked on. */
    public boolean isAtHead(CallRecording recording, Job job) {
        return recording.jobs().queue().stream().limit(1).anyMatch(head -> head.equals(job.id()));
    }

    /** The job at the head is with a worker. That audio is being taken in is an event; other work was announced before. */
    public Change start(CallRecording recording, Job claimed) {
        var after = recording.with(claimed, recordings.now());
        var events = recordings.changeEvents(recording);
        if (claimed.isIngest()) {
            events.add(EventName.PROCESSING, Actor.of(claimed.id()), claimed);
        }
        return new Change(after, List.of(claimed), List.of(), events.events());
    }

    /** The job at the head waits: for a worker, or for the sweep. */
    public Change keep(CallRecording recording, Job waiting) {
        return new Change(recording.with(waiting, recordings.now()), List.of(waiting), List.of(), List.of());
    }

    /** The job at the head can be taken by a worker now. */
    public Change ready(CallRecording recording, Job job) {
        return keep(recording, readied(job, recordings.now()));
    }

    /** What the job at the head has going on outside is to be asked after by a worker. */
    public Change askAfter(CallRecording recording, Job handedOut) {
        return keep(recording, handedOut.askedAfter(toldAgain(recordings.now())));
    }

    /** A job that is over, or whose turn it is not, need not be looked at any more; for callers that is no change. */
    public Change settle(CallRecording recording, Job job) {
        var settled = job.settled();
        return new Change(
                recording.with(settled, recording.history().updated()), List.of(settled), List.of(), List.of());
    }

    /** The job at the head is done, and the next one ready. */
    public Change succeed(CallRecording recording, Job job, Optional<AudioVersion> version, JobResult result) {
        var now = recordings.now();
        var done = job.succeeded(result.abridged(), now);
        var withVersion = version.map(made -> recording.withAudio(made, now)).orElse(recording);
        var next = next(recording, now);
        var after = advance(withVersion.finished(done, now), next, now);
        var events = recordings.changeEvents(recording);
        if (version.isPresent()) {
            addVersionEvent(events, recording, after, done);
        }
        addCompletedEvent(events, after, done, Actor.of(done.id()));
        return new Change(after, with(done, next), version.stream().toList(), events.events());
    }

    /**
     * The job at the head failed for good. The next one is ready, unless there is no audio: then all fail, and with them
     * the recording.
     */
    public Change fail(CallRecording recording, Job job, Failure reason, Actor actor) {
        var now = recordings.now();
        var failed = job.failed(reason, now);
        var events = recordings.changeEvents(recording).add(EventName.FAILED, actor, failed);
        if (recording.audio().isEmpty()) {
            return failAll(recording.with(failed, now).failed(reason, now), failed, behind(recording), events, actor);
        }
        var next = next(recording, now);
        var after = advance(recording.finished(failed, now), next, now);
        addCompletedEvent(events, after, failed, actor);
        return new Change(after, with(failed, next), List.of(), events.events());
    }

    private Change failAll(CallRecording dead, Job first, List<Job> behind, ChangeEvents events, Actor actor) {
        var after = dead;
        var jobs = new ArrayList<>(List.of(first));
        for (var job : behind) {
            var failed = job.failed(NO_AUDIO, dead.history().updated());
            after = after.with(failed, dead.history().updated());
            jobs.add(failed);
            events.add(EventName.FAILED, actor, failed);
        }
        return new Change(after, jobs, List.of(), events.events());
    }

    private void addVersionEvent(ChangeEvents events, CallRecording before, CallRecording after, Job done) {
        var actor = Actor.of(done.id());
        switch (done.task()) {
            case Compression _ -> events.add(EventName.COMPRESSED, actor, done);
            case Conversion _, Trim _, Enhancement _ ->
                events.add(EventName.UPDATED, actor, done, visibleState.changed(before, after));
            case Transcription _ -> events.add(EventName.TRANSCRIBED, actor, done);
            case Analysis _ -> events.add(EventName.ANALYZED, actor, done);
            case Redaction _ -> events.add(EventName.REDACTED, actor, done);
            case Export _ -> throw new IllegalStateException("an export makes no version");
            case Clip _ -> {}
            case Move _ -> events.add(EventName.UPDATED, actor, done, PLACE);
            case Ingest _, Merge _ -> {
                // otherwise that it is completed tells of the audio
                if (!after.jobs().isIdle()) {
                    events.add(EventName.UPDATED, actor, done, visibleState.changed(before, after));
                }
            }
        }
    }

    private static void addCompletedEvent(ChangeEvents events, CallRecording after, Job over, Actor actor) {
        if (after.jobs().isIdle()) {
            events.add(EventName.COMPLETED, actor, over);
        }
    }

    private Optional<Job> next(CallRecording recording, Instant now) {
        return behind(recording, 1).stream().findFirst().map(job -> atHead(job, now));
    }

    /** The jobs that wait behind the one at the head, in their order. */
    public List<Job> behind(CallRecording recording) {
        return behind(recording, LONGEST);
    }

    /** One that is gone went with the recording, so that what is decided here will not be written. */
    private List<Job> behind(CallRecording recording, int most) {
        return recording.jobs().queue().stream()
                .skip(1)
                .limit(most)
                .flatMap(id -> store.job(recording.tenant(), recording.id(), id).stream())
                .toList();
    }

    private static CallRecording advance(CallRecording recording, Optional<Job> next, Instant now) {
        return next.map(job -> recording.with(job, now)).orElse(recording);
    }

    private static List<Job> with(Job job, Optional<Job> next) {
        return Stream.concat(Stream.of(job), next.stream()).toList();
    }

    /** One whose audio is still to come waits for that. */
    private static Job atHead(Job job, Instant now) {
        return job.execution().status() == Job.State.AWAITING_UPLOAD ? job : readied(job, now);
    }

    private static Job readied(Job job, Instant now) {
        return job.readied(toldAgain(now));
    }

    private static Instant toldAgain(Instant now) {
        return now.plus(MESSAGE_LOST_AFTER);
    }
}
