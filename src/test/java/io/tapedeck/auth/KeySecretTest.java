package io.tapedeck.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.id.Ulid;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySecretTest {
    private static final Ulid ULID = new Ulid("01ARYZ6S41TSV4RRFFQ69G5FAV");

    private final KeySecret secret = KeySecret.create(ULID, new SecureRandom());

    @Test
    void itIsNamedByItsUlidAndHasTwoHundredAndFiftySixRandomBits() {
        assertThat(secret.id()).isEqualTo("key_" + ULID);
        assertThat(secret.secret()).matches("tdk_" + ULID + "_[A-Za-z0-9_-]{43}");
        assertThat(KeySecret.create(ULID, new SecureRandom()).secret()).isNotEqualTo(secret.secret());
    }

    @Test
    void itComesBackFromItsText() {
        assertThat(KeySecret.parse(secret.secret())).contains(secret);
    }

    @Test
    void onlyItsOwnHashMatches() {
        var other = KeySecret.create(ULID, new SecureRandom());

        assertThat(secret.hash()).matches("[0-9a-f]{64}").isNotEqualTo(other.hash());
        assertThat(secret.matches(secret.hash())).isTrue();
        assertThat(secret.matches(other.hash())).isFalse();
        assertThat(secret.matches("")).isFalse();
    }

    @Test
    void itDoesNotTellItselfWhenPrinted() {
        assertThat("" + secret).isEqualTo("key_" + ULID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tdk_",
                "tdk_01ARYZ6S41TSV4RRFFQ69G5FAV",
                "tdk_01ARYZ6S41TSV4RRFFQ69G5FAV_",
                "local-dev-key",
                "tdk_01ARYZ6S41TSV4RRFFQ69G5FAV_aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd12",
                "tdk_01ARYZ6S41TSV4RRFFQ69G5FAV_aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd1234",
                "tdk_01ARYZ6S41TSV4RRFFQ69G5FAV_aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd12=",
                "TDK_01ARYZ6S41TSV4RRFFQ69G5FAV_aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd123"
            })
    void whatIsNoKeyIsNone(String text) {
        assertThat(KeySecret.parse(text)).isEmpty();
    }
}
