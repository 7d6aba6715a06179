package io.tapedeck.bulk;

import io.tapedeck.bulk.Progress.Exported;
import io.tapedeck.id.TenantId;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.Recordings;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Knows whether what was exported of recordings may still be handed on. */
public final class ExportedRecordings {
    private static final int SIDE_BY_SIDE = 16;

    private final ProgressStore progress;
    private final Recordings recordings;
    private final RecordingStore store;

    public ExportedRecordings(ProgressStore progress, Recordings recordings, RecordingStore store) {
        this.progress = progress;
        this.recordings = recordings;
        this.store = store;
    }

    /** @throws ProblemException gone if its time is over, or a recording in it has been deleted or redacted, or has expired, since */
    public void requireFetchable(BulkExport export) {
        if (export.fetchable(recordings.now()).isEmpty()) {
            throw new ProblemException(ProblemType.GONE, "This export can no longer be fetched; ask for a new one.");
        }
        var made = progress.find(export.tenant(), export.id());
        if (made.filter(all -> areUnchanged(export.tenant(), all.exported())).isEmpty()) {
            throw new ProblemException(
                    ProblemType.GONE,
                    "A recording in this export was deleted or redacted, or has expired, since it was made; ask for a new one.");
        }
    }

    /** Whether there is a file of it that could be fetched, as far as that is to be had without a look at what is in it. */
    public boolean isThere(BulkExport export) {
        return export.fetchable(recordings.now()).isPresent()
                && progress.find(export.tenant(), export.id()).isPresent();
    }

    /** Whether none of them has been deleted or redacted, or has expired, since. */
    public boolean areUnchanged(TenantId tenant, List<Exported> exported) {
        var checks = exported.stream()
                .map(one -> (Callable<Boolean>) () -> isUnchanged(tenant, one))
                .toList();
        try (var pool =
                Executors.newFixedThreadPool(SIDE_BY_SIDE, Thread.ofVirtual().factory())) {
            return pool.invokeAll(checks).stream().allMatch(ExportedRecordings::isTrue);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private boolean isUnchanged(TenantId tenant, Exported exported) {
        return store.find(tenant, exported.recording())
                .filter(recording -> !recording.lifecycle().isDeleted())
                .filter(recording -> !recording.retention().isExpired(recordings.now()))
                .filter(recording -> recording.history().redaction() == exported.since())
                .isPresent();
    }

    private static boolean isTrue(Future<Boolean> check) {
        try {
            return check.get();
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a recording could not be read", e.getCause());
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted", e);
    }
}
