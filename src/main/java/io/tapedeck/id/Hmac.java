package io.tapedeck.id;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The keyed hashes (RFC 2104) by which whoever has a key signs. Every JDK has them. */
public enum Hmac {
    SHA1("HmacSHA1", 20),
    SHA256("HmacSHA256", 32),
    SHA512("HmacSHA512", 64);

    private final String algorithm;
    private final int length;

    Hmac(String algorithm, int length) {
        this.algorithm = algorithm;
        this.length = length;
    }

    /** The one whose signatures have so many bytes. */
    public static Optional<Hmac> ofLength(int bytes) {
        return Arrays.stream(values()).filter(hmac -> hmac.length == bytes).findFirst();
    }

    /** The signature of bytes. */
    public byte[] of(byte[] key, byte[] bytes) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same by a key that is text. */
    public byte[] of(String key, byte[] bytes) {
        return of(key.getBytes(StandardCharsets.UTF_8), bytes);
    }
}
