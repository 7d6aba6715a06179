package io.tapedeck.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class S3PlaceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://abc.r2.cloudflarestorage.com",
                "https://abc.eu.r2.cloudflarestorage.com/",
            })
    void r2IsKnownByItsHostInAnyJurisdiction(String endpoint) {
        assertThat(at(endpoint).isR2()).isTrue();
    }

    @Test
    void othersAreNot() {
        assertThat(at("https://r2.cloudflarestorage.com.example").isR2()).isFalse();
        assertThat(new S3Place("calls", "", "eu-central-1", Optional.empty()).isR2())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3.example.com",
                "ftp://s3.example.com",
                "https:///calls",
                "https://key:secret@s3.example.com",
                "https://s3.example.com/calls",
                "https://s3.example.com?x=1",
                "https://s3.example.com#x",
                "file:///etc/passwd",
                "mailto:a@b"
            })
    void anEndpointIsASchemeAndAHost(String endpoint) {
        assertThatIllegalArgumentException().isThrownBy(() -> at(endpoint));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "ab", "a/b", "../b", "arn:aws:s3:eu-central-1:111122223333:accesspoint/a", "a?b", "a b"})
    void aBucketIsANameAndNoPath(String bucket) {
        assertThatIllegalArgumentException().isThrownBy(() -> new S3Place(bucket, "", "auto", Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/a/", "a", "a//", "../", "a/../", "a/./"})
    void aPrefixIsFolders(String prefix) {
        assertThatIllegalArgumentException().isThrownBy(() -> new S3Place("calls", prefix, "auto", Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "eu central", "x/y", "evil.example"})
    void aRegionIsAName(String region) {
        assertThatIllegalArgumentException().isThrownBy(() -> new S3Place("calls", "", region, Optional.empty()));
    }

    private static S3Place at(String endpoint) {
        return new S3Place("calls", "a/b/", "auto", Optional.of(URI.create(endpoint)));
    }
}
