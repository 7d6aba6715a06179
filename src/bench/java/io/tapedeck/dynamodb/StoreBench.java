package io.tapedeck.dynamodb;

import static io.tapedeck.dynamodb.Samples.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.bench.Duel;
import io.tapedeck.bench.Report;
import io.tapedeck.bench.Side;
import io.tapedeck.concurrency.Deadline;
import io.tapedeck.local.DynamoDbInMemory;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Change;
import io.tapedeck.recording.EventName;
import io.tapedeck.recording.RecordingStore.Commit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Recordings written and read through the store, against the same requests made by the SDK, which map nothing. */
@ExtendWith(DynamoDbLocal.class)
class StoreBench {
    private static final String RAW = "the same requests by the SDK";
    private static final int TIMES = 20;

    private final Samples samples = new Samples();
    private final RecordedWrites writes = new RecordedWrites();
    private final Table table;
    private final Table other;
    private final DynamoRecordingStore store;

    StoreBench(DynamoDbInMemory server, Table fresh, Table other) {
        this.table = new Table(server.client(List.of(writes)), fresh.name(), Deadline.NONE);
        this.other = other;
        this.store = samples.store(table);
    }

    @Test
    void put(TestInfo test) throws Exception {
        store.commit(change());
        writes.replay(other);
        var change = change();
        store.commit(change);
        writes.replay(other);
        assertThat(written(other, change.recording())).isEqualTo(written(table, change.recording()));

        var outcome = new Duel(10, 51).of(new Side("Tapedeck", this::commit), new Side(RAW, () ->
                new double[] {writes.replay(other)}));

        Report.of(test).add(outcome.rows("store, put of a new recording", "ms", 0));
    }

    @Test
    void get(TestInfo test) throws Exception {
        var recording = change().recording();
        var completed = recording.withAudio(samples.version(recording, 245.38), samples.now());
        store.commit(new Change(completed, List.of(), List.of(), List.of()));
        var rows = new RecordingRows(new Rows(Samples.JSON));
        assertThat(rows.recording(raw(completed)))
                .isEqualTo(store.find(ACME, completed.id()).orElseThrow());

        var outcome = new Duel(10, 51)
                .of(
                        Side.timed("Tapedeck", TIMES, () -> store.find(ACME, completed.id())),
                        Side.timed(RAW, TIMES, () -> raw(completed)));

        Report.of(test).add(outcome.rows("store, get of a recording", "ms", 0));
    }

    private double[] commit() {
        var changes = Stream.generate(this::change).limit(TIMES).toList();
        var results = new ArrayList<Commit>();
        var start = System.nanoTime();
        changes.forEach(change -> results.add(store.commit(change)));
        var took = System.nanoTime() - start;
        assertThat(results).containsOnly(Commit.COMMITTED);
        return new double[] {took / 1e6 / TIMES};
    }

    private Change change() {
        return samples.change(samples.recording(), EventName.CREATED);
    }

    private Map<String, AttributeValue> raw(CallRecording recording) {
        return table.client()
                .getItem(get -> get.tableName(table.name())
                        .key(Keys.recording(ACME, recording.id()))
                        .consistentRead(true))
                .item();
    }

    private static List<Map<String, AttributeValue>> written(Table table, CallRecording recording) {
        var rows = new ArrayList<>(table.rows(Keys.partition(ACME, recording.id()), Keys.EVENTS));
        rows.add(table.get(Keys.recording(ACME, recording.id())).orElseThrow());
        assertThat(rows).hasSize(2);
        return rows;
    }
}
