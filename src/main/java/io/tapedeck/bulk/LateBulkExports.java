package io.tapedeck.bulk;

import io.tapedeck.id.ExportId;
import io.tapedeck.id.TenantId;
import io.tapedeck.problem.Failure;
import io.tapedeck.recording.Job.State;
import io.tapedeck.recording.Recordings;
import io.tapedeck.storage.DocumentStore;
import io.tapedeck.storage.KeyPrefix;
import java.util.Optional;

/** Looks after exports that nobody works on, and destroys what may not be fetched any more. */
public final class LateBulkExports {
    private static final Failure WORKER_LOST =
            new Failure("processing-failed", "The export could not be made because of an internal error.");

    private final BulkExportStore exports;
    private final BulkExports accepted;
    private final Recordings recordings;
    private final DocumentStore documents;

    public LateBulkExports(
            BulkExportStore exports, BulkExports accepted, Recordings recordings, DocumentStore documents) {
        this.exports = exports;
        this.accepted = accepted;
        this.recordings = recordings;
        this.documents = documents;
    }

    /** Does what is due for one, and returns it as it is then; empty if nothing was. */
    public Optional<BulkExport> handle(TenantId tenant, ExportId id) {
        var now = recordings.now();
        return exports.find(tenant, id).filter(export -> export.isDue(now)).flatMap(this::handle);
    }

    /** Makes one ready again whose worker is known to be gone through no fault of it. */
    public void release(TenantId tenant, ExportId id) {
        exports.find(tenant, id)
                .filter(export -> export.execution().status() == State.RUNNING)
                .ifPresent(export -> exports.replace(export.readied(accepted.toldAgain())));
    }

    /** Removes an export, with its file or what there is of it. */
    public void remove(BulkExport export) {
        exports.remove(export);
        destroy(export);
    }

    private Optional<BulkExport> handle(BulkExport export) {
        return switch (export.execution().status()) {
            case AWAITING_UPLOAD, QUEUED -> exports.replace(export.readied(accepted.toldAgain()));
            case RUNNING ->
                exports.replace(
                        export.isWorthAnotherAttempt()
                                ? export.readied(accepted.toldAgain())
                                : export.failed(WORKER_LOST, recordings.now()));
            case SUCCEEDED, FAILED -> {
                destroy(export);
                yield exports.replace(export.settled());
            }
        };
    }

    private void destroy(BulkExport export) {
        documents.deleteAll(KeyPrefix.export(export.tenant(), export.id()));
    }
}
