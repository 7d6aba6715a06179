package io.tapedeck.azure;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tapedeck.id.HmacSha256;
import java.util.Base64;

/** Signs as Azure does. */
final class Hmac {
    private Hmac() {}

    /** In Base64. */
    static String sign(byte[] key, String text) {
        return Base64.getEncoder().encodeToString(HmacSha256.of(key, text.getBytes(UTF_8)));
    }
}
