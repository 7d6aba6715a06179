package io.tapedeck.storage;

import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;

/** Knows where recordings lie. */
@FunctionalInterface
public interface Placements {
    /** Also that of a deleted one whose row is still there; of any other, in the deployment's own bucket. */
    Placement of(TenantId tenant, RecordingId recording);
}
