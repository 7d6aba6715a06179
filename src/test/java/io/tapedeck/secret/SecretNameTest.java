package io.tapedeck.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tapedeck.id.TenantId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretNameTest {
    @Test
    void theSecretOfAStorageIsNamedByItsTenant() {
        assertThat(SecretName.storage(new TenantId("acme"), "own-gcs")).hasToString("storages/acme/own-gcs");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/a",
                "a/",
                "a//b",
                "..",
                "a/../b",
                "a/.b",
                "A",
                "a b",
                "a+b",
                "a\\b",
                "a\n",
                "a/b/c/d/e",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void whatCouldMeanAnotherPlaceIsNoName(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SecretName(name));
    }
}
