package io.tapedeck.work;

import static io.tapedeck.work.Workshop.ACME;
import static io.tapedeck.work.Workshop.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapedeck.audio.Export;
import io.tapedeck.audio.Format;
import io.tapedeck.audio.Masking.Style;
import io.tapedeck.audio.Range;
import io.tapedeck.audio.Redaction;
import io.tapedeck.bulk.BulkExport;
import io.tapedeck.bulk.BulkExportStore;
import io.tapedeck.bulk.BulkExports;
import io.tapedeck.bulk.ExportedRecordings;
import io.tapedeck.bulk.LateBulkExports;
import io.tapedeck.bulk.Selection;
import io.tapedeck.concurrency.Deadline;
import io.tapedeck.dynamodb.DynamoDbLocal;
import io.tapedeck.dynamodb.DynamoUsageStore;
import io.tapedeck.dynamodb.Table;
import io.tapedeck.id.ExportId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.StorageName;
import io.tapedeck.json.BulkExportProgress;
import io.tapedeck.json.EventData;
import io.tapedeck.json.Json;
import io.tapedeck.json.RecordingViews;
import io.tapedeck.problem.Failure;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.recording.Execution;
import io.tapedeck.recording.Job.State;
import io.tapedeck.s3.S3Local;
import io.tapedeck.s3.S3Server;
import io.tapedeck.s3.Trouble.Killed;
import io.tapedeck.storage.KeyPrefix;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.Place;
import io.tapedeck.storage.Storage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a worker does for an export of many recordings, whatever befalls it and them. */
@ExtendWith({DynamoDbLocal.class, S3Local.class})
class BulkExportingTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final Json json = new Json();
    private final Workshop workshop;
    private final BulkExportStore store;
    private final BulkExports exports;
    private final ExportedRecordings exported;
    private final LateBulkExports late;
    private final BulkExporting exporting;
    private Optional<Duration> left = Optional.empty();

    BulkExportingTest(Table table, S3Server server, @TempDir Path workDir) {
        this.workshop = new Workshop(table, server, workDir);
        var stores = server.stores(workshop.trouble);
        var views = new RecordingViews(json, new Place(StorageName.OWN, Storage.S3, "recordings", "eu-central-1"));
        var progress = new BulkExportProgress(stores.documents(), json);
        this.store = workshop.exportStore;
        this.exports = workshop.exports;
        this.late = workshop.lateExports;
        this.exported = new ExportedRecordings(progress, workshop.recordings, workshop.store);
        Deadline deadline = () -> left;
        this.exporting = new BulkExporting(
                exports,
                store,
                progress,
                exported,
                workshop.recordings,
                new BulkPacking(
                        workshop.store,
                        workshop.recordings,
                        workshop.files,
                        new DynamoUsageStore(table, new EventData(json, views)),
                        stores.documents(),
                        WorkDir.cleared(workDir)),
                workshop.files,
                stores.multiparts(),
                stores.documents(),
                deadline);
    }

    @Test
    void everyRecordingHasAFolderAndAllHaveOneManifest() throws IOException {
        var first = workshop.recorded("the first call");
        var second = workshop.recorded("the second call");

        var export = run(accept(first, second));

        var files = files(export);
        assertThat(files.get(first + "/" + first + ".wav")).asString().isEqualTo("the first call");
        assertThat(files.get(second + "/" + second + ".wav")).asString().isEqualTo("the second call");
        var manifest = manifest(files);
        assertThat(manifest.get("recordings")).hasSize(2);
        assertThat(manifest.get("files")).hasSize(files.size() - 1);
        assertThat(export.archived())
                .hasValueSatisfying(file -> assertThat(file.recordings()).isEqualTo(2));
        assertThat(workshop.events(first)).endsWith("downloaded");
    }

    @Test
    void whatCannotBeHadIsNamed() throws IOException {
        var there = workshop.recorded("a call");
        var deleted = workshop.recorded("a deleted call");
        workshop.deletions.delete(ACME, deleted, ANN, _ -> {});
        var never = new RecordingId(workshop.ids.next());

        var export = run(accept(there, deleted, never));

        var missing = manifest(files(export)).get("missing");
        assertThat(missing)
                .extracting(one -> one.get("recording").textValue() + " " + reason(one))
                .contains(deleted + " deleted", never + " not-found");
        assertThat(export.archived())
                .hasValueSatisfying(file -> assertThat(file.missing()).isEqualTo(2));
    }

    @Test
    void anotherWorkerGoesOnAfterAKill() throws IOException {
        var calls = recorded(60);
        var export = accept(calls);
        workshop.trouble.dieAfter(key -> key.contains(calls[55].toString()) && key.endsWith(".note"));

        assertThatThrownBy(() -> exporting.run(ACME, export.id())).isInstanceOf(Killed.class);
        var dead = get(export);
        assertThat(dead.execution().progress()).isGreaterThan(0.8);
        assertThat(exporting.run(ACME, export.id())).isEqualTo(new Attempt.NotHeld());
        sweep(export, BulkExports.LEASE.plusSeconds(1));
        var begun = workshop.events(calls[0]).size();
        var done = run(export);

        assertThat(done.execution().status()).isEqualTo(State.SUCCEEDED);
        assertThat(workshop.events(calls[0]))
                .as("what was safe is not packed again")
                .hasSize(begun);
        var files = files(done);
        for (var call : calls) {
            assertThat(files.get(call + "/" + call + ".wav")).asString().isEqualTo("a call");
        }
    }

    @Test
    void whoRunsOutOfTimeLeavesTheRestToTheNext() throws IOException {
        var export = accept(recorded(3));
        left = Optional.of(Duration.ofMinutes(1));
        assertThat(exporting.run(ACME, export.id())).isEqualTo(new Attempt.Handed());
        assertThat(get(export).dispatch().ready()).isTrue();
        left = Optional.empty();

        var done = run(export);

        assertThat(done.execution().attempts()).isEqualTo(1);
        assertThat(manifest(files(done)).get("recordings")).hasSize(3);
    }

    @Test
    void aDeletionTakesTheFileAlong() {
        var calls = recorded(2);
        var done = run(accept(calls));

        workshop.deletions.delete(ACME, calls[0], ANN, _ -> {});

        assertThat(objects(done)).isEmpty();
        assertThatThrownBy(() -> exported.requireFetchable(get(done)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("deleted or redacted");
    }

    @Test
    void aRedactionTakesTheFileAlong() {
        var calls = recorded(2);
        var done = run(accept(calls));

        redact(calls[1]);

        assertThat(objects(done)).isEmpty();
        assertThatThrownBy(() -> exported.requireFetchable(get(done))).isInstanceOf(ProblemException.class);
        var after = run(accept(calls));
        exported.requireFetchable(after);
    }

    @Test
    void aDeletionMeanwhileIsFoundOutAtTheEnd() throws IOException {
        var calls = recorded(2);
        var export = accept(calls);
        workshop.trouble.after(
                key -> key.contains(calls[1].toString()) && key.endsWith(".note"),
                () -> workshop.deletions.delete(ACME, calls[0], ANN, _ -> {}));

        assertThat(exporting.run(ACME, export.id())).isEqualTo(new Attempt.Postponed());
        assertThat(objects(export)).isEmpty();
        sweep(export, Duration.ofMinutes(2));
        var done = run(export);

        assertThat(manifest(files(done)).get("recordings")).hasSize(1);
    }

    @Test
    void theFileIsDestroyedInTime() {
        var done = run(accept(recorded(1)));
        assertThat(objects(done)).isNotEmpty();

        sweep(done, DAY.plusSeconds(1));

        assertThat(objects(done)).isEmpty();
        assertThat(get(done).execution()).isEqualTo(done.execution());
        assertThatThrownBy(() -> exported.requireFetchable(get(done))).isInstanceOf(ProblemException.class);
    }

    @Test
    void conditionsSelect() throws IOException {
        var calls = recorded(3);
        var all = new Selection(
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.of(workshop.find(calls[0]).history().created()),
                Optional.empty());

        var done = run(exports.accept(ACME, new ExportId(workshop.ids.next()), all, contents(), ANN));

        assertThat(manifest(files(done)).get("recordings"))
                .extracting(JsonNode::textValue)
                .contains(calls[0].toString(), calls[1].toString(), calls[2].toString());
    }

    @Test
    void whatKeepsFailingIsGivenUp() {
        var export = accept(recorded(1));
        for (int attempt = 1; attempt <= 3; attempt++) {
            workshop.trouble.refuse(100);
            assertThat(exporting.run(ACME, export.id()))
                    .isEqualTo(attempt < 3 ? new Attempt.Postponed() : new Attempt.Failed());
            workshop.trouble.refuse(0);
            sweep(export, Duration.ofMinutes(2));
        }

        assertThat(get(export).execution())
                .extracting(Execution::status, execution -> execution.failure().map(Failure::code))
                .containsExactly(State.FAILED, Optional.of("processing-failed"));
    }

    private RecordingId[] recorded(int count) {
        var calls = new RecordingId[count];
        for (int i = 0; i < count; i++) {
            calls[i] = workshop.recorded("a call");
        }
        return calls;
    }

    private void redact(RecordingId id) {
        var whole = List.of(new Range(0, 1));
        workshop.run(workshop.redact(
                id, new Redaction(Style.SILENCE, Set.of(), whole, 0, Redaction.Channels.ALL, false, false)));
        assertThat(workshop.find(id).history().redaction()).isPositive();
    }

    private BulkExport accept(RecordingId... calls) {
        var named = new Selection(
                List.of(calls),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
        return exports.accept(ACME, new ExportId(workshop.ids.next()), named, contents(), ANN);
    }

    private static Export contents() {
        return new Export(
                EnumSet.allOf(Export.Part.class),
                EnumSet.allOf(Export.TranscriptFormat.class),
                Optional.<Format>empty(),
                (int) DAY.toSeconds());
    }

    private BulkExport run(BulkExport export) {
        assertThat(exporting.run(ACME, export.id())).isEqualTo(new Attempt.Completed(0));
        return get(export);
    }

    private BulkExport get(BulkExport export) {
        return store.find(ACME, export.id()).orElseThrow();
    }

    private void sweep(BulkExport export, Duration passed) {
        workshop.clock.set(workshop.clock.instant().plus(passed));
        late.handle(ACME, export.id());
    }

    private List<ObjectKey> objects(BulkExport export) {
        return workshop.bucket.stores().documents().list(KeyPrefix.export(ACME, export.id()));
    }

    private Map<String, byte[]> files(BulkExport export) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        var zip = workshop.bucket.read(export.object()).orElseThrow();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private JsonNode manifest(Map<String, byte[]> files) throws IOException {
        return json.mapper().readTree(files.get("manifest.json"));
    }

    private static String reason(JsonNode missing) {
        return missing.get("reason").textValue();
    }
}
