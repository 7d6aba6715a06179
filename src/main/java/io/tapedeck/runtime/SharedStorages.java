package io.tapedeck.runtime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapedeck.function.storages.StorageRequest;
import io.tapedeck.http.FieldErrors;
import io.tapedeck.http.Fields;
import io.tapedeck.id.StorageName;
import io.tapedeck.id.TenantId;
import io.tapedeck.json.Json;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.remote.RemoteStorage;
import io.tapedeck.storage.Storage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The storages that all tenants have, as the deployment is told of them: in the form of the HTTP contract, with what is secret or,
 * where that lies in a place of its own, without.
 */
record SharedStorages(Map<StorageName, StorageRequest> byName) {
    static SharedStorages read(Settings.Remote settings, Json json) {
        var byName = new TreeMap<StorageName, StorageRequest>();
        settings.gcs().ifPresent(text -> add(byName, Storage.GCS, text, json));
        settings.azure().ifPresent(text -> add(byName, Storage.AZURE, text, json));
        settings.cloudflareR2().ifPresent(text -> add(byName, Storage.CLOUDFLARE_R2, text, json));
        return new SharedStorages(byName);
    }

    List<RemoteStorage> storages() {
        return byName.values().stream().map(StorageRequest::storage).toList();
    }

    /** What gets in, where the deployment was told; empty for what belongs to a tenant. */
    Optional<String> secret(Optional<TenantId> tenant, StorageName name) {
        return Optional.ofNullable(byName.get(name))
                .filter(_ -> tenant.isEmpty())
                .flatMap(StorageRequest::secret);
    }

    private static void add(Map<StorageName, StorageRequest> byName, Storage provider, String text, Json json) {
        var name = new StorageName(provider.toString());
        var told = json.read(text, ObjectNode.class).put("provider", provider.toString());
        var errors = new FieldErrors();
        try {
            var read = StorageRequest.read(name, new Fields(told, "", errors), StorageRequest.Trust.OPERATOR);
            errors.refuse();
            byName.put(name, read);
        } catch (ProblemException wrong) {
            throw new IllegalStateException(
                    "the settings of the storage %s are wrong: %s".formatted(provider, wrong.getMessage()), wrong);
        }
    }
}
