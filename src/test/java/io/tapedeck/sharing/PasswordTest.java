package io.tapedeck.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class PasswordTest {
    private final SecureRandom random = new SecureRandom();

    @Test
    void onlyTheRightOneMatches() {
        var password = Password.of("correct horse", random);

        assertThat(password.matches("correct horse")).isTrue();
        assertThat(password.matches("correct horsf")).isFalse();
        assertThat(password.rounds()).isEqualTo(600_000);
        assertThat(password.toString()).doesNotContain(password.hash(), password.salt());
    }

    @Test
    void theSameOneIsKeptDifferentlyEachTime() {
        assertThat(Password.of("sesame", random).hash())
                .isNotEqualTo(Password.of("sesame", random).hash());
    }

    @Test
    void whatAKeyboardComposesInTwoWaysIsTheSame() {
        assertThat(Password.of("Stra\u00dfe-caf\u00e9", random).matches("Stra\u00dfe-cafe\u0301"))
                .isTrue();
    }

    /** Test vector: PBKDF2-HMAC-SHA256 of "password", "salt", 2 rounds. */
    @Test
    void oneThatWasHashedLessOftenStillMatches() {
        var early = new Password(2, "73616c74", "ae4d0c95af6b46d32d0adff928f06dd02a303f8ef3c251dfd6e2d85a95474c43");

        assertThat(early.matches("password")).isTrue();
        assertThat(early.matches("passwort")).isFalse();
    }
}
