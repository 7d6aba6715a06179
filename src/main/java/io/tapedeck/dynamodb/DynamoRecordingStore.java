package io.tapedeck.dynamodb;

import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.Seconds;
import io.tapedeck.id.TenantId;
import io.tapedeck.json.EventData;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Change;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.Page;
import io.tapedeck.recording.RecordingQuery;
import io.tapedeck.recording.RecordingStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps a recording and all that belongs to it in one partition of the table. */
public final class DynamoRecordingStore implements RecordingStore {
    private final Table table;
    private final Clock clock;
    private final Months months;
    private final Rows rows;
    private final RecordingRows recordings;
    private final RecordingWrites writes;
    private final RecordingList list;
    private final RecordingErasure erasure;

    public DynamoRecordingStore(Table table, Rows rows, EventData data, Clock clock) {
        this.table = table;
        this.clock = clock;
        this.months = new Months(table);
        this.rows = rows;
        this.recordings = new RecordingRows(rows);
        this.writes = new RecordingWrites(table, rows, recordings, new EventRows(data));
        this.list = new RecordingList(table, months, recordings);
        this.erasure = new RecordingErasure(table, data);
    }

    @Override
    public Optional<CallRecording> find(TenantId tenant, RecordingId id) {
        var now = now();
        return table.get(Keys.recording(tenant, id))
                .map(recordings::recording)
                .filter(recording -> !recording.isTombstoneExpired(now));
    }

    @Override
    public Commit commit(Change change) {
        if (change.recording().history().revision() == 0) {
            months.enter(change.recording());
        }
        return writes.commit(change);
    }

    @Override
    public Page<CallRecording> list(RecordingQuery query) {
        return list.page(query, now());
    }

    @Override
    public List<AudioVersion> versions(TenantId tenant, RecordingId id) {
        return table.rows(Keys.partition(tenant, id), Keys.VERSIONS).stream()
                .map(rows::version)
                .toList();
    }

    @Override
    public List<Job> jobs(TenantId tenant, RecordingId id) {
        return table.rows(Keys.partition(tenant, id), Keys.JOBS).stream()
                .map(rows::job)
                .toList();
    }

    @Override
    public Optional<Job> job(TenantId tenant, RecordingId id, JobId job) {
        return table.get(Keys.job(tenant, id, job)).map(rows::job);
    }

    @Override
    public Commit prolong(Job job) {
        return writes.prolong(job);
    }

    @Override
    public void erase(TenantId tenant, RecordingId id) {
        erasure.erase(tenant, id);
    }

    private Instant now() {
        return Seconds.now(clock);
    }
}
