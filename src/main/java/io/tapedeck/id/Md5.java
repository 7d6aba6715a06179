package io.tapedeck.id;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** MD5, by which storages check what arrives. Every JDK has it. It is no protection against those who forge. */
public record Md5(byte[] digest) {
    /** A digest of nothing yet. */
    public static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a digest has come to. It begins anew. */
    public static Md5 of(MessageDigest digest) {
        return new Md5(digest.digest());
    }

    /** That of the first bytes. */
    public static Md5 of(byte[] bytes, int length) {
        var digest = begin();
        digest.update(bytes, 0, length);
        return of(digest);
    }

    /** As headers have it. */
    public String base64() {
        return Base64.getEncoder().encodeToString(digest);
    }

    /** As etags have it, in lower-case hexadecimal. */
    public String hex() {
        return HexFormat.of().formatHex(digest);
    }
}
