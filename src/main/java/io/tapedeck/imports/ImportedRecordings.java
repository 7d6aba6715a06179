package io.tapedeck.imports;

import io.tapedeck.access.IdempotencyStore;
import io.tapedeck.access.IdempotencyStore.Claim;
import io.tapedeck.concurrency.Backoff;
import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.Seconds;
import io.tapedeck.id.Sha256;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.Ulid;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.recording.Actor;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Change;
import io.tapedeck.recording.Details;
import io.tapedeck.recording.Intake;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.JobQueue;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.RetentionPolicy;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.Placement;
import io.tapedeck.storage.Places;
import io.tapedeck.storage.StoredTranscript;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.TranscriptStore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes one recording of whatever a provider tells of one, however often it does so while a recording is kept of which nothing else is
 * said. One that was deleted before is not made anew.
 */
public final class ImportedRecordings {
    /** How long a callback waits for another one of the same: providers expect an answer within seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** How long one is at it at most, as the function's time is up then. */
    private static final Duration LEASE = Duration.ofSeconds(12);

    private static final Duration A_DAY = Duration.ofDays(1);

    private final RecordingStore store;
    private final IdempotencyStore told;
    private final TranscriptStore transcripts;
    private final JobQueue queue;
    private final RetentionPolicy retention;
    private final Places places;
    private final Clock clock;

    /** @param told remembers what was told */
    public ImportedRecordings(
            RecordingStore store,
            IdempotencyStore told,
            TranscriptStore transcripts,
            JobQueue queue,
            RetentionPolicy retention,
            Places places,
            Clock clock) {
        this.store = store;
        this.told = told;
        this.transcripts = transcripts;
        this.queue = queue;
        this.retention = retention;
        this.places = places;
        this.clock = clock;
    }

    /**
     * The recording of what was recorded, whose audio a worker fetches.
     *
     * @param seed what its id is made of, unless it was told before
     * @throws ProblemException unavailable while the same is being told by another callback
     */
    public RecordingId take(TenantId tenant, Provider provider, Told.Recorded recorded, Ulid seed) {
        return once(tenant, provider, recorded.id(), seed, first -> {
            var id = new RecordingId(first);
            var placement = Placement.in(places.standard(tenant));
            var said = recorded.said().map(transcript -> keep(tenant, id, transcript, placement));
            var intake = Intake.of(recorded.source(), said);
            var fresh = create(tenant, id, recorded.details(), placement, intake);
            return queue.create(fresh, List.of(ingest(fresh, provider)));
        });
    }

    /**
     * The recording of what was lost, which has failed.
     *
     * @param seed as at {@link #take(TenantId, Provider, Told.Recorded, Ulid)}
     * @throws ProblemException unavailable while the same is being told by another callback
     */
    public RecordingId take(TenantId tenant, Provider provider, Told.Lost lost, Ulid seed) {
        return once(tenant, provider, lost.id(), seed, first -> {
            var placement = Placement.in(places.standard(tenant));
            var fresh = create(tenant, new RecordingId(first), lost.details(), placement, Intake.UNANNOUNCED);
            return queue.createFailed(fresh, ingest(fresh, provider), lost.reason());
        });
    }

    private RecordingId once(TenantId tenant, Provider provider, String id, Ulid seed, Function<Ulid, Change> change) {
        var key = key(provider, id);
        var backoff = new Backoff(PATIENCE);
        do {
            var now = Seconds.now(clock);
            switch (told.claim(tenant, key, key, seed, now, now.plus(LEASE))) {
                case Claim.Claimed(var first) -> {
                    // where this is stale, whoever began got so far
                    var made = change.apply(first);
                    store.commit(made);
                    told.complete(tenant, key, first.value().getBytes(StandardCharsets.US_ASCII), keptUntil(made, now));
                    return new RecordingId(first);
                }
                case Claim.Answered(var first) -> {
                    return new RecordingId(new Ulid(new String(first, StandardCharsets.US_ASCII)));
                }
                case Claim.InProgress _, Claim.OtherRequest _ -> {}
            }
        } while (backoff.pause());
        throw new ProblemException(
                ProblemType.UNAVAILABLE, "Another callback about the same recording is in progress; send it again.");
    }

    private static Instant keptUntil(Change made, Instant now) {
        return made.recording().retention().autoDeleteAt().orElse(now.plus(A_DAY));
    }

    /** None that a caller could choose, since theirs have no spaces. */
    private static String key(Provider provider, String id) {
        return Sha256.hex("import %s %s".formatted(provider, id).getBytes(StandardCharsets.UTF_8));
    }

    private StoredTranscript keep(TenantId tenant, RecordingId id, Transcript transcript, Placement placement) {
        var document = ObjectKey.transcript(tenant, id, id.ulid().value()).in(placement.storage());
        return transcripts.put(id.ulid(), document, transcript, id.created());
    }

    private CallRecording create(TenantId tenant, RecordingId id, Details details, Placement placement, Intake intake) {
        var kept = retention.of(Optional.empty(), id.created());
        return CallRecording.create(tenant, id, details, kept, placement, intake);
    }

    private static Job ingest(CallRecording fresh, Provider provider) {
        return Job.ingest(
                JobId.first(fresh.id()),
                fresh.tenant(),
                fresh.id(),
                new Actor("import:" + provider),
                fresh.history().created());
    }
}
