package io.tapedeck.http;

import io.tapedeck.id.Hmac;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs and encrypts what leaves this program to come back. The first secret makes new seals, all of them open old ones,
 * so that a secret can be replaced. Each purpose has a key of its own, derived by HMAC-SHA256.
 */
public final class Seal {
    private static final int TAG_BYTES = 16;
    private static final int NONCE_BYTES = 12;

    private final List<byte[]> secrets;
    private final SecureRandom random;

    public Seal(List<String> secrets, SecureRandom random) {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("LINK_SECRETS must name at least one secret");
        }
        this.secrets = secrets.stream()
                .map(secret -> secret.getBytes(StandardCharsets.UTF_8))
                .toList();
        this.random = random;
    }

    /** The text, readable, with a signature; fit for a URL. */
    public String sign(String purpose, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return encode(bytes) + "." + encode(tag(secrets.getFirst(), purpose, bytes));
    }

    /** The text that was signed for this purpose; empty for anything else. */
    public Optional<String> verify(String purpose, String signed) {
        var parts = signed.split("\\.", -1);
        if (parts.length != 2) {
            return Optional.empty();
        }
        return decode(parts[0])
                .filter(bytes -> decode(parts[1])
                        .filter(tag -> isTag(purpose, bytes, tag))
                        .isPresent())
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** Tells texts apart without telling what they are: the same for the same text, which cannot be found by trying. */
    public String fingerprint(String purpose, String text) {
        return encode(tag(secrets.getFirst(), purpose, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether this program made the fingerprint of this text, by whichever of its secrets. */
    public boolean isFingerprint(String purpose, String text, String fingerprint) {
        return decode(fingerprint)
                .filter(tag -> isTag(purpose, text.getBytes(StandardCharsets.UTF_8), tag))
                .isPresent();
    }

    /** Encrypts bytes so that only who knows the passphrase, and this program, can read them. */
    public byte[] encrypt(String purpose, String passphrase, byte[] bytes) {
        try {
            var nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            var cipher = cipher(Cipher.ENCRYPT_MODE, secrets.getFirst(), purpose, passphrase, nonce);
            var sealed = cipher.doFinal(bytes);
            return ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was encrypted; empty if it cannot be read with this passphrase and these secrets. */
    public Optional<byte[]> decrypt(String purpose, String passphrase, byte[] sealed) {
        return secrets.stream()
                .map(secret -> decrypt(secret, purpose, passphrase, sealed))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<byte[]> decrypt(byte[] secret, String purpose, String passphrase, byte[] sealed) {
        if (sealed.length < NONCE_BYTES + TAG_BYTES) {
            return Optional.empty();
        }
        try {
            var nonce = Arrays.copyOf(sealed, NONCE_BYTES);
            var cipher = cipher(Cipher.DECRYPT_MODE, secret, purpose, passphrase, nonce);
            return Optional.of(cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, byte[] secret, String purpose, String passphrase, byte[] nonce)
            throws GeneralSecurityException {
        var key = Hmac.SHA256.of(
                Hmac.SHA256.of(secret, purpose.getBytes(StandardCharsets.UTF_8)),
                passphrase.getBytes(StandardCharsets.UTF_8));
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BYTES * 8, nonce));
        return cipher;
    }

    private boolean isTag(String purpose, byte[] bytes, byte[] tag) {
        return secrets.stream().anyMatch(secret -> MessageDigest.isEqual(tag(secret, purpose, bytes), tag));
    }

    private static byte[] tag(byte[] secret, String purpose, byte[] bytes) {
        return Arrays.copyOf(
                Hmac.SHA256.of(Hmac.SHA256.of(secret, purpose.getBytes(StandardCharsets.UTF_8)), bytes), TAG_BYTES);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Optional<byte[]> decode(String text) {
        try {
            // the last character may have bits that mean nothing, which must not be changed either
            return Optional.of(Base64.getUrlDecoder().decode(text))
                    .filter(bytes -> encode(bytes).equals(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
