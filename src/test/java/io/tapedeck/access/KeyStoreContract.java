package io.tapedeck.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.access.KeyStore.Removal;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.UlidSource;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store of keys does. */
public abstract class KeyStoreContract {
    /** 2100-01-01T12:00:00Z, far enough for no store to take anything for expired. */
    private static final Instant NOON = Instant.ofEpochSecond(4_102_488_000L);

    private static final TenantId ACME = new TenantId("acme");
    private static final TenantId OTHER = new TenantId("other");

    private final UlidSource ids = new UlidSource(Clock.fixed(NOON, ZoneOffset.UTC), new SecureRandom());
    private final KeyStore keys;

    protected KeyStoreContract(KeyStore keys) {
        this.keys = keys;
    }

    @Test
    void aKeyIsFoundAsItWasPut() {
        var key = put(ACME);

        assertThat(keys.find(key.id())).contains(key);
        assertThat(keys.find("key_unknown")).isEmpty();
    }

    @Test
    void theKeysOfATenantAreListedOldestFirst() {
        var first = put(ACME);
        put(OTHER);
        var second = put(ACME);

        assertThat(keys.list(ACME)).containsExactly(first, second);
    }

    @Test
    void aRemovedKeyIsGone() {
        var key = put(ACME);

        assertThat(keys.remove(ACME, key.id())).isEqualTo(Removal.REMOVED);

        assertThat(keys.find(key.id())).isEmpty();
        assertThat(keys.list(ACME)).isEmpty();
        assertThat(keys.remove(ACME, key.id())).isEqualTo(Removal.UNKNOWN);
    }

    @Test
    void anotherTenantsKeyCannotBeRemoved() {
        var key = put(ACME);

        assertThat(keys.remove(OTHER, key.id())).isEqualTo(Removal.UNKNOWN);
        assertThat(keys.find(key.id())).isPresent();
    }

    @Test
    void aUseIsNotedOnceInFiveMinutes() {
        var key = put(ACME);

        keys.used(key, NOON);
        keys.used(key, NOON.plusSeconds(299));
        assertThat(lastUsed(key)).contains(NOON);
        keys.used(key, NOON.plusSeconds(300));
        assertThat(lastUsed(key)).contains(NOON.plusSeconds(300));
    }

    @Test
    void theUseOfARemovedKeyDoesNotBringItBack() {
        var key = put(ACME);
        keys.remove(ACME, key.id());

        keys.used(key, NOON);

        assertThat(keys.find(key.id())).isEmpty();
    }

    private ApiKey put(TenantId tenant) {
        var key = new ApiKey(
                "key_" + ids.next(),
                tenant,
                "console",
                Set.of(Scope.READ, Scope.DOWNLOAD),
                "ab".repeat(32),
                NOON,
                Optional.of(NOON.plusSeconds(60)),
                Optional.empty());
        keys.put(key);
        return key;
    }

    private Optional<Instant> lastUsed(ApiKey key) {
        return keys.find(key.id()).flatMap(ApiKey::lastUsed);
    }
}
