package io.tapedeck.webhook;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The secret of a webhook, and for a day the one that it replaced, so that receivers can change theirs in between.
 *
 * @param replaced the one before, if there was one
 */
public record WebhookSecrets(WebhookSecret current, Optional<Replaced> replaced) {
    /** How long messages have the signatures of both. */
    public static final Duration OVERLAP = Duration.ofHours(24);

    /** Words of a secret's text. */
    private static final int ONE = 3;

    public WebhookSecrets {
        requireNonNull(current);
        requireNonNull(replaced);
    }

    /**
     * A secret that another has replaced.
     *
     * @param until from when it signs no more
     */
    public record Replaced(WebhookSecret secret, Instant until) {
        public Replaced {
            requireNonNull(secret);
            requireNonNull(until);
        }
    }

    /** What {@link #text} wrote. */
    static WebhookSecrets parse(String text) {
        var parts = text.split(" ");
        var current = new WebhookSecret(parts[0], parts[1], parts[2]);
        return new WebhookSecrets(
                current,
                Optional.of(parts)
                        .filter(all -> all.length > ONE)
                        .map(all -> new Replaced(
                                new WebhookSecret(all[ONE], all[ONE + 1], all[ONE + 2]),
                                Instant.ofEpochSecond(Long.parseLong(all[ONE + ONE])))));
    }

    /** All that is secret of them, as it is kept: three words for each, and the second until when the one before is good. */
    String text() {
        return current.text()
                + replaced.map(before -> " " + before.secret().text() + " "
                                + before.until().getEpochSecond())
                        .orElse("");
    }

    /** Those of a new webhook. */
    public static WebhookSecrets of(WebhookSecret secret) {
        return new WebhookSecrets(secret, Optional.empty());
    }

    /** With another secret from now on. Whoever rotates twice within a day gives up the first. */
    public WebhookSecrets rotated(WebhookSecret next, Instant now) {
        return new WebhookSecrets(next, Optional.of(new Replaced(current, now.plus(OVERLAP))));
    }

    /**
     * The three headers that a message is sent with.
     *
     * @param id of the event, the same at every attempt
     * @param now when it is sent, which the receiver checks against its clock
     * @param body as it is sent, byte for byte, in UTF-8
     */
    public Map<String, String> headers(String id, Instant now, String body) {
        var timestamp = Long.toString(now.getEpochSecond());
        var signed = id + "." + timestamp + "." + body;
        var signatures = replaced.filter(before -> now.isBefore(before.until()))
                .map(before -> current.sign(signed) + " " + before.secret().sign(signed))
                .orElseGet(() -> current.sign(signed));
        return Map.of("webhook-id", id, "webhook-timestamp", timestamp, "webhook-signature", signatures);
    }
}
