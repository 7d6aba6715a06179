package io.tapedeck.dynamodb;

import static io.tapedeck.dynamodb.Attributes.text;

import io.tapedeck.id.StorageName;
import io.tapedeck.id.TenantId;
import io.tapedeck.remote.RemoteStorage;
import io.tapedeck.remote.StorageRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** Keeps the storages of a tenant beside each other, and the name of the one that new recordings go to. */
public final class DynamoStorageRegistry implements StorageRegistry {
    private static final String NAME = "storage";

    private final Table table;
    private final Rows rows;

    public DynamoStorageRegistry(Table table, Rows rows) {
        this.table = table;
        this.rows = rows;
    }

    @Override
    public void put(TenantId tenant, RemoteStorage storage) {
        table.client().putItem(table.put(rows.storage(tenant, storage)).build());
    }

    @Override
    public Optional<RemoteStorage> find(TenantId tenant, StorageName name) {
        return table.get(Keys.storage(tenant, name)).map(rows::storage);
    }

    @Override
    public List<RemoteStorage> list(TenantId tenant) {
        return table.rows(Keys.storages(tenant), Keys.STORAGES).stream()
                .map(rows::storage)
                .toList();
    }

    @Override
    public Optional<StorageName> standard(TenantId tenant) {
        return table.get(Keys.standardStorage(tenant))
                .map(row -> new StorageName(row.get(NAME).s()));
    }

    @Override
    public void choose(TenantId tenant, StorageName name) {
        var row = new HashMap<>(Keys.standardStorage(tenant));
        row.put(NAME, text(name));
        table.client().putItem(table.put(row).build());
    }
}
