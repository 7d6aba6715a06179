package io.tapedeck.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tapedeck.id.Hmac;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * What one webhook's messages are signed with: a secret that the receiver shares, and a key pair of ed25519 for
 * receivers who would rather hold nothing secret.
 *
 * @param shared {@code whsec_} and base64 of 24 to 64 bytes
 * @param privateKey base64 of PKCS #8
 * @param publicKey {@code whpk_} and base64 of 32 bytes
 * @see <a href="https://www.standardwebhooks.com">Standard Webhooks</a>
 */
public record WebhookSecret(String shared, String privateKey, String publicKey) {
    private static final String SHARED = "whsec_";
    private static final String PUBLIC = "whpk_";
    private static final String ALGORITHM = "Ed25519";
    private static final int FEWEST_BYTES = 24;
    private static final int MOST_BYTES = 64;
    private static final int NEW_BYTES = 32;
    private static final int PUBLIC_BYTES = 32;

    public WebhookSecret {
        var length = decoded(SHARED, shared).length;
        if (length < FEWEST_BYTES || length > MOST_BYTES) {
            throw new IllegalArgumentException("a shared secret has 24 to 64 bytes, not " + length);
        }
        if (decoded(PUBLIC, publicKey).length != PUBLIC_BYTES) {
            throw new IllegalArgumentException("a public key of ed25519 has 32 bytes");
        }
        decoded("", privateKey);
    }

    /** A new one. */
    public static WebhookSecret of(SecureRandom random) {
        var shared = new byte[NEW_BYTES];
        random.nextBytes(shared);
        try {
            var generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(NamedParameterSpec.ED25519, random);
            var pair = generator.generateKeyPair();
            var encoded = pair.getPublic().getEncoded();
            // X.509 ends with the key itself (RFC 8410)
            var raw = Arrays.copyOfRange(encoded, encoded.length - PUBLIC_BYTES, encoded.length);
            return new WebhookSecret(
                    SHARED + base64(shared), base64(pair.getPrivate().getEncoded()), PUBLIC + base64(raw));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Both signatures of what is signed, {@code v1} and {@code v1a}, with a space between them. */
    String sign(String signed) {
        var bytes = signed.getBytes(UTF_8);
        return "v1," + base64(Hmac.SHA256.of(decoded(SHARED, shared), bytes)) + " v1a," + base64(ed25519(bytes));
    }

    /** All that it has, in three words. */
    String text() {
        return shared + " " + privateKey + " " + publicKey;
    }

    private byte[] ed25519(byte[] bytes) {
        try {
            var key =
                    KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(decoded("", privateKey)));
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] decoded(String prefix, String text) {
        if (!text.startsWith(prefix)) {
            throw new IllegalArgumentException("a key of this kind begins with " + prefix);
        }
        return Base64.getDecoder().decode(text.substring(prefix.length()));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Without what is secret, so that no log has it. */
    @Override
    public String toString() {
        return "WebhookSecret[" + publicKey + "]";
    }
}
