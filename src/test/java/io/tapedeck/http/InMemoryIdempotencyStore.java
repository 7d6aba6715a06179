package io.tapedeck.http;

import io.tapedeck.access.IdempotencyStore;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.Ulid;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers requests while a test runs; a holder never dies. */
final class InMemoryIdempotencyStore implements IdempotencyStore {
    private final Map<String, Entry> entries = new HashMap<>();

    @Override
    public synchronized Claim claim(TenantId tenant, String key, String request, Ulid seed, long now, long leaseEnd) {
        var held = entries.putIfAbsent(tenant + key, new Entry(request, Optional.empty()));
        if (held == null) {
            return new Claim.Claimed(seed);
        } else if (!held.request().equals(request)) {
            return new Claim.OtherRequest();
        }
        return held.reply().<Claim>map(Claim.Answered::new).orElse(new Claim.InProgress());
    }

    @Override
    public synchronized void complete(TenantId tenant, String key, byte[] reply) {
        entries.computeIfPresent(tenant + key, (_, held) -> new Entry(held.request(), Optional.of(reply)));
    }

    @Override
    public synchronized void release(TenantId tenant, String key) {
        entries.remove(tenant + key);
    }

    private record Entry(String request, Optional<byte[]> reply) {}
}
