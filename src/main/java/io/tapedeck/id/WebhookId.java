package io.tapedeck.id;

import java.util.Optional;

/** {@code whk_} and a ULID: webhooks sort by the time of their creation. */
public record WebhookId(Ulid ulid) {
    private static final String PREFIX = "whk_";

    /** Empty where the text is no webhook's id. */
    public static Optional<WebhookId> parse(String text) {
        return text.startsWith(PREFIX)
                ? Ulid.parse(text.substring(PREFIX.length())).map(WebhookId::new)
                : Optional.empty();
    }

    @Override
    public String toString() {
        return PREFIX + ulid;
    }
}
