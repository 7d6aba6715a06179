package io.tapedeck.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.dynamodb.SettableClock;
import io.tapedeck.id.StorageName;
import io.tapedeck.id.TenantId;
import io.tapedeck.storage.KeyPrefix;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.Place;
import io.tapedeck.storage.Storage;
import io.tapedeck.storage.StorageException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tenants name the storages of the deployment and their own, and nobody else's. */
class StoragesTest {
    private static final Instant NOON = Instant.ofEpochSecond(1_800_000_000);
    private static final TenantId ACME = new TenantId("acme");
    private static final TenantId GLOBEX = new TenantId("globex");
    private static final StorageName GCS = new StorageName("gcs");
    private static final StorageName ARCHIVE = new StorageName("archive");
    private static final StorageName BACKUP = new StorageName("backup");
    private static final ObjectKey KEY = new ObjectKey("audio/acme/rec_1/v1.wav");

    private final SettableClock clock = new SettableClock(NOON);
    private final StorageRegistry registry = new InMemoryStorageRegistry();
    private final Map<String, InMemoryBucket> buckets = new HashMap<>();
    private final Map<String, String> secrets = new HashMap<>();
    private final List<String> opened = new ArrayList<>();
    private final Storages storages = new Storages(
            List.of(storage(GCS, "of-all")),
            registry,
            (storage, secret) -> open("shared", storage, secret),
            (storage, secret) -> open("brought", storage, secret),
            (tenant, name) ->
                    Optional.ofNullable(secrets.get(tenant.map(TenantId::value).orElse("all") + "/" + name)),
            clock);

    @Test
    void whatTheDeploymentHasAllTenantsKnow() {
        assertThat(storages.find(ACME, GCS)).map(Place::bucket).hasValue("of-all");
        assertThat(storages.find(GLOBEX, GCS)).map(Place::bucket).hasValue("of-all");
        assertThat(storages.isShared(GCS)).isTrue();
        assertThat(storages.list(GLOBEX)).containsExactly(storage(GCS, "of-all"));
    }

    @Test
    void whatATenantBringsNoOtherKnows() {
        registry.put(ACME, storage(ARCHIVE, "of-acme"));

        assertThat(storages.find(ACME, ARCHIVE)).map(Place::bucket).hasValue("of-acme");
        assertThat(storages.isShared(ARCHIVE)).isFalse();
        assertThat(storages.find(GLOBEX, ARCHIVE)).isEmpty();
        assertThat(storages.known(GLOBEX, ARCHIVE)).isEmpty();
        assertThat(storages.list(GLOBEX)).doesNotContain(storage(ARCHIVE, "of-acme"));
        assertThatThrownBy(() -> storages.of(GLOBEX, ARCHIVE)).isInstanceOf(StorageException.Refused.class);
    }

    @Test
    void theSameNameLeadsEachTenantToItsOwn() {
        registry.put(ACME, storage(ARCHIVE, "of-acme"));
        registry.put(GLOBEX, storage(ARCHIVE, "of-globex"));
        secrets.putAll(Map.of("acme/archive", "one", "globex/archive", "two"));

        put(storages.of(ACME, ARCHIVE), "hers");
        put(storages.of(GLOBEX, ARCHIVE), "theirs");

        assertThat(opened).containsExactly("brought of-acme one", "brought of-globex two");
        assertThat(buckets.get("of-acme").names()).containsExactly("hers");
        assertThat(buckets.get("of-globex").names()).containsExactly("theirs");
    }

    @Test
    void theyAreListedByName() {
        registry.put(ACME, storage(new StorageName("zoo"), "z"));
        registry.put(ACME, storage(ARCHIVE, "a"));

        assertThat(storages.list(ACME))
                .extracting(storage -> storage.place().name())
                .containsExactly(ARCHIVE, GCS, new StorageName("zoo"));
    }

    @Test
    void whatNobodyHasIsRefusedByName() {
        assertThat(storages.find(ACME, ARCHIVE)).isEmpty();
        assertThatThrownBy(() -> storages.of(ACME, ARCHIVE))
                .isInstanceOf(StorageException.Refused.class)
                .hasMessageContaining("archive");
        assertThat(opened).isEmpty();

        registry.put(ACME, storage(ARCHIVE, "of-acme"));
        assertThat(storages.of(ACME, ARCHIVE).find(KEY)).isEmpty();
    }

    @Test
    void newRecordingsGoWhereTheTenantSaysAndToTheOwnBucketWhereThatIsGone() {
        assertThat(storages.standard(ACME)).isEmpty();

        registry.put(ACME, storage(ARCHIVE, "of-acme"));
        registry.choose(ACME, ARCHIVE);
        registry.choose(GLOBEX, ARCHIVE);
        assertThat(storages.standard(ACME)).map(Place::name).hasValue(ARCHIVE);
        assertThat(storages.standard(GLOBEX)).isEmpty();

        registry.choose(ACME, StorageName.OWN);
        assertThat(storages.standard(ACME)).isEmpty();
        registry.choose(ACME, GCS);
        assertThat(storages.standard(ACME)).map(Place::bucket).hasValue("of-all");
    }

    @Test
    void oneOfTheDeploymentsIsOpenedOnceForAllTenantsWithWhatIsItsSecret() {
        secrets.putAll(Map.of("all/gcs", "shared", "acme/gcs", "not this one"));

        storages.of(ACME, GCS);
        storages.of(GLOBEX, GCS);

        assertThat(opened).containsExactly("shared of-all shared");
    }

