package io.tapedeck.webhook;

import static java.util.Objects.requireNonNull;

import io.tapedeck.id.TenantId;
import io.tapedeck.id.WebhookId;
import io.tapedeck.id.WireNames;
import io.tapedeck.recording.EventName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An address that is told of a tenant's events.
 *
 * @param publicKey what the signatures {@code v1a} are verified with: {@code whpk_} and base64
 * @param state whether it is told, and why not
 * @param revision grows with each change
 */
public record Webhook(
        TenantId tenant,
        WebhookId id,
        Terms terms,
        String publicKey,
        Instant created,
        State state,
        Health health,
        long revision) {
    /** After that long with nothing but failures nobody is told any more. */
    static final Duration LONGEST_FAILURE = Duration.ofDays(3);

    public Webhook {
        requireNonNull(tenant);
        requireNonNull(id);
        requireNonNull(terms);
        requireNonNull(publicKey);
        requireNonNull(created);
        requireNonNull(state);
        requireNonNull(health);
    }

    /** A new one that is told from now on. */
    public static Webhook create(TenantId tenant, WebhookId id, Terms terms, String publicKey, Instant now) {
        return new Webhook(tenant, id, terms, publicKey, now, State.ACTIVE, Health.GOOD, 0);
    }

    /** Whether it is told of events of this type, in CloudEvents' words. */
    public boolean wants(String type) {
        return terms.events().isEmpty()
                || terms.events().stream().anyMatch(event -> event.type().equals(type));
    }

    public boolean isActive() {
        return state == State.ACTIVE;
    }

    /** With other terms. */
    public Webhook with(Terms other) {
        return new Webhook(tenant, id, other, publicKey, created, state, health, revision);
    }

    /** With another key to verify signatures with. */
    public Webhook verifiedBy(String otherKey) {
        return new Webhook(tenant, id, terms, otherKey, created, state, health, revision);
    }

    /** In another state. Whoever is told again begins in good health. */
    public Webhook with(State other) {
        var begun = other == State.ACTIVE && !isActive() ? Health.GOOD : health;
        return new Webhook(tenant, id, terms, publicKey, created, other, begun, revision);
    }

    /** After an attempt to tell it. */
    Webhook after(Sender.Answer answer, Instant now) {
        return switch (answer) {
            case Sender.Answer.Accepted _ -> with(Health.GOOD);
            case Sender.Answer.Gone _ -> with(State.GONE);
            case Sender.Answer.Refused _ -> afterFailure(health.failed(now), now);
            case Sender.Answer.Hung _ -> afterFailure(health.hung(now), now);
        };
    }

    private Webhook afterFailure(Health worse, Instant now) {
        var isForGood = worse.failingSince()
                .filter(since -> !now.isBefore(since.plus(LONGEST_FAILURE)))
                .isPresent();
        return isForGood && isActive() ? with(worse).with(State.FAILING) : with(worse);
    }

    private Webhook with(Health other) {
        return new Webhook(tenant, id, terms, publicKey, created, state, other, revision);
    }

    /** Before an attempt that others wait for, since those before were not answered. */
    Webhook tried(Instant now) {
        return with(health.tried(now));
    }

    /** As it is kept after a change. */
    public Webhook revised() {
        return new Webhook(tenant, id, terms, publicKey, created, state, health, revision + 1);
    }

    /**
     * What its owner says of it.
     *
     * @param events the only ones that it is told of; all where it names none
     */
    public record Terms(String url, List<EventName> events, Optional<String> description) {
        public Terms {
            requireNonNull(url);
            events = List.copyOf(events);
            requireNonNull(description);
        }
    }

    /** Whether it is told of events. */
    public enum State {
        ACTIVE,
        /** Its owner does not want it to be. */
        DISABLED,
        /** It answered that it is gone for good, with 410. */
        GONE,
        /** For three days every attempt failed. */
        FAILING;

        @Override
        public String toString() {
            return WireNames.camel(this);
        }
    }

    /**
     * How attempts end of late.
     *
     * @param failingSince when the first of those failed after which none succeeded
     * @param hangs how many in a row were not answered in time
     * @param restsUntil before which it is told of nothing, since it keeps those who tell it waiting
     */
    public record Health(Optional<Instant> failingSince, int hangs, Optional<Instant> restsUntil) {
        static final Health GOOD = new Health(Optional.empty(), 0, Optional.empty());

        private static final int MOST_HANGS = 3;
        private static final Duration REST = Duration.ofSeconds(30);

        public Health {
            requireNonNull(failingSince);
            requireNonNull(restsUntil);
        }

        /** Whether it is told of nothing now. */
        boolean rests(Instant now) {
            return restsUntil.filter(now::isBefore).isPresent();
        }

        private Health tried(Instant now) {
            return new Health(failingSince, hangs, Optional.of(now.plus(REST)));
        }

        private Health failed(Instant now) {
            return new Health(failingSince.or(() -> Optional.of(now)), 0, Optional.empty());
        }

        private Health hung(Instant now) {
            var rest = Optional.of(now.plus(REST)).filter(_ -> hangs + 1 >= MOST_HANGS);
            return new Health(failingSince.or(() -> Optional.of(now)), hangs + 1, rest);
        }
    }
}
