package io.tapedeck.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.azure.AzureCredentials.ClientSecret;
import io.tapedeck.dynamodb.SettableClock;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.StorageException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long keys and tokens are used, as the clock goes. */
class DelegationKeysTest {
    private static final String KEY =
            "<?xml version=\"1.0\"?><UserDelegationKey><SignedOid>the-oid</SignedOid><SignedTid>the-tid</SignedTid>"
                    + "<SignedStart>2026-01-01T00:00:00Z</SignedStart><SignedExpiry>2026-01-03T00:00:00Z</SignedExpiry>"
                    + "<SignedService>b</SignedService><SignedVersion>2025-01-05</SignedVersion><Value>a2V5</Value></UserDelegationKey>";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-01-01T00:05:00Z"));
    private final ScriptedService azure = new ScriptedService();
    private final EntraServer entra = new EntraServer();
    private final AzureBucket bucket = new AzureBucket(
            Containers.rest(Containers.SILENCE),
            clock,
            new AzureContainer(
                    azure.endpoint(),
                    Azurite.ACCOUNT,
                    "recordings",
                    "",
                    new ClientSecret(entra.authority(), EntraServer.TENANT, EntraServer.CLIENT, EntraServer.SECRET)));

    DelegationKeysTest() throws IOException {}

    @BeforeEach
    void delegate() {
        azure.answer("POST", "comp=userdelegationkey", 200, Map.of(), KEY);
    }

    @AfterEach
    void close() {
        azure.close();
        entra.close();
    }

    @Test
    void aKeySignsTheLinksOfADayAndNoneThatItWouldNotOutlive() {
        presign(Duration.ofHours(1));
        pass(Duration.ofHours(23));
        presign(Duration.ofHours(1));
        assertThat(azure.requests()).containsExactly("POST");

        presign(Duration.ofHours(1).plusSeconds(1));

        assertThat(azure.requests()).containsExactly("POST", "POST");
    }

    @Test
    void aLinkOfDaysHasAKeyOfDays() {
        presign(Duration.ofDays(7));
        pass(Duration.ofDays(6));
        presign(Duration.ofDays(1));

        assertThat(azure.requests()).containsExactly("POST");
    }

    @Test
    void aTokenIsUsedUntilShortlyBeforeItEnds() {
        var gone = new ObjectKey("gone.wav");
        azure.answer("HEAD", "", 404, Map.of("x-ms-error-code", "BlobNotFound"), "");

        bucket.find(gone);
        pass(Duration.ofMinutes(54));
        bucket.find(gone);
        assertThat(entra.asked()).isOne();

        pass(Duration.ofMinutes(1));
        bucket.find(gone);

        assertThat(entra.asked()).isEqualTo(2);
    }

    @Test
    void theRoleThatIsMissingIsNamed() {
        azure.answer(
                "POST",
                "comp=userdelegationkey",
                403,
                Map.of("x-ms-error-code", "AuthorizationPermissionMismatch"),
                "");

        assertThatThrownBy(() -> presign(Duration.ofMinutes(1)))
                .isInstanceOf(StorageException.Refused.class)
                .hasMessageContaining("Storage Blob Delegator");
    }

    private void pass(Duration time) {
        clock.set(clock.instant().plus(time));
    }

    private void presign(Duration validity) {
        assertThat(bucket.presign(new ObjectKey("v1.wav"), "audio/wav", "inline", validity))
                .contains("&skoid=the-oid&", "&skt=2026-01-01T00%3A00%3A00Z&");
    }
}
