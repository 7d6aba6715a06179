package io.tapedeck.json;

import io.tapedeck.id.Ulid;
import io.tapedeck.webhook.Delivery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A Delivery as the HTTP contract writes it. */
public record DeliveryView(
        Ulid event,
        String type,
        String subject,
        Delivery.Status status,
        List<Delivery.Attempt> attempts,
        Optional<Instant> nextAttempt) {
    public static DeliveryView of(Delivery delivery) {
        return new DeliveryView(
                delivery.event(),
                delivery.type(),
                delivery.subject(),
                delivery.status(),
                delivery.attempts(),
                delivery.nextAttempt());
    }
}
