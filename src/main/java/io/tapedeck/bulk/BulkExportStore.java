package io.tapedeck.bulk;

import io.tapedeck.id.ExportId;
import io.tapedeck.id.TenantId;
import io.tapedeck.recording.Page;
import java.util.Optional;

/** Where exports of many recordings are kept, for 30 days. */
public interface BulkExportStore {
    /** Keeps a new one, unless it is there. */
    void create(BulkExport export);

    Optional<BulkExport> find(TenantId tenant, ExportId id);

    /**
     * Newest first.
     *
     * @param after the {@link Page#next} of the page before
     */
    Page<BulkExport> list(TenantId tenant, Optional<String> after, int limit);

    /**
     * Writes one in place of what was read.
     *
     * @return it as it was written; nothing was if it has been changed since
     */
    Optional<BulkExport> replace(BulkExport changed);

    /** Removes one. */
    void remove(BulkExport export);
}
