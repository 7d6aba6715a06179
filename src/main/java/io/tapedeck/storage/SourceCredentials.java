package io.tapedeck.storage;

import io.tapedeck.id.TenantId;
import java.util.Optional;

/** Tells what lets a tenant fetch from a source. It is asked for when it is needed, and kept nowhere. */
@FunctionalInterface
public interface SourceCredentials {
    /** What the header {@code Authorization} is to say; empty where the tenant has nothing to say, or need not. */
    Optional<String> authorization(TenantId tenant, ImportSource source);
}
