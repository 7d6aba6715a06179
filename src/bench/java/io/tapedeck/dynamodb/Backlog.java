package io.tapedeck.dynamodb;

import static io.tapedeck.dynamodb.Samples.ACME;
import static io.tapedeck.dynamodb.Samples.DAY;
import static io.tapedeck.dynamodb.Samples.NOON;

import io.tapedeck.audio.Ingest;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.Ulid;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Change;
import io.tapedeck.recording.Intake;
import io.tapedeck.recording.Retention;
import io.tapedeck.storage.Placement;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Recordings with audio, made in the course of a year. Of some the expiry came in the last twelve hours; some are held. */
final class Backlog {
    private static final int BATCH = 1000;
    private static final int THREADS = 4;

    private final AtomicInteger numbers = new AtomicInteger();
    private final Samples samples = new Samples();
    private final RecordingRows rows = new RecordingRows(new Rows(Samples.JSON));
    private final Batches batches;

    Backlog(Table table) {
        this.batches = new Batches(table);
    }

    /** Adds recordings that expired, one after another, up to noon. */
    void addDue(int recordings) {
        add(recordings, i -> NOON.minus(DAY.dividedBy(2).multipliedBy(i).dividedBy(recordings)), false);
    }

    /** Adds recordings that would have expired like these, were it not for a legal hold. */
    void addHeld(int recordings) {
        add(recordings, i -> NOON.minus(DAY.dividedBy(2).multipliedBy(i).dividedBy(recordings)), true);
    }

    /** Adds recordings that expire in the course of the next year. */
    void addLater(int recordings) {
        add(recordings, i -> NOON.plus(DAY).plus(DAY.multipliedBy(364L * i).dividedBy(recordings)), false);
    }

    private void add(int recordings, IntFunction<Instant> expiry, boolean held) {
        try (var executor = Executors.newFixedThreadPool(THREADS)) {
            var loads = IntStream.iterate(0, start -> start < recordings, start -> start + BATCH)
                    .mapToObj(start -> IntStream.range(start, Math.min(start + BATCH, recordings)))
                    .map(part -> CompletableFuture.runAsync(
                            () -> batches.write(part.mapToObj(i -> Batches.put(row(expiry.apply(i), held)))
                                    .toList()),
                            executor))
                    .toList();
            loads.forEach(CompletableFuture::join);
        }
    }

    /** A row as it was written when the recording came in, a year before it expires. */
    private Map<String, AttributeValue> row(Instant expiresAt, boolean held) {
        var created = expiresAt.minus(DAY.multipliedBy(365));
        var recording = recording(created, expiresAt, held);
        var row = rows.attributes(recording);
        row.putAll(Keys.recording(ACME, recording.id()));
        return row;
    }

    private CallRecording recording(Instant created, Instant expiresAt, boolean held) {
        var number = numbers.incrementAndGet();
        var retention = new Retention(
                Optional.empty(),
                Optional.of(expiresAt),
                Optional.of(expiresAt.plus(DAY.multipliedBy(30))),
                held,
                false,
                false);
        var details = Samples.details(Optional.of("call-" + number), Optional.of("assistant-1"), Optional.empty(), "a");
        var id = new RecordingId(
                Ulid.of(created, ByteBuffer.allocate(10).putInt(number).array()));
        var recording = CallRecording.create(ACME, id, details, retention, Placement.OWN, Intake.UNANNOUNCED);
        var job = samples.job(recording)
                .claimed(created, created.plusSeconds(60))
                .succeeded(new Ingest.Result(1), created.plusSeconds(5));
        var completed = recording
                .withNewJob(job, created)
                .withAudio(samples.version(recording, 245.1), created.plusSeconds(5))
                .finished(job, created.plusSeconds(5));
        return new Change(completed, List.of(), List.of(), List.of()).written();
    }
}
