package io.tapedeck.recording;

import io.tapedeck.recording.AudioProcessor.Measurement.Measured;
import io.tapedeck.recording.AudioProcessor.Measurement.Unusable;
import io.tapedeck.recording.Intakes.Received;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes the audio of a recording in: gets the bytes, measures them, moves them to their lasting key, and says what was
 * found. Any number of messages may ask for it, in any order; whoever claims the job does it once.
 */
public final class Ingest {
    private static final Logger LOG = System.getLogger(Ingest.class.getName());
    private static final long RETRY_AFTER = 60;

    private final Recordings recordings;
    private final Claims claims;
    private final Intakes intakes;
    private final AudioStore audio;
    private final AudioProcessor processor;
    private final WaveformStore waveforms;
    private final Path workDir;

    /** @param workDir where audio lies while it is looked at; it must have room for the largest */
    public Ingest(
            Recordings recordings,
            Claims claims,
            Intakes intakes,
            AudioStore audio,
            AudioProcessor processor,
            WaveformStore waveforms,
            Path workDir) {
        this.recordings = recordings;
        this.claims = claims;
        this.intakes = intakes;
        this.audio = audio;
        this.processor = processor;
        this.waveforms = waveforms;
        this.workDir = workDir;
    }

    /** Does the job, unless it is done, under way, or not to be done any more. */
    public Ingested run(TenantId tenant, RecordingId id, JobId job) {
        return switch (claims.claim(tenant, id, job)) {
            case Claims.Claimed(var recording, var claimed) -> Ingested.of(run(recording, claimed), claimed);
            case Claims.NotMine() -> new Ingested.NotMine();
        };
    }

    private CallRecording run(CallRecording recording, Job job) {
        try (var _ = claims.keep(job)) {
            var file = Files.createTempFile(workDir, "ingest", ".audio");
            try {
                return ingest(recording, job, file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (UnusableKeyException e) {
            return fail(recording, job, new Failure("unusable-key", e.getMessage()));
        } catch (IOException e) {
            return postpone(recording, job, new UncheckedIOException(e));
        } catch (RuntimeException e) {
            return postpone(recording, job, e);
        }
    }

    private CallRecording ingest(CallRecording recording, Job job, Path file) {
        return switch (intakes.receive(recording, file)) {
            case Received.Refused(var failure) -> fail(recording, job, failure);
            case Received.Complete(var size, var sha256, var etag) -> {
                yield switch (processor.measure(file)) {
                    case Unusable(var failure) -> fail(recording, job, failure);
                    case Measured(var measures, var waveform) -> {
                        var version = version(recording, job, measures, size, sha256);
                        yield keep(recording, job, version, waveform, file, etag);
                    }
                };
            }
        };
    }

    private CallRecording keep(
            CallRecording recording,
            Job job,
            AudioVersion version,
            Waveform waveform,
            Path file,
            Optional<String> etag) {
        var stored = intakes.keep(recording, version, file, etag);
        if (stored.size() != version.fileSize()) {
            throw new IllegalStateException("the stored copy has another size");
        }
        waveforms.put(recording.tenant(), recording.id(), version.number(), waveform);
        return complete(recording, job, version.encryptedAs(stored.encryption()));
    }

    private AudioVersion version(CallRecording recording, Job job, AudioMeasures measures, long size, String sha256) {
        return new AudioVersion(
                1,
                job.action(),
                Optional.empty(),
                ObjectKey.audio(recording.tenant(), recording.id(), 1, measures.format()),
                size,
                sha256,
                Optional.empty(),
                Optional.empty(),
                size,
                measures,
                Set.of(),
                recordings.now(),
                Actor.of(job.id()),
                false);
    }

    private CallRecording complete(CallRecording recording, Job job, AudioVersion version) {
        var after = recordings.change(
                recording.tenant(),
                recording.id(),
                current -> claims.held(current, job).map(held -> {
                    var now = recordings.now();
                    var done = held.succeeded(now);
                    var completed = current.completed(version, done, now);
                    var event = recordings.event(completed, EventName.COMPLETED, Actor.of(job.id()));
                    return new Change(completed, List.of(done), List.of(version), List.of(event));
                }));
        cleanUp(after, version);
        return after;
    }

    private void cleanUp(CallRecording after, AudioVersion version) {
        if (after.status() == Status.DELETED) {
            ObjectKey.prefixes(after.tenant(), after.id()).forEach(audio::deleteAll);
        } else if (after.audio().filter(version::equals).isPresent()) {
            audio.delete(ObjectKey.upload(after.tenant(), after.id()));
        }
    }

    private CallRecording fail(CallRecording recording, Job job, Failure reason) {
        return recordings.change(
                recording.tenant(),
                recording.id(),
                current -> claims.held(current, job).map(held -> {
                    var now = recordings.now();
                    var failed = held.failed(reason, now);
                    var after = current.failed(reason, failed, now);
                    var event = recordings.event(after, EventName.FAILED, Actor.of(job.id()));
                    return new Change(after, List.of(failed), List.of(), List.of(event));
                }));
    }

    private CallRecording postpone(CallRecording recording, Job job, RuntimeException cause) {
        var reason = cause instanceof Intakes.Unreachable unreachable
                ? unreachable.failure()
                : new Failure("processing-failed", "The audio could not be processed for a reason that lies here.");
        var after =
                job.attempts() >= Job.MAX_ATTEMPTS ? fail(recording, job, reason) : postpone(recording, job, reason);
        var message = "attempt %d at %s failed".formatted(job.attempts(), recording.id());
        if (cause instanceof Intakes.Unreachable) {
            LOG.log(Level.INFO, message + ": " + reason.message());
        } else {
            LOG.log(after.status() == Status.DELETED ? Level.DEBUG : Level.ERROR, message, cause);
        }
        return after;
    }

    private CallRecording postpone(CallRecording recording, Job job, Failure reason) {
        return recordings.change(
                recording.tenant(),
                recording.id(),
                current -> claims.held(current, job).map(held -> {
                    var now = recordings.now();
                    var postponed = held.postponed(reason, now + RETRY_AFTER * job.attempts());
                    return new Change(current.with(postponed, now), List.of(postponed), List.of(), List.of());
                }));
    }
}