    @Test
    void aNameOfTheDeploymentsIsNeverATenants() {
        registry.put(ACME, storage(GCS, "of-acme"));

        storages.of(ACME, GCS);

        assertThat(storages.find(ACME, GCS)).map(Place::bucket).hasValue("of-all");
        assertThat(storages.list(ACME)).containsExactly(storage(GCS, "of-all"));
        assertThat(opened).containsExactly("shared of-all -");
    }

    @Test
    void whatCameOfTryingOneOfTheDeploymentsIsShownToWhoTriedIt() {
        var check = new StorageCheck(NOON, List.of(), Optional.of("The bucket is gone."));
        registry.keep(ACME, GCS, check);

        assertThat(storages.list(ACME)).containsExactly(storage(GCS, "of-all").with(check));
        assertThat(storages.list(GLOBEX)).containsExactly(storage(GCS, "of-all"));
    }

    @Test
    void whatIsLeftAloneIsAskedAtOnceWhereSomebodyWantsToKnow() {
        registry.put(ACME, storage(ARCHIVE, "of-acme"));
        storages.of(ACME, ARCHIVE);
        buckets.get("of-acme").down(true);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> storages.of(ACME, ARCHIVE).find(KEY))
                    .isInstanceOf(StorageException.Unavailable.class);
        }
        buckets.get("of-acme").down(false);
        assertThat(storages.isDown(ACME, ARCHIVE)).isTrue();

        storages.wake(ACME, ARCHIVE);
        assertThat(storages.of(ACME, ARCHIVE).find(KEY)).isEmpty();
        assertThat(storages.isDown(ACME, ARCHIVE)).isFalse();
    }

    @Test
    void aSecretThatIsRotatedIsUsedAfterAMinute() {
        registry.put(ACME, storage(ARCHIVE, "of-acme"));
        secrets.put("acme/archive", "old");
        storages.of(ACME, ARCHIVE);

        secrets.put("acme/archive", "new");
        clock.set(NOON.plusSeconds(59));
        storages.of(ACME, ARCHIVE);
        assertThat(opened).containsExactly("brought of-acme old");

        clock.set(NOON.plusSeconds(60));
        storages.of(ACME, ARCHIVE);
        assertThat(opened).containsExactly("brought of-acme old", "brought of-acme new");
    }

    @Test
    void whatIsDownStaysSoWhenItIsOpenedAnewAndStopsNothingThatLiesElsewhere() {
        registry.put(ACME, storage(ARCHIVE, "of-acme"));
        registry.put(ACME, storage(BACKUP, "backup"));
        registry.put(GLOBEX, storage(ARCHIVE, "of-globex"));
        storages.of(ACME, ARCHIVE);
        buckets.get("of-acme").down(true);
        clock.set(NOON.plusSeconds(50));
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> storages.of(ACME, ARCHIVE).find(KEY))
                    .isInstanceOf(StorageException.Unavailable.class);
        }

        clock.set(NOON.plusSeconds(61));
        assertThat(storages.isDown(ACME, ARCHIVE)).isTrue();
        assertThatThrownBy(() -> storages.of(ACME, ARCHIVE).find(KEY))
                .hasMessage("The storage has not answered for a while.");
        assertThat(storages.isDown(ACME, BACKUP)).isFalse();
        assertThat(storages.isDown(GLOBEX, ARCHIVE)).isFalse();
        assertThat(storages.of(ACME, BACKUP).find(KEY)).isEmpty();
        assertThat(storages.of(ACME, GCS).list(new KeyPrefix("audio/acme/"))).isEmpty();
        assertThat(storages.of(GLOBEX, ARCHIVE).find(KEY)).isEmpty();

        buckets.get("of-acme").down(false);
        clock.set(NOON.plusSeconds(80));
        assertThat(storages.of(ACME, ARCHIVE).find(KEY)).isEmpty();
        assertThat(storages.isDown(ACME, ARCHIVE)).isFalse();
    }

    @Test
    void whatCannotBeOpenedIsTriedAnewTheNextTime() {
        registry.put(ACME, storage(ARCHIVE, "of-acme"));
        secrets.put("acme/archive", "wrong");
        assertThatThrownBy(() -> storages.of(ACME, ARCHIVE)).isInstanceOf(StorageException.Refused.class);

        secrets.put("acme/archive", "right");

        assertThat(storages.of(ACME, ARCHIVE).find(KEY)).isEmpty();
    }

    private RemoteBucket open(String by, RemoteStorage storage, Optional<String> secret) {
        var name = storage.place().bucket();
        if (secret.equals(Optional.of("wrong"))) {
            throw new StorageException.Refused("Its secret cannot be right.");
        }
        opened.add("%s %s %s".formatted(by, name, secret.orElse("-")));
        return buckets.computeIfAbsent(name, _ -> new InMemoryBucket());
    }

    private static void put(RemoteBucket bucket, String name) {
        bucket.put(new ObjectKey(name), Content.of(new byte[1]), "audio/wav", Optional.empty());
    }

    private static RemoteStorage storage(StorageName name, String bucket) {
        var place = new Place(name, Storage.GCS, bucket, "europe-west3");
        return new RemoteStorage(place, "", Map.of(), Optional.empty());
    }
}
