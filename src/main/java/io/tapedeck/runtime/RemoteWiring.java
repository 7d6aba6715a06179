package io.tapedeck.runtime;

import io.tapedeck.concurrency.Deadline;
import io.tapedeck.dynamodb.DynamoStorageRegistry;
import io.tapedeck.dynamodb.Rows;
import io.tapedeck.dynamodb.Table;
import io.tapedeck.egress.GuardedResolver;
import io.tapedeck.egress.HttpSourceFetcher;
import io.tapedeck.function.storages.NamedStorages;
import io.tapedeck.function.storages.StorageAnswers;
import io.tapedeck.function.storages.StorageRequest.Trust;
import io.tapedeck.id.StorageName;
import io.tapedeck.id.TenantId;
import io.tapedeck.json.Json;
import io.tapedeck.remote.BucketOpener;
import io.tapedeck.remote.Probe;
import io.tapedeck.remote.StorageRegistry;
import io.tapedeck.remote.Storages;
import io.tapedeck.secret.SecretName;
import io.tapedeck.secret.SecretStore;
import io.tapedeck.storage.Place;
import io.tapedeck.storage.SourceFetcher;
import io.tapedeck.storage.Storage;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/** Puts together what reaches storages besides the deployment's own bucket. Nothing is reached before a recording lies in one. */
@Singleton
class RemoteWiring {
    private final Settings.S3 own;
    private final Settings.Secretsmanager names;
    private final Settings.Egress egress;

    RemoteWiring(Settings.S3 own, Settings.Secretsmanager names, Settings.Egress egress) {
        this.own = own;
        this.names = names;
        this.egress = egress;
    }

    @Produces
    @Singleton
    StorageRegistry registry(Table table, Rows rows) {
        return new DynamoStorageRegistry(table, rows);
    }

    /** For what tenants bring, which must be at public addresses. */
    @Produces
    @Singleton
    BucketOpener opener(Clock clock, Deadline deadline) {
        var guarded = GuardedResolver.of(egress.allowPrivateTargets());
        return new ProviderBuckets(guarded, names.deployment(), own.region(), clock, deadline);
    }

    @Produces
    @Singleton
    Storages storages(
            Settings.Remote settings,
            StorageRegistry registry,
            Instance<SecretStore> secrets,
            BucketOpener opener,
            Json json,
            Clock clock,
            Deadline deadline) {
        var shared = SharedStorages.read(settings, json);
        var anywhere = new ProviderBuckets(
                SystemDefaultDnsResolver.INSTANCE, names.deployment(), own.region(), clock, deadline);
        return new Storages(
                shared.storages(),
                registry,
                anywhere,
                opener,
                (tenant, name) ->
                        shared.secret(tenant, name).or(() -> secrets.get().find(secretName(tenant, name))),
                clock);
    }

    private static SecretName secretName(Optional<TenantId> tenant, StorageName name) {
        return tenant.map(owner -> SecretName.storage(owner, name.value()))
                .orElseGet(() -> new SecretName("storages/" + name));
    }

    @Produces
    @Singleton
    NamedStorages named(Storages storages) {
        return new NamedStorages(storages);
    }

    @Produces
    @Singleton
    StorageAnswers answers(Storages storages, StorageRegistry registry, Place place) {
        return new StorageAnswers(storages, registry, place);
    }

    @Produces
    @Singleton
    Trust trust() {
        return egress.allowPrivateTargets() ? Trust.PRIVATE : Trust.PUBLIC;
    }

    @Produces
    @Singleton
    Probe probe(SourceFetcher fetcher, Clock clock) {
        return new Probe(fetcher, new HttpSourceFetcher(true), clock);
    }

    @Produces
    @Singleton
    Place place() {
        return new Place(StorageName.OWN, Storage.S3, own.bucket(), own.region());
    }
}
