package io.tapedeck.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.id.StorageName;
import io.tapedeck.id.TenantId;
import io.tapedeck.remote.RemoteBucket.Remnant;
import io.tapedeck.storage.Place;
import io.tapedeck.storage.Storage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every registry of storages does. */
public abstract class StorageRegistryContract {
    private static final TenantId ACME = new TenantId("acme");
    private static final TenantId GLOBEX = new TenantId("globex");
    private static final StorageName ARCHIVE = new StorageName("archive");

    private final StorageRegistry registry;

    protected StorageRegistryContract(StorageRegistry registry) {
        this.registry = registry;
    }

    @Test
    void whatNobodyHasBroughtIsEmpty() {
        assertThat(registry.find(ACME, ARCHIVE)).isEmpty();
        assertThat(registry.list(ACME)).isEmpty();
        assertThat(registry.standard(ACME)).isEmpty();
    }

    @Test
    void aStorageIsFoundAsItWasBrought() {
        var untried = storage("archive", "recordings");
        var check = new StorageCheck(
                Instant.ofEpochSecond(1_800_000_000),
                List.of(Remnant.VERSIONING, Remnant.SOFT_DELETE),
                Optional.of("The bucket does not exist."));

        registry.put(ACME, untried);
        assertThat(registry.find(ACME, ARCHIVE)).hasValue(untried);

        registry.put(ACME, untried.with(check));
        assertThat(registry.find(ACME, ARCHIVE)).hasValue(untried.with(check));
        assertThat(registry.list(ACME)).containsExactly(untried.with(check));
    }

    @Test
    void oneTakesThePlaceOfAnotherThatIsWhereItIs() {
        var storage = storage("archive", "recordings");
        var entered = new RemoteStorage(
                storage.place(), storage.prefix(), Map.of("account", "acme", "clientId", "new"), Optional.empty());

        assertThat(registry.put(ACME, storage)).isTrue();
        assertThat(registry.put(ACME, entered)).isTrue();
        assertThat(registry.list(ACME)).containsExactly(entered);
    }

    @Test
    void aNameLeadsToOnePlaceForGood() {
        var storage = storage("archive", "recordings");
        registry.put(ACME, storage);

        assertThat(registry.put(ACME, storage("archive", "other-recordings"))).isFalse();
        assertThat(registry.put(ACME, new RemoteStorage(storage.place(), "other/", storage.access(), Optional.empty())))
                .isFalse();
        for (var access : List.of(Map.of("account", "globex"), Map.<String, String>of())) {
            assertThat(registry.put(ACME, new RemoteStorage(storage.place(), "calls/", access, Optional.empty())))
                    .isFalse();
        }
        assertThat(registry.list(ACME)).containsExactly(storage);
    }

    @Test
    void whatCameOfTryingAStorageIsKeptUnlessItIsAnotherByNow() {
        var untried = storage("archive", "recordings");
        var tried = untried.with(check(1));
        registry.put(ACME, untried);
        registry.replace(ACME, untried, tried);
        assertThat(registry.find(ACME, ARCHIVE)).hasValue(tried);

        registry.replace(ACME, untried, untried.with(check(2)));
        assertThat(registry.find(ACME, ARCHIVE)).hasValue(tried);
        registry.replace(ACME, tried, tried.with(check(3)));
        assertThat(registry.find(ACME, ARCHIVE)).hasValue(tried.with(check(3)));

        var entered = new RemoteStorage(
                tried.place(),
                tried.prefix(),
                Map.of("account", "acme", "clientId", "new"),
                tried.with(check(3)).check());
        registry.put(ACME, entered);
        registry.replace(ACME, tried.with(check(3)), tried.with(check(4)));
        assertThat(registry.find(ACME, ARCHIVE)).hasValue(entered);
    }

    @Test
    void tryingAStorageDoesNotBringIt() {
        var storage = storage("archive", "recordings");

        registry.replace(ACME, storage, storage.with(check(1)));

        assertThat(registry.find(ACME, ARCHIVE)).isEmpty();
    }

    @Test
    void whatCameOfTryingOneThatAllTenantsKnowIsKeptForThisOneAlone() {
        var gcs = new StorageName("gcs");
        registry.keep(ACME, gcs, check(1));
        registry.keep(ACME, gcs, check(2));
        registry.keep(ACME, ARCHIVE, check(3));

        assertThat(registry.checks(ACME)).isEqualTo(Map.of(gcs, check(2), ARCHIVE, check(3)));
        assertThat(registry.checks(GLOBEX)).isEmpty();
        assertThat(registry.find(ACME, gcs)).isEmpty();
        assertThat(registry.list(ACME)).isEmpty();
    }

    @Test
    void tenantsAreApart() {
        registry.put(ACME, storage("archive", "of-acme"));
        registry.put(GLOBEX, storage("archive", "of-globex"));
        registry.put(GLOBEX, storage("backup", "of-globex"));
        registry.choose(GLOBEX, ARCHIVE);

        assertThat(registry.find(ACME, ARCHIVE)).hasValue(storage("archive", "of-acme"));
        assertThat(registry.find(ACME, new StorageName("backup"))).isEmpty();
        assertThat(registry.list(ACME)).containsExactly(storage("archive", "of-acme"));
        assertThat(registry.standard(ACME)).isEmpty();
    }

    @Test
    void aTenantWhoseNameBeginsLikeAnothersIsAnother() {
        registry.put(new TenantId("acme-2"), storage("archive", "of-another"));

        assertThat(registry.list(ACME)).isEmpty();
    }

    @Test
    void theyAreListedByName() {
        List.of("zoo", "archive-2", "archive", "default").forEach(name -> registry.put(ACME, storage(name, name)));

        assertThat(registry.list(ACME))
                .extracting(storage -> storage.place().name().value())
                .containsExactly("archive", "archive-2", "default", "zoo");
    }

    @Test
    void whatWasChosenLastIsWhereNewRecordingsGo() {
        registry.put(ACME, storage("archive", "recordings"));
        registry.choose(ACME, ARCHIVE);
        assertThat(registry.standard(ACME)).hasValue(ARCHIVE);

        registry.choose(ACME, StorageName.OWN);
        assertThat(registry.standard(ACME)).hasValue(StorageName.OWN);
        assertThat(registry.list(ACME)).containsExactly(storage("archive", "recordings"));
    }

    private static StorageCheck check(int second) {
        return new StorageCheck(Instant.ofEpochSecond(second), List.of(), Optional.empty());
    }

    private static RemoteStorage storage(String name, String bucket) {
        var place = new Place(new StorageName(name), Storage.AZURE, bucket, "germanywestcentral");
        return new RemoteStorage(place, "calls/", Map.of("account", "acme"), Optional.empty());
    }
}
