package io.tapedeck.dynamodb;

import static io.tapedeck.dynamodb.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.bench.Duel;
import io.tapedeck.bench.Report;
import io.tapedeck.bench.Side;
import io.tapedeck.bulk.BulkExports;
import io.tapedeck.bulk.LateBulkExports;
import io.tapedeck.concurrency.Deadline;
import io.tapedeck.id.RecordingId;
import io.tapedeck.json.Json;
import io.tapedeck.json.WaveformDocuments;
import io.tapedeck.local.DynamoDbInMemory;
import io.tapedeck.purge.Purge;
import io.tapedeck.recording.JobQueue;
import io.tapedeck.recording.Leftovers;
import io.tapedeck.recording.Recordings;
import io.tapedeck.retention.Deletions;
import io.tapedeck.retention.DueStore.Due.DueRecording;
import io.tapedeck.retention.LostJobs;
import io.tapedeck.retention.Sweep;
import io.tapedeck.s3.Bucket;
import io.tapedeck.s3.S3Stores;
import io.tapedeck.sharing.EndedShares;
import io.tapedeck.storage.Placement;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** What is due, found by the due store and by scanning and filtering the same table: some is held and so not due. */
@ExtendWith(DynamoDbLocal.class)
class SweepBench {
    private static final int RECORDINGS = 100_000;
    private static final int DUE = 1_000;
    private static final int HELD = 200;
    private static final String SCAN = "scan and filter";

    /** About the megabyte at which DynamoDB ends a page; DynamoDB Local goes through the whole table for one without. */
    private static final int SCANNED = 1_000;

    private final RequestCount count = new RequestCount();
    private final Samples samples = new Samples();
    private final Table table;
    private final DynamoDueStore dueStore;
    private final Sweep sweep;

    SweepBench(DynamoDbInMemory server, Table fresh) {
        table = new Table(server.client(List.of(count)), fresh.name(), Deadline.NONE);
        dueStore = new DynamoDueStore(table);
        sweep = sweep();
    }

    @Test
    void sweep(TestInfo test) throws Exception {
        fill();
        assertThat(byAgenda()).hasSize(DUE).isEqualTo(byScan());

        var outcome = new Duel(1, 21).of(side("Tapedeck", this::byAgenda), side(SCAN, this::byScan));

        var name = "finding 1,000 due of 100,000 recordings";
        Report.of(test)
                .add(
                        outcome.row(name, "rows of the table/s", 0, SCAN).atLeast(10),
                        outcome.row(name, "read request units", 1, SCAN).atMost(0.1),
                        outcome.row(name, "HTTP requests", 2, SCAN).atMost(0.1));

        var report = sweep.run(Duration.ofMinutes(10));
        assertThat(report.complete()).isTrue();
        assertThat(report.failed()).isZero();
        assertThat(report.done()).isEqualTo(DUE);
        assertThat(byAgenda()).isEqualTo(byScan()).isEmpty();
    }

    private void fill() {
        var backlog = new Backlog(table);
        backlog.addDue(DUE);
        backlog.addHeld(HELD);
        backlog.addLater(RECORDINGS - DUE - HELD);
    }

    /** Recordings of the table that are dealt with in a second, units read and requests made. */
    private Side side(String name, Supplier<Set<RecordingId>> way) {
        return new Side(name, () -> {
            var units = count.units();
            var requests = count.requests();
            var start = System.nanoTime();
            assertThat(way.get()).hasSize(DUE);
            var seconds = (System.nanoTime() - start) / 1e9;
            return new double[] {RECORDINGS / seconds, count.units() - units, count.requests() - requests};
        });
    }

    private Set<RecordingId> byAgenda() {
        var due = new HashSet<RecordingId>();
        dueStore.due(NOON).forEachRemaining(each -> due.add(((DueRecording) each).recording()));
        return due;
    }

    private Set<RecordingId> byScan() {
        var due = new HashSet<RecordingId>();
        table.client()
                .scanPaginator(scan -> scan.tableName(table.name())
                        .limit(SCANNED)
                        .filterExpression("sk = :recording AND retention.legalHold = :no AND (retention.autoDeleteAt"
                                + " <= :now OR retention.expiresAt <= :now AND retention.expiryAnnounced = :no)")
                        .projectionExpression("tenant, id")
                        .expressionAttributeValues(Map.of(
                                ":recording", Attributes.text("recording"),
                                ":now", Attributes.time(NOON),
                                ":no", AttributeValue.fromBool(false))))
                .items()
                .forEach(row -> due.add(RecordingId.parse(row.get("id").s()).orElseThrow()));
        return due;
    }

    private Sweep sweep() {
        var store = samples.store(table);
        var recordings = new Recordings(store, samples.ids, samples.clock, Deadline.NONE);
        var stores = storesThatNobodyAsks();
        var queue = new JobQueue(recordings, store, (before, after) -> List.of());
        var exports = new DynamoBulkExportStore(table, new Rows(new Json()));
        var shares = new EndedShares(
                new DynamoShareStore(table, Samples.ROWS),
                recordings,
                store,
                stores.objects((tenant, recording) -> Placement.OWN));
        return new Sweep(
                dueStore,
                recordings,
                store,
                new Deletions(recordings, store, stores.objects((tenant, recording) -> Placement.OWN)),
                new LostJobs(
                        recordings,
                        store,
                        queue,
                        new Leftovers(store, stores.objects((tenant, recording) -> Placement.OWN)),
                        new Purge(
                                recordings,
                                store,
                                stores.objects((tenant, recording) -> Placement.OWN),
                                shares,
                                new WaveformDocuments(stores.documents())),
                        shares,
                        stores.uploads(),
                        stores.multiparts()),
                new LateBulkExports(
                        exports, new BulkExports(exports, recordings, store), recordings, stores.documents()),
                shares,
                (_, _) -> {});
    }

    /** To announce an expiry takes no audio; nothing listens where these look. */
    private static S3Stores storesThatNobodyAsks() {
        var nowhere = URI.create("http://127.0.0.1:9");
        var client = S3Client.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .endpointOverride(nowhere)
                .build();
        var presigner = S3Presigner.builder()
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .endpointOverride(nowhere)
                .build();
        return S3Stores.of(client, presigner, new Bucket("calls", Optional.empty()));
    }
}
