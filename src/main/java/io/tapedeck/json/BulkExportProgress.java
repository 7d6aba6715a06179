package io.tapedeck.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tapedeck.bulk.Progress;
import io.tapedeck.bulk.ProgressStore;
import io.tapedeck.id.ExportId;
import io.tapedeck.id.TenantId;
import io.tapedeck.storage.DocumentStore;
import io.tapedeck.storage.Gzip;
import io.tapedeck.storage.ObjectKey;
import java.util.Optional;

/** Keeps how far exports have come as JSON documents beside their files. */
public final class BulkExportProgress implements ProgressStore {
    private static final String NAME = "progress.json.gz";

    private final DocumentStore store;
    private final Json json;

    public BulkExportProgress(DocumentStore store, Json json) {
        this.store = store;
        this.json = json;
    }

    @Override
    public void put(TenantId tenant, ExportId export, Progress progress) {
        var document = Gzip.compressed(json.write(progress).getBytes(UTF_8));
        store.put(key(tenant, export), document, Gzip.MEDIA_TYPE);
    }

    @Override
    public Optional<Progress> find(TenantId tenant, ExportId export) {
        return store.read(key(tenant, export))
                .map(Gzip::restored)
                .map(document -> json.read(new String(document, UTF_8), Progress.class));
    }

    private static ObjectKey key(TenantId tenant, ExportId export) {
        return ObjectKey.export(tenant, export, NAME);
    }
}
