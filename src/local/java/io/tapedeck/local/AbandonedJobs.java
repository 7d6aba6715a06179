package io.tapedeck.local;

import io.tapedeck.bulk.LateBulkExports;
import io.tapedeck.retention.DueStore;
import io.tapedeck.retention.DueStore.Due.DueExport;
import io.tapedeck.retention.DueStore.Due.DueJob;
import io.tapedeck.retention.DueStore.Due.DueLane;
import io.tapedeck.retention.DueStore.Due.DueRecording;
import io.tapedeck.retention.DueStore.Due.DueShare;
import io.tapedeck.retention.DueStore.Due.Unreadable;
import io.tapedeck.retention.LostJobs;
import io.tapedeck.webhook.Delivering;
import io.tapedeck.work.Claims;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Makes ready again what an earlier process was working on when it ended. Only one process works on one machine, so what
 * is held at its start is held by nobody, and need not wait for the lease to end.
 */
@Singleton
class AbandonedJobs {
    private final DueStore dueStore;
    private final LostJobs lostJobs;
    private final LateBulkExports lateExports;
    private final Delivering delivering;
    private final Clock clock;

    AbandonedJobs(
            DueStore dueStore, LostJobs lostJobs, LateBulkExports lateExports, Delivering delivering, Clock clock) {
        this.dueStore = dueStore;
        this.lostJobs = lostJobs;
        this.lateExports = lateExports;
        this.delivering = delivering;
        this.clock = clock;
    }

    void release() {
        var held = dueStore.due(clock.instant().plus(Claims.LEASE));
        while (held.hasNext()) {
            switch (held.next()) {
                case DueJob due -> lostJobs.release(due.tenant(), due.recording(), due.job());
                case DueExport due -> lateExports.release(due.tenant(), due.export());
                case DueLane due -> delivering.release(due.tenant(), due.webhook(), due.recording());
                case DueRecording _, DueShare _, Unreadable _ -> {}
            }
        }
    }
}
