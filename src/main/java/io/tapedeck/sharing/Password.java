package io.tapedeck.sharing;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What is kept of a password: PBKDF2 with HMAC-SHA256, each with a salt of its own.
 *
 * @param rounds how often it was hashed, so that new ones can be hashed more often than those that there are
 * @param salt lower-case hexadecimal
 * @param hash lower-case hexadecimal
 */
public record Password(int rounds, String salt, String hash) {
    /**
     * As many as OWASP asks for.
     *
     * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html">Password Storage</a>
     */
    static final int ROUNDS = 600_000;

    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;

    public Password {
        requireNonNull(salt);
        requireNonNull(hash);
    }

    /** What to keep of a new one. */
    public static Password of(String text, SecureRandom random) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        var hex = HexFormat.of().formatHex(salt);
        return new Password(ROUNDS, hex, hash(text, ROUNDS, hex));
    }

    /** Whether it is this one, in a time that does not tell how nearly. */
    public boolean matches(String text) {
        return MessageDigest.isEqual(
                hash.getBytes(StandardCharsets.US_ASCII),
                hash(text, rounds, salt).getBytes(StandardCharsets.US_ASCII));
    }

    /** The same characters are the same password, however a keyboard composes them. */
    private static String hash(String text, int rounds, String salt) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC).toCharArray();
        var key = new PBEKeySpec(composed, HexFormat.of().parseHex(salt), rounds, HASH_BITS);
        try {
            var secret = SecretKeyFactory.getInstance(ALGORITHM).generateSecret(key);
            return HexFormat.of().formatHex(secret.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            key.clearPassword();
        }
    }

    @Override
    public String toString() {
        return "a password";
    }
}
