package io.tapedeck.work;

import io.tapedeck.archive.ResumableArchive;
import io.tapedeck.bulk.BulkExport;
import io.tapedeck.bulk.BulkExport.Archived;
import io.tapedeck.bulk.BulkExportStore;
import io.tapedeck.bulk.BulkExports;
import io.tapedeck.bulk.BulkManifest;
import io.tapedeck.bulk.ExportedRecordings;
import io.tapedeck.bulk.Progress;
import io.tapedeck.bulk.ProgressStore;
import io.tapedeck.bulk.Tally;
import io.tapedeck.concurrency.Deadline;
import io.tapedeck.export.RecordingExport;
import io.tapedeck.id.ExportId;
import io.tapedeck.id.TenantId;
import io.tapedeck.problem.Failure;
import io.tapedeck.recording.Recordings;
import io.tapedeck.storage.DocumentStore;
import io.tapedeck.storage.KeyPrefix;
import io.tapedeck.storage.MultipartStore;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;

/**
 * Makes exports of many recordings. What is written is made safe every now and then: whoever comes after a worker that died or ran
 * out of time goes on from there.
 */
public final class BulkExporting {
    private static final Logger LOG = System.getLogger(BulkExporting.class.getName());

    /** Bytes that a file may have. */
    private static final long LARGEST = 50L << 30;

    /** Invocation time that is kept for one more recording and for making safe what was written. */
    private static final Duration RESERVE = Duration.ofMinutes(4);

    private static final Duration RETRY_AFTER = Duration.ofMinutes(1);
    private static final Failure FAILED_HERE =
            new Failure("processing-failed", "The export could not be made because of an internal error.");
    private static final Failure TOO_MANY = new Failure(
            "too-many-recordings",
            "More than %d recordings match; ask for fewer at a time.".formatted(BulkExports.MOST));
    private static final Failure TOO_LARGE = new Failure(
            "export-too-large", "The file would have more than 50 GiB; ask for fewer recordings at a time.");
    private static final Failure CHANGED = new Failure(
            "recordings-changed",
            "Recordings were deleted or redacted, or expired, while they were exported; ask for it again.");

    private final BulkExports exports;
    private final BulkExportStore store;
    private final ProgressStore progress;
    private final ExportedRecordings exported;
    private final Recordings recordings;
    private final BulkPacking packing;
    private final RecordingExport files;
    private final MultipartStore multiparts;
    private final DocumentStore documents;
    private final Deadline deadline;

    public BulkExporting(
            BulkExports exports,
            BulkExportStore store,
            ProgressStore progress,
            ExportedRecordings exported,
            Recordings recordings,
            BulkPacking packing,
            RecordingExport files,
            MultipartStore multiparts,
            DocumentStore documents,
            Deadline deadline) {
        this.exports = exports;
        this.store = store;
        this.progress = progress;
        this.exported = exported;
        this.recordings = recordings;
        this.packing = packing;
        this.files = files;
        this.multiparts = multiparts;
        this.documents = documents;
        this.deadline = deadline;
    }

    /** Makes one, unless it is over or another worker's; or goes on with it as long as there is time. */
    public Attempt run(TenantId tenant, ExportId id) {
        return exports.claim(tenant, id).map(this::run).orElseGet(Attempt.NotHeld::new);
    }

    private Attempt run(BulkExport claimed) {
        var held = new HeldExport(store, exports, claimed);
        try {
            return make(held);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "an attempt at %s failed: %s".formatted(claimed.id(), e.getMessage()));
            return again(held, FAILED_HERE);
        } catch (RuntimeException e) {
            return postpone(held, e);
        }
    }

    private Attempt make(HeldExport held) throws IOException {
        var export = held.export();
        var begun = progress.find(export.tenant(), export.id()).orElseGet(() -> Progress.of(exports.selected(export)));
        if (begun.selected().size() > BulkExports.MOST) {
            return fail(held, TOO_MANY);
        }
        var tally = new Tally(begun);
        var archive = archive(export, begun);
        try (var _ = held.keep()) {
            while (tally.next().isPresent()) {
                if (isShort()) {
                    return putOff(held, tally, archive);
                }
                packing.pack(export, tally, archive.files());
                if (archive.size() > LARGEST) {
                    return fail(held, TOO_LARGE);
                }
                held.reached(tally.share());
                if (held.isWorthKeeping(archive.size())) {
                    keep(held, tally, archive);
                }
            }
            complete(export, tally, archive);
        }
        return publish(held, tally.progress(Optional.empty()), archive.size());
    }

    private ResumableArchive archive(BulkExport export, Progress begun) throws IOException {
        return begun.archive().isPresent()
                ? ResumableArchive.resume(
                        multiparts, export.object(), begun.archive().get())
                : ResumableArchive.begin(multiparts, export.object());
    }

    private boolean isShort() {
        return deadline.left().filter(left -> left.compareTo(RESERVE) < 0).isPresent();
    }

    private void keep(HeldExport held, Tally tally, ResumableArchive archive) {
        var export = held.export();
        progress.put(export.tenant(), export.id(), tally.progress(Optional.of(archive.checkpoint())));
        held.kept(archive.size());
    }

    private Attempt putOff(HeldExport held, Tally tally, ResumableArchive archive) {
        keep(held, tally, archive);
        var isPutOff = held.change(export -> export.continued(recordings.now(), exports.toldAgain()));
        return isPutOff ? new Attempt.Handed() : new Attempt.NotHeld();
    }

    private void complete(BulkExport export, Tally tally, ResumableArchive archive) throws IOException {
        var all = tally.progress(Optional.empty());
        archive.files().add(BulkManifest.NAME, export.created(), files.written(BulkManifest.of(export, all)));
        archive.complete();
        progress.put(export.tenant(), export.id(), all);
    }

    /** What was deleted or redacted before it was whole is in it still; what is so later takes it along. */
    private Attempt publish(HeldExport held, Progress all, long size) {
        var export = held.export();
        if (!exported.areUnchanged(export.tenant(), all.exported())) {
            return again(held, CHANGED);
        }
        var file = new Archived(
                size,
                all.exported().size(),
                all.selected().size() - all.exported().size(),
                recordings.now().plusSeconds(export.contents().expiresIn()));
        var isPublished = held.change(made -> made.succeeded(file, recordings.now()));
        return isPublished ? new Attempt.Completed(0) : new Attempt.NotHeld();
    }

    private Attempt postpone(HeldExport held, RuntimeException cause) {
        var attempt = again(held, FAILED_HERE);
        LOG.log(
                attempt instanceof Attempt.NotHeld ? Level.DEBUG : Level.ERROR,
                "an attempt at %s failed".formatted(held.export().id()),
                cause);
        return attempt;
    }

    /** From the beginning: what was written may be what was wrong. */
    private Attempt again(HeldExport held, Failure reason) {
        if (!held.export().isWorthAnotherAttempt()) {
            return fail(held, reason);
        }
        var isPostponed =
                held.change(export -> export.postponed(reason, recordings.now().plus(RETRY_AFTER)));
        if (!isPostponed) {
            return new Attempt.NotHeld();
        }
        clear(held.export());
        return new Attempt.Postponed();
    }

    private Attempt fail(HeldExport held, Failure reason) {
        var isFailed = held.change(export -> export.failed(reason, recordings.now()));
        if (!isFailed) {
            return new Attempt.NotHeld();
        }
        clear(held.export());
        return new Attempt.Failed();
    }

    private void clear(BulkExport export) {
        documents.deleteAll(KeyPrefix.export(export.tenant(), export.id()));
    }
}
