package io.tapedeck.s3;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** MD5, by which every S3 server checks what arrives. It is no protection against those who forge. */
record Md5(byte[] digest) {
    static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static Md5 of(byte[] bytes, int length) {
        var digest = begin();
        digest.update(bytes, 0, length);
        return new Md5(digest.digest());
    }

    /** As the header Content-MD5 has it. */
    String header() {
        return Base64.getEncoder().encodeToString(digest);
    }

    /** As the etag of an object has it that was put at once. */
    String etag() {
        return HexFormat.of().formatHex(digest);
    }
}
