package io.tapedeck.webhook;

import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.Ulid;
import io.tapedeck.id.WebhookId;
import io.tapedeck.recording.Page;
import java.util.Optional;

/** Where lanes are kept. */
public interface LaneStore {
    /**
     * Takes a lane that nobody has and whose time has come, and leaves word that there is more in it.
     *
     * @param through where it begins if it is new
     * @return empty where it is not to be had
     */
    Optional<Lane> take(TenantId tenant, WebhookId webhook, RecordingId recording, Ulid through);

    /**
     * Leaves word that there is more in a lane.
     *
     * @param through where it begins if it is new
     * @return as it is with that
     */
    Lane ask(TenantId tenant, WebhookId webhook, RecordingId recording, Ulid through);

    Optional<Lane> find(TenantId tenant, WebhookId webhook, RecordingId recording);

    /** Whether the lane was as it had been read, so that it is changed. */
    boolean replace(Lane read, Lane changed);

    void remove(Lane lane);

    /**
     * Those of a webhook.
     *
     * @param after the next of the page before
     */
    Page<Lane> list(TenantId tenant, WebhookId webhook, Optional<String> after, int limit);
}
