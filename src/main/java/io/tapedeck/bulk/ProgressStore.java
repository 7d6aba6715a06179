package io.tapedeck.bulk;

import io.tapedeck.id.ExportId;
import io.tapedeck.id.TenantId;
import java.util.Optional;

/** Where it is kept how far an export of many recordings has come, beside its file and no longer than that. */
public interface ProgressStore {
    /** Keeps it, in place of what was kept before. */
    void put(TenantId tenant, ExportId export, Progress progress);

    /** Empty before anything is kept, and once what is exported may not be fetched any more. */
    Optional<Progress> find(TenantId tenant, ExportId export);
}
