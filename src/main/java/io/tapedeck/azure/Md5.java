package io.tapedeck.azure;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The checksum that the Blob service verifies. */
final class Md5 {
    private Md5() {}

    /** A digest of nothing yet. Every JDK has it. */
    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a digest has come to, in Base64. It begins anew. */
    static String base64(MessageDigest digest) {
        return Base64.getEncoder().encodeToString(digest.digest());
    }

    /** That of the first bytes. */
    static String base64(byte[] bytes, int length) {
        var digest = digest();
        digest.update(bytes, 0, length);
        return base64(digest);
    }
}
