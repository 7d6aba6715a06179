package io.tapedeck.auth;

import io.tapedeck.id.Sha256;
import io.tapedeck.id.Ulid;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An API key as its owner holds it: {@code tdk_}, a ULID that names it, and 256 random bits.
 *
 * @param id what it is kept under
 * @param secret what its owner sends
 */
public record KeySecret(String id, String secret) {
    private static final Pattern FORM = Pattern.compile("tdk_([0-7][0-9A-HJKMNP-TV-Z]{25})_[A-Za-z0-9_-]{43}");
    private static final int BYTES = 32;

    /** A new one. */
    public static KeySecret create(Ulid ulid, SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return new KeySecret("key_" + ulid, "tdk_" + ulid + "_" + text);
    }

    /** Empty where the text is no API key. */
    public static Optional<KeySecret> parse(String text) {
        var matcher = FORM.matcher(text);
        return matcher.matches() ? Optional.of(new KeySecret("key_" + matcher.group(1), text)) : Optional.empty();
    }

    /** What is kept of it: SHA-256 in lower-case hexadecimal. With 256 random bits there is nothing to guess. */
    public String hash() {
        return HexFormat.of().formatHex(sha256(secret));
    }

    /** Whether the hash is this one's, in a time that does not tell how far they agree. */
    public boolean matches(String hash) {
        return MessageDigest.isEqual(
                hash().getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
    }

    static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(sha256(one), sha256(other));
    }

    private static byte[] sha256(String text) {
        return Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return id;
    }
}
