package io.tapedeck.retention;

import io.tapedeck.id.ExportId;
import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.WebhookId;
import io.tapedeck.sharing.Share;
import java.time.Instant;
import java.util.Iterator;

/** What the clock must touch, so that finding it costs what is due and not what exists. */
public interface DueStore {
    /**
     * What has come due and has not been dealt with, the earliest first. It is read while it is gone through; what comes due
     * again in the meantime may be left out.
     */
    Iterator<Due> due(Instant now);

    /** Something that is due. */
    sealed interface Due {
        /** When it came due. */
        Instant since();

        /** A recording to expire, to delete or to look at a last time. */
        record DueRecording(TenantId tenant, RecordingId recording, Instant since) implements Due {}

        /** A job whose audio never came, whose worker is gone, or whose next attempt is to start. */
        record DueJob(TenantId tenant, RecordingId recording, JobId job, Instant since) implements Due {}

        /** An export of many recordings whose worker is gone, or whose file is to be destroyed. */
        record DueExport(TenantId tenant, ExportId export, Instant since) implements Due {}

        /** A share that has ended, for which something may have been cut out. */
        record DueShare(Share.Place share, Instant since) implements Due {}

        /** A webhook that is to be told of a recording's events again, or whose teller is gone. */
        record DueLane(TenantId tenant, WebhookId webhook, RecordingId recording, Instant since) implements Due {}

        /**
         * Something whose entry cannot be read.
         *
         * @param entry what to find it by in the store
         */
        record Unreadable(String entry, Instant since) implements Due {}
    }
}
