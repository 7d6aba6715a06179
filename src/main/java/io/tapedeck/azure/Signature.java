package io.tapedeck.azure;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tapedeck.id.Hmac;
import java.util.Base64;

/** Signs as Azure does. */
final class Signature {
    private Signature() {}

    /** In Base64. */
    static String of(byte[] key, String text) {
        return Base64.getEncoder().encodeToString(Hmac.SHA256.of(key, text.getBytes(UTF_8)));
    }
}
