package io.tapedeck.function.storages;

import io.tapedeck.http.Request;
import io.tapedeck.id.StorageName;
import io.tapedeck.id.TenantId;
import io.tapedeck.json.StorageView;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.remote.RemoteStorage;
import io.tapedeck.remote.StorageRegistry;
import io.tapedeck.remote.Storages;
import io.tapedeck.storage.Place;
import java.util.List;
import java.util.stream.Stream;

/** Shows storages to those who may name them. */
public final class StorageAnswers {
    private final Storages storages;
    private final StorageRegistry registry;
    private final Place own;

    /** @param own the deployment's bucket */
    public StorageAnswers(Storages storages, StorageRegistry registry, Place own) {
        this.storages = storages;
        this.registry = registry;
        this.own = own;
    }

    /** All that a tenant has, the deployment's own bucket first. */
    List<StorageView> all(TenantId tenant) {
        var standard = registry.standard(tenant).orElse(StorageName.OWN);
        return Stream.concat(
                        Stream.of(StorageView.own(own, standard.equals(StorageName.OWN))),
                        storages.list(tenant).stream().map(storage -> view(tenant, storage, standard)))
                .toList();
    }

    StorageView view(TenantId tenant, RemoteStorage storage) {
        return view(tenant, storage, registry.standard(tenant).orElse(StorageName.OWN));
    }

    private StorageView view(TenantId tenant, RemoteStorage storage, StorageName standard) {
        var name = storage.place().name();
        return StorageView.of(storage, storages.isShared(name), standard.equals(name), !storages.isDown(tenant, name));
    }

    /** @throws ProblemException not-found if the path names none that the tenant has */
    RemoteStorage find(Request request) {
        return StorageName.parse(request.path().getOrDefault("storage", ""))
                .flatMap(name -> storages.known(request.tenant(), name))
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no storage of this name."));
    }
}
