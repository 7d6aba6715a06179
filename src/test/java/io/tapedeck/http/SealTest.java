package io.tapedeck.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SealTest {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";
    private static final byte[] SECRET = "the answer".getBytes(StandardCharsets.UTF_8);

    private final Seal seal = seal("first");

    @Test
    void whatWasSignedComesBack() {
        var text = "{\"name\":\"Grüße 🎧\"}";

        assertThat(seal.verify("link", seal.sign("link", text))).contains(text);
    }

    @Test
    void aSignatureIsFitForUrls() {
        assertThat(seal.sign("link", "ÿþ?>".repeat(9))).matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
    }

    @Test
    void noOtherCharacterIsTakenAtAnyPlaceOfASignedText() {
        var signed = seal.sign("link", "some text");

        for (int i = 0; i < signed.length(); i++) {
            for (var other : ALPHABET.toCharArray()) {
                var tampered = signed.substring(0, i) + other + signed.substring(i + 1);
                if (other != signed.charAt(i)) {
                    assertThat(seal.verify("link", tampered)).as(tampered).isEmpty();
                }
            }
        }
    }

    @Test
    void whatIsNoSignedTextIsNotTaken() {
        var signed = seal.sign("link", "some text");

        for (var text :
                List.of("", ".", "..", "a.b", signed + ".", "." + signed, signed + "A", signed + "=", "%", "ä.ö")) {
            assertThat(seal.verify("link", text)).as(text).isEmpty();
        }
        for (int end = 0; end < signed.length(); end++) {
            assertThat(seal.verify("link", signed.substring(0, end))).isEmpty();
        }
    }

    @Test
    void purposesAreApart() {
        assertThat(seal.verify("cursor", seal.sign("link", "text"))).isEmpty();
        assertThat(seal.decrypt("cursor", "key", seal.encrypt("link", "key", SECRET)))
                .isEmpty();
    }

    @Test
    void aReplacedSecretStillVerifiesUntilItIsRemoved() {
        var signed = seal.sign("link", "text");
        var sealed = seal.encrypt("answer", "key", SECRET);

        assertThat(seal("second", "first").verify("link", signed)).contains("text");
        assertThat(seal("second", "first").decrypt("answer", "key", sealed)).contains(SECRET);
        assertThat(seal("second").verify("link", signed)).isEmpty();
        assertThat(seal("second").decrypt("answer", "key", sealed)).isEmpty();
    }

    @Test
    void theFirstSecretSigns() {
        assertThat(seal.verify("link", seal("first", "second").sign("link", "text")))
                .isPresent();
        assertThat(seal.verify("link", seal("second", "first").sign("link", "text")))
                .isEmpty();
    }

    @Test
    void onlyThePassphraseDecrypts() {
        var sealed = seal.encrypt("answer", "key", SECRET);

        assertThat(seal.decrypt("answer", "key", sealed)).contains(SECRET);
        assertThat(seal.decrypt("answer", "kez", sealed)).isEmpty();
    }

    @Test
    void theSameBytesAreNeverEncryptedToTheSame() {
        assertThat(seal.encrypt("answer", "key", SECRET)).isNotEqualTo(seal.encrypt("answer", "key", SECRET));
    }

    @Test
    void noByteOfAnEncryptionCanBeChanged() {
        var sealed = seal.encrypt("answer", "key", SECRET);

        for (int i = 0; i < sealed.length; i++) {
            var tampered = sealed.clone();
            tampered[i] ^= 1;
            assertThat(seal.decrypt("answer", "key", tampered)).isEmpty();
        }
    }

    @Test
    void anEncryptionThatWasCutOffIsNotRead() {
        var sealed = seal.encrypt("answer", "key", SECRET);

        for (int length = 0; length < sealed.length; length++) {
            assertThat(seal.decrypt("answer", "key", Arrays.copyOf(sealed, length)))
                    .isEmpty();
        }
    }

    @Test
    void aFingerprintTellsTextsAndPurposesApartAndNobodyElseCanMakeIt() {
        var print = seal.fingerprint("opener", "192.0.2.1");

        assertThat(seal.fingerprint("opener", "192.0.2.1")).isEqualTo(print);
        assertThat(seal.fingerprint("opener", "192.0.2.2")).isNotEqualTo(print);
        assertThat(seal.fingerprint("other", "192.0.2.1")).isNotEqualTo(print);
        assertThat(seal("another secret").fingerprint("opener", "192.0.2.1")).isNotEqualTo(print);
    }

    @Test
    void withoutASecretThereIsNoSeal() {
        assertThatIllegalArgumentException().isThrownBy(SealTest::seal).withMessageContaining("LINK_SECRETS");
    }

    private static Seal seal(String... secrets) {
        return new Seal(List.of(secrets), new SecureRandom());
    }
}
