package io.tapedeck.http;

import io.tapedeck.access.IdempotencyStore;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.Ulid;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers requests while a test runs. */
final class InMemoryIdempotencyStore implements IdempotencyStore {
    private static final Duration KEPT = Duration.ofDays(1);

    private final Map<String, Entry> entries = new HashMap<>();

    @Override
    public synchronized Claim claim(
            TenantId tenant, String key, String request, Ulid seed, Instant now, Instant leaseEnd) {
        var held = entries.get(name(tenant, key));
        if (held == null || !held.end().isAfter(now)) {
            entries.put(name(tenant, key), new Entry(request, seed, leaseEnd, now.plus(KEPT), Optional.empty()));
            return new Claim.Claimed(seed);
        } else if (!held.request().equals(request)) {
            return new Claim.OtherRequest();
        } else if (held.reply().isPresent()) {
            return new Claim.Answered(held.reply().get());
        } else if (held.seed().equals(seed)) {
            return new Claim.Claimed(seed);
        } else if (held.leaseEnd().isAfter(now)) {
            return new Claim.InProgress();
        }
        entries.put(name(tenant, key), new Entry(request, held.seed(), leaseEnd, held.end(), Optional.empty()));
        return new Claim.Claimed(held.seed());
    }

    @Override
    public synchronized void complete(TenantId tenant, String key, byte[] reply) {
        entries.computeIfPresent(
                name(tenant, key), (_, held) -> held.reply().isPresent() ? held : held.answered(reply));
    }

    @Override
    public synchronized void complete(TenantId tenant, String key, byte[] reply, Instant until) {
        entries.computeIfPresent(
                name(tenant, key),
                (_, held) ->
                        held.reply().isPresent() ? held : held.answered(reply).until(until));
    }

    @Override
    public synchronized void release(TenantId tenant, String key) {
        entries.computeIfPresent(name(tenant, key), (_, held) -> held.reply().isPresent() ? held : null);
    }

    private static String name(TenantId tenant, String key) {
        return tenant + "#" + key;
    }

    /**
     * What is known of a request.
     *
     * @param end when it is forgotten
     */
    private record Entry(String request, Ulid seed, Instant leaseEnd, Instant end, Optional<byte[]> reply) {
        Entry answered(byte[] answer) {
            return new Entry(request, seed, leaseEnd, end, Optional.of(answer));
        }

        Entry until(Instant other) {
            return new Entry(request, seed, leaseEnd, other, reply);
        }
    }
}
