package io.tapedeck.gcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

class GcsSettingsTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "Upper", "a/b", "../x", "-ab", "a b c", "bucket?x=1", "bucket#"})
    void aBucketHasANameOfGoogles(String name) {
        assertThatThrownBy(() -> GcsBuckets.settings(name, "", GcsBuckets.key()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("bucket must be");
    }

    @ParameterizedTest
    @ValueSource(strings = {"calls", "/calls/", "a b/", "a//", "calls/?"})
    void aPrefixIsFolders(String prefix) {
        assertThatThrownBy(() -> GcsBuckets.settings("calls", prefix, GcsBuckets.key()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("prefix must be");
    }

    @Test
    void nothingTellsTheKeyOrAToken() {
        var settings = GcsBuckets.settings("calls", "a/", GcsBuckets.key());

        assertThat(settings.toString())
                .contains(GcsTokens.ACCOUNT)
                .doesNotContain("RSA", "modulus", "PrivateKey")
                .doesNotContain(Base64.getEncoder()
                        .encodeToString(GcsBuckets.key().key().getEncoded())
                        .substring(0, 20));
        assertThat(new Grant("secret", Instant.EPOCH).toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no JSON but secret",
                "[]",
                "{\"private_key\": \"secret\"}",
                "{\"client_email\": \"a@b.iam.gserviceaccount.com\", \"private_key_id\": \"1\", \"private_key\": \"secret\"}",
                "{\"client_email\": \"a@b.iam.gserviceaccount.com\", \"private_key_id\": \"1\", \"private_key\": \"c2VjcmV0\"}"
            })
    void whatIsNoKeyIsRefusedWithoutBeingTold(String file) {
        assertThatThrownBy(() -> ServiceAccountKey.parse(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessageNotContainingAny("secret", "c2VjcmV0");
    }

    @ParameterizedTest
    @CsvSource({
        "//iam.googleapis.com/projects/x/locations/global/workloadIdentityPools/a/providers/b,a@b.iam.gserviceaccount.com,eu-central-1",
        "https://evil.example/,a@b.iam.gserviceaccount.com,eu-central-1",
        "//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/a/providers/b,nobody,eu-central-1",
        "//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/a/providers/b,a@b/../c,eu-central-1",
        "//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/a/providers/b,a@b.iam.gserviceaccount.com,evil.example"
    })
    void aFederationIsOfGoogleAndAws(String provider, String account, String region) {
        var aws = StaticCredentialsProvider.create(GcsTokens.AWS);

        assertThatThrownBy(() -> new AwsFederation(provider, account, region, aws))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be");
    }
}
