package io.tapedeck.imports;

import io.tapedeck.id.Hmac;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An HMAC credential of Vapi's, in the forms that its settings allow: of the body alone or behind a time and a dot, in hexadecimal
 * digits or Base64, with a prefix like {@code sha256=} or none. Which hash it is, its length tells.
 *
 * @see <a href="https://docs.vapi.ai/server-url/server-authentication">Vapi, Server authentication</a>
 */
record VapiSignature(Callback callback) {
    private static final Duration LONGEST_WAY = Duration.ofMinutes(5);
    private static final long FIRST_MILLISECONDS = 100_000_000_000L;

    boolean isBy(String secret) {
        return header("x-vapi-signature", "x-signature")
                .flatMap(VapiSignature::bytes)
                .flatMap(signature -> Hmac.ofLength(signature.length)
                        .filter(hmac ->
                                signed().anyMatch(bytes -> MessageDigest.isEqual(hmac.of(secret, bytes), signature))))
                .isPresent();
    }

    /** What may be signed: a time only if it is about now. */
    private Stream<byte[]> signed() {
        var timed = header("x-vapi-timestamp", "x-timestamp")
                .filter(this::isRecent)
                .map(time -> joined(time + ".", callback.body()));
        return Stream.concat(Stream.of(callback.body()), timed.stream());
    }

    private Optional<String> header(String name, String other) {
        return callback.header(name).or(() -> callback.header(other));
    }

    private boolean isRecent(String text) {
        if (!text.matches("[0-9]{1,15}")) {
            return false;
        }
        var number = Long.parseLong(text);
        var time = number < FIRST_MILLISECONDS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
        return Duration.between(time, callback.now()).abs().compareTo(LONGEST_WAY) <= 0;
    }

    private static byte[] joined(String head, byte[] body) {
        var first = head.getBytes(StandardCharsets.UTF_8);
        var all = new byte[first.length + body.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(body, 0, all, first.length, body.length);
        return all;
    }

    private static Optional<byte[]> bytes(String header) {
        var text = header.strip().replaceFirst("^[a-z0-9]{2,8}[=:,](?=.)", "");
        try {
            return Optional.of(
                    text.matches("([0-9a-fA-F]{2})+")
                            ? HexFormat.of().parseHex(text)
                            : Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
