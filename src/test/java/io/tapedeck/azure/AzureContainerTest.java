package io.tapedeck.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.azure.AzureCredentials.AccountKey;
import io.tapedeck.azure.AzureCredentials.ClientSecret;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AzureContainerTest {
    private static final String CLIENT = "0a1b2c3d-0000-4000-8000-00000000000f";
    private static final URI ENDPOINT = URI.create("https://account.blob.core.windows.net");

    @ParameterizedTest
    @CsvSource({"account,recordings,''", "acc,a-b-c,calls/", "a23456789012345678901234,abc,a/b/c.d/e_f/g-h/"})
    void whatThereCanBeIsTaken(String account, String container, String prefix) {
        assertThatCode(() -> AzureContainer.of(account, container, prefix, Azurite.KEY))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "ac,recordings,'',account",
        "Account,recordings,'',account",
        "evil.example/,recordings,'',account",
        "account,ab,'',container",
        "account,Recordings,'',container",
        "account,a--b,'',container",
        "account,-ab,'',container",
        "account,$root,'',container",
        "account,recordings,calls,prefix",
        "account,recordings,/calls/,prefix",
        "account,recordings,../,prefix",
        "account,recordings,calls./,prefix",
        "account,recordings,a/b/c/d/e/f/,prefix",
        "account,recordings,a b/,prefix"
    })
    void whatThereCannotBeIsRefusedByItsName(String account, String container, String prefix, String wrong) {
        assertThatThrownBy(() -> AzureContainer.of(account, container, prefix, Azurite.KEY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(wrong + " must be");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://host",
                "https://host/",
                "https://user@host",
                "https://host?query",
                "https://host#part",
                "//host",
                "https:host"
            })
    void anEndpointIsAnAddressAndNothingMore(String endpoint) {
        assertThatThrownBy(() -> new AzureContainer(URI.create(endpoint), "account", "recordings", "", Azurite.KEY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no base64!", "=="})
    void aKeyIsOneOfAnAccount(String key) {
        assertThatThrownBy(() -> new AccountKey(key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must be a key of the storage account, in Base64");
    }

    @ParameterizedTest
    @CsvSource({"../other,secret,tenant", "'',secret,tenant", "contoso.com,'',secret", "contoso.com,with space,secret"})
    void aClientIsOneThatThereCanBe(String tenant, String secret, String wrong) {
        assertThatThrownBy(() -> new ClientSecret(ClientSecret.PUBLIC_AUTHORITY, tenant, CLIENT, secret))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(wrong + " must be")
                .hasMessageNotContaining("with space");
    }

    @Test
    void secretsAreNotPrinted() {
        var client = new ClientSecret(ClientSecret.PUBLIC_AUTHORITY, "contoso.com", CLIENT, "s3cr3t-of-client");

        assertThat(new AzureContainer(ENDPOINT, "account", "recordings", "", client).toString())
                .contains("recordings", CLIENT)
                .doesNotContain("s3cr3t");
        assertThat(AzureContainer.of("account", "recordings", "", Azurite.KEY).toString())
                .doesNotContain(Azurite.KEY.base64().substring(0, 8));
        assertThat(new SharedKey("account", Azurite.KEY).until(Instant.EPOCH).toString())
                .isEqualTo("SasKey[hidden]");
    }
}
