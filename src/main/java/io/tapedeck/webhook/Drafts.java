package io.tapedeck.webhook;

import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.recording.EventStore.LoggedEvent;
import io.tapedeck.recording.RecordingStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Messages that many webhooks are sent at the same time, each written once. */
final class Drafts {
    private final RecordingStore recordings;
    private final Messages messages;
    private final Map<String, Optional<String>> written = new ConcurrentHashMap<>();

    Drafts(RecordingStore recordings, Messages messages) {
        this.recordings = recordings;
        this.messages = messages;
    }

    /** The message that tells of an event; empty where its recording is forgotten. */
    Optional<String> of(TenantId tenant, LoggedEvent event) {
        return written.computeIfAbsent(event.id(), _ -> write(tenant, event));
    }

    private Optional<String> write(TenantId tenant, LoggedEvent event) {
        var id = RecordingId.parse(event.subject()).orElseThrow();
        return recordings.find(tenant, id).map(recording -> messages.of(event, recording));
    }
}
