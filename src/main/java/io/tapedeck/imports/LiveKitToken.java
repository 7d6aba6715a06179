package io.tapedeck.imports;

import io.tapedeck.id.Hmac;
import io.tapedeck.id.Sha256;
import io.tapedeck.problem.ProblemException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The token of LiveKit's webhooks: a JWT by HS256 that names the API key as its issuer and the body by its hash.
 *
 * @see <a href="https://docs.livekit.io/intro/basics/rooms-participants-tracks/webhooks-events/">LiveKit, Webhooks</a>
 */
record LiveKitToken(Callback callback) {
    private static final Pattern TOKEN = Pattern.compile("(?i)(?:bearer +)?([\\w-]+)\\.([\\w-]+)\\.([\\w-]+) *");

    /** Clocks differ. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    boolean isBy(String key, String secret) {
        var token = callback.header("authorization").map(TOKEN::matcher).filter(matcher -> matcher.matches());
        if (token.isEmpty()) {
            return false;
        }
        var head = token.get().group(1);
        var claims = token.get().group(2);
        var expected = Hmac.SHA256.of(secret, (head + "." + claims).getBytes(StandardCharsets.US_ASCII));
        return bytes(token.get().group(3))
                        .filter(signature -> MessageDigest.isEqual(expected, signature))
                        .isPresent()
                && json(head).filter(LiveKitToken::isHs256).isPresent()
                && json(claims)
                        .filter(told -> told.text("iss").equals(Optional.of(key)) && isValid(told) && isOfBody(told))
                        .isPresent();
    }

    private static boolean isHs256(JsonDocument head) {
        return head.text("alg").equals(Optional.of("HS256"));
    }

    private boolean isValid(JsonDocument claims) {
        var hasBegun = claims.number("nbf")
                .map(LiveKitToken::time)
                .filter(start -> callback.now().plus(TOLERANCE).isBefore(start))
                .isEmpty();
        var goesOn = claims.number("exp")
                .map(LiveKitToken::time)
                .filter(end -> callback.now().minus(TOLERANCE).isBefore(end))
                .isPresent();
        return hasBegun && goesOn;
    }

    private boolean isOfBody(JsonDocument claims) {
        var hash = Base64.getEncoder().encodeToString(Sha256.digest().digest(callback.body()));
        return claims.text("sha256").equals(Optional.of(hash));
    }

    private static Instant time(BigDecimal seconds) {
        return Instant.ofEpochSecond(
                seconds.min(BigDecimal.valueOf(Integer.MAX_VALUE)).longValue());
    }

    private static Optional<JsonDocument> json(String part) {
        try {
            return bytes(part).map(JsonDocument::read);
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> bytes(String part) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(part));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
