package io.tapedeck.work;

import io.tapedeck.id.StorageName;
import io.tapedeck.id.TenantId;
import io.tapedeck.storage.Place;
import io.tapedeck.storage.Places;
import io.tapedeck.storage.Storage;
import java.util.Optional;

/** The storages gcs and azure, which every tenant has. */
public final class KnownPlaces implements Places {
    public static final StorageName GCS = new StorageName("gcs");
    public static final StorageName AZURE = new StorageName("azure");

    @Override
    public Optional<Place> find(TenantId tenant, StorageName storage) {
        if (storage.equals(GCS)) {
            return Optional.of(new Place(GCS, Storage.GCS, "calls", "europe-west3"));
        }
        return storage.equals(AZURE)
                ? Optional.of(new Place(AZURE, Storage.AZURE, "calls", "westeurope"))
                : Optional.empty();
    }

    @Override
    public Optional<Place> standard(TenantId tenant) {
        return Optional.empty();
    }
}
