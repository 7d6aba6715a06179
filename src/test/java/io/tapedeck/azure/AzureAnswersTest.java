package io.tapedeck.azure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.remote.Content;
import io.tapedeck.remote.RemoteBucket.Remnant;
import io.tapedeck.storage.KeyPrefix;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.StorageException;
import io.tapedeck.storage.UnusableKeyException;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Azure's answers mean that the emulator never gives. */
class AzureAnswersTest {
    private static final ObjectKey KEY = new ObjectKey("audio/acme/rec_1/v1.wav");
    private static final Optional<String> SCOPE = Optional.of("tenant-scope");

    private final ScriptedService azure = new ScriptedService();
    private final AzureBucket bucket = new AzureBucket(
            Containers.rest(Containers.SILENCE),
            Clock.systemUTC(),
            Containers.container(azure.endpoint(), "recordings"));

    AzureAnswersTest() throws IOException {}

    @AfterEach
    void close() {
        azure.close();
    }

    @Test
    void versioningAndSoftDeleteAreSeenByWhatBecomesOfAProbeWhereNothingElseMayBeAsked() {
        azure.answer("HEAD", "restype=container", 200, Map.of("x-ms-has-immutability-policy", "false"), "");
        azure.answer("GET", "comp=properties", 403, code("AuthorizationPermissionMismatch"), "");
        azure.answer("PUT", "", 201, Map.of("x-ms-version-id", "2026-01-01T00:00:00.0000000Z"), "");
        azure.answer("DELETE", "", 202, Map.of("x-ms-delete-type-permanent", "false"), "");

        assertThat(bucket.remnants()).containsExactlyInAnyOrder(Remnant.VERSIONING, Remnant.SOFT_DELETE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x-ms-has-immutability-policy",
                "x-ms-has-legal-hold",
                "x-ms-immutable-storage-with-versioning-enabled"
            })
    void whereNothingCanBeDeletedNoProbeIsLeft(String lock) {
        azure.answer("HEAD", "restype=container", 200, Map.of(lock, "true"), "");
        azure.answer("GET", "comp=properties", 403, code("AuthorizationPermissionMismatch"), "");

        assertThat(bucket.remnants()).containsExactly(Remnant.RETENTION_LOCK);
        assertThat(azure.requests()).doesNotContain("PUT");
    }

    @ParameterizedTest
    @CsvSource({
        "403, KeyVaultEncryptionKeyNotFound",
        "403, KeyVaultAccessTokenCannotBeAcquired",
        "409, RequestForbiddenByContainerEncryptionPolicy",
        "400, InvalidHeaderValue"
    })
    void aScopeThatIsRefusedIsAnUnusableKeyAndWithoutOneTheContainerIsRefused(int status, String code) {
        azure.answer("PUT", "", status, code(code), "");
        azure.answer("HEAD", "", 404, code("BlobNotFound"), "");

        assertThatThrownBy(() -> put(1, SCOPE)).isInstanceOf(UnusableKeyException.class);
        assertThatThrownBy(() -> put(1, Optional.empty()))
                .isInstanceOf(StorageException.Refused.class)
                .hasMessageContaining(code);
    }

    @Test
    void aMissingRightIsNotTakenForAnUnusableKey() {
        azure.answer("PUT", "", 403, code("AuthorizationPermissionMismatch"), "");

        assertThatThrownBy(() -> put(1, SCOPE))
                .isInstanceOf(StorageException.Refused.class)
                .hasMessageContaining("Storage Blob Data Contributor");
    }

    @Test
    void everyBlockIsEncryptedByTheScope() {
        azure.answer("HEAD", "", 404, code("BlobNotFound"), "");
        azure.answer("PUT", "comp=blocklist", 403, code("KeyVaultEncryptionKeyNotFound"), "");
        azure.answer("GET", "comp=blocklist", 404, code("BlobNotFound"), "");

        assertThatThrownBy(() -> put((20 << 20) + 1, SCOPE)).isInstanceOf(UnusableKeyException.class);
        assertThat(azure.scopes()).hasSize(3).containsOnly("tenant-scope");
    }

    @Test
    void aScopeIsSaidOfWhatItEncrypts() {
        azure.answer(
                "HEAD", "", 200, Map.of("x-ms-server-encrypted", "true", "x-ms-encryption-scope", "tenant-scope"), "");

        assertThat(bucket.find(KEY).orElseThrow().encryption().orElseThrow().key())
                .isEqualTo(SCOPE);
    }

    @Test
    void namesThatXmlCannotHoldAreListed() {
        azure.answer(
                "GET",
                "comp=list",
                200,
                Map.of(),
                "\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\"?><EnumerationResults><Prefix>recordings/a/</Prefix><Blobs>"
                        + "<Blob><Name Encoded=\"true\">recordings/a/%EF%BF%BE+b%25.wav</Name><Properties><Name>no</Name></Properties></Blob>"
                        + "<Blob><Name>recordings/a/&lt;%25&amp;.wav</Name></Blob></Blobs><NextMarker /></EnumerationResults>");

        assertThat(bucket.list(new KeyPrefix("a/")))
                .containsExactly(new ObjectKey("a/\uFFFE+b%.wav"), new ObjectKey("a/<%25&.wav"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<a>", "{}", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><a>&b;</a>"})
    void whatIsNoPlainXmlIsNotRead(String document) {
        assertThatThrownBy(() -> Xml.leaves(document.getBytes(UTF_8), Set.of("a")))
                .isInstanceOf(StorageException.Unavailable.class);
    }

    private void put(int size, Optional<String> scope) {
        bucket.put(KEY, Content.of(new byte[size]), "audio/wav", scope);
    }

    private static Map<String, String> code(String code) {
        return Map.of("x-ms-error-code", code);
    }
}
