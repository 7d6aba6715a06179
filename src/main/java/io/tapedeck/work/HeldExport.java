package io.tapedeck.work;

import io.tapedeck.bulk.BulkExport;
import io.tapedeck.bulk.BulkExportStore;
import io.tapedeck.bulk.BulkExports;
import java.util.function.UnaryOperator;

/** An export of many recordings that a worker holds, while nobody else has changed it. */
final class HeldExport {
    /** Bytes after which what is written is made safe. */
    private static final long SAFE = 64L << 20;

    /** Recordings after which it is, however small they are. */
    private static final int SAFE_RECORDINGS = 50;

    private final BulkExportStore store;
    private final BulkExports exports;
    private BulkExport export;
    private boolean lost;
    private volatile double reached;
    private Lease lease;
    private long safe;
    private int unsafe;

    HeldExport(BulkExportStore store, BulkExports exports, BulkExport claimed) {
        this.store = store;
        this.exports = exports;
        this.export = claimed;
        this.reached = claimed.execution().progress();
    }

    /** As it was written last. */
    synchronized BulkExport export() {
        return export;
    }

    /** Writes another state, and says whether it is held until then. */
    synchronized boolean change(UnaryOperator<BulkExport> change) {
        if (!lost) {
            store.replace(change.apply(export)).ifPresentOrElse(written -> export = written, () -> lost = true);
        }
        return !lost;
    }

    /** Extends the lease until what is returned is closed. The worker is interrupted if it is lost. */
    Lease keep() {
        lease = new Lease(
                progress -> change(held -> held.prolonged(progress, exports.leaseEnd())),
                reached,
                Thread.currentThread());
        return lease;
    }

    /** Says that one more recording is done, and how far that is, from 0 to 1. */
    void reached(double progress) {
        reached = progress;
        unsafe++;
        lease.accept(progress);
    }

    /** Whether so much was done since it was made safe last that it should be again. */
    boolean isWorthKeeping(long size) {
        return size - safe >= SAFE || unsafe >= SAFE_RECORDINGS;
    }

    /** Says that what was done is safe. */
    void kept(long size) {
        safe = size;
        unsafe = 0;
        change(held -> held.kept(reached, exports.leaseEnd()));
    }
}
