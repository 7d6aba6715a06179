package io.tapedeck.dynamodb;

import static io.tapedeck.dynamodb.Attributes.text;

import io.tapedeck.id.StorageName;
import io.tapedeck.id.TenantId;
import io.tapedeck.remote.RemoteStorage;
import io.tapedeck.remote.StorageCheck;
import io.tapedeck.remote.StorageRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Keeps the storages of a tenant beside each other, with what came of trying those of all, and the name of the one that new recordings go to. */
public final class DynamoStorageRegistry implements StorageRegistry {
    private static final String NAME = "storage";
    private static final String PLACE = "place";
    private static final String PREFIX = "prefix";
    private static final String ACCESS = "access";
    private static final String CHECK = "check";

    private final Table table;
    private final Rows rows;

    public DynamoStorageRegistry(Table table, Rows rows) {
        this.table = table;
        this.rows = rows;
    }

    @Override
    public boolean put(TenantId tenant, RemoteStorage storage) {
        var row = rows.storage(tenant, storage);
        var names = new HashMap<>(Map.of("#place", PLACE, "#prefix", PREFIX, "#access", ACCESS));
        var values = new HashMap<>(Map.of(":place", row.get(PLACE), ":prefix", row.get(PREFIX)));
        var same = new ArrayList<>(List.of("#place = :place", "#prefix = :prefix"));
        for (var name : RemoteStorage.SERVER_AND_ACCOUNT) {
            names.put("#" + name, name);
            var value = Optional.ofNullable(storage.access().get(name));
            value.ifPresent(text -> values.put(":" + name, text(text)));
            same.add((value.isPresent() ? "#access.#%1$s = :%1$s" : "attribute_not_exists(#access.#%1$s)")
                    .formatted(name));
        }
        return table.holds(table.put(row)
                .conditionExpression("attribute_not_exists(pk) OR (%s)".formatted(String.join(" AND ", same)))
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .build());
    }

    @Override
    public void replace(TenantId tenant, RemoteStorage before, RemoteStorage after) {
        var row = rows.storage(tenant, before);
        var values = new HashMap<String, AttributeValue>();
        values.put(":access", row.get(ACCESS));
        var check = Optional.ofNullable(row.get(CHECK));
        check.ifPresent(earlier -> values.put(":check", earlier));
        table.holds(table.put(rows.storage(tenant, after))
                .conditionExpression("#access = :access AND "
                        + (check.isPresent() ? "#check = :check" : "attribute_not_exists(#check)"))
                .expressionAttributeNames(Map.of("#access", ACCESS, "#check", CHECK))
                .expressionAttributeValues(values)
                .build());
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
    public void keep(TenantId tenant, StorageName shared, StorageCheck check) {
        table.client().putItem(table.put(rows.check(tenant, shared, check)).build());
    }

    @Override
    public Map<StorageName, StorageCheck> checks(TenantId tenant) {
        return table.rows(Keys.storages(tenant), Keys.CHECKS).stream()
                .collect(Collectors.toUnmodifiableMap(
                        row -> new StorageName(row.get("sk").s().substring(Keys.CHECKS.length())), rows::check));
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
