package io.tapedeck.webhook;

import static java.util.Objects.requireNonNull;

import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.Ulid;
import io.tapedeck.id.WebhookId;
import java.util.Optional;

/** Something to do for webhooks. */
public sealed interface Errand {
    /** Tell those of a tenant of an event that is in a recording's log, and of what comes before it. */
    record News(TenantId tenant, RecordingId recording, Ulid event) implements Errand {
        public News {
            requireNonNull(tenant);
            requireNonNull(recording);
            requireNonNull(event);
        }
    }

    /** Tell one of the events that are to come in a lane, if it is time. */
    record Visit(TenantId tenant, WebhookId webhook, RecordingId recording) implements Errand {
        public Visit {
            requireNonNull(tenant);
            requireNonNull(webhook);
            requireNonNull(recording);
        }

        static Visit of(Lane lane) {
            return new Visit(lane.tenant(), lane.webhook(), lane.recording());
        }
    }

    /** Tell one of an event again. */
    record Resend(TenantId tenant, WebhookId webhook, RecordingId recording, Ulid event) implements Errand {
        public Resend {
            requireNonNull(tenant);
            requireNonNull(webhook);
            requireNonNull(recording);
            requireNonNull(event);
        }
    }

    /**
     * Tell one again of all events after one, recording by recording.
     *
     * @param position the lanes up to which are done
     */
    record Replay(TenantId tenant, WebhookId webhook, Ulid after, Optional<String> position) implements Errand {
        public Replay {
            requireNonNull(tenant);
            requireNonNull(webhook);
            requireNonNull(after);
            requireNonNull(position);
        }
    }
}
