package io.tapedeck.local;

import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.Ulid;
import io.tapedeck.json.Json;
import io.tapedeck.webhook.Errand;
import io.tapedeck.webhook.Errands;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The queue of what is to be done for webhooks, handed to the function {@code deliver} as SQS hands it its messages. Events come to it from
 * the bus, as a rule of EventBridge puts them into the queue on AWS.
 */
@Singleton
class ErrandQueue implements Errands, EventSubscriber {
    /** Most wait for webhooks to answer. */
    private static final int WORKERS = 32;

    private static final int MAX_RECEIVES = 5;

    private final LocalQueue queue;
    private final Json json;

    ErrandQueue(Settings settings, Functions functions, Json json) {
        this.json = json;
        this.queue = new LocalQueue(
                settings.dataDir().resolve("errands"),
                WORKERS,
                MAX_RECEIVES,
                Duration.ofSeconds(1),
                new SqsTrigger(functions, "deliver"));
    }

    void start() {
        queue.start();
    }

    void stop() throws InterruptedException {
        queue.close();
    }

    @Override
    public void send(Errand errand, Duration delay) {
        queue.send(json.write(errand), delay);
    }

    /** {@inheritDoc} What is no recording's is passed over, as the rule does. */
    @Override
    public void receive(Map<String, String> event) {
        Optional<RecordingId> recording = RecordingId.parse(event.getOrDefault("subject", ""));
        Optional<Ulid> id = Ulid.parse(event.getOrDefault("id", ""));
        if (recording.isPresent() && id.isPresent()) {
            send(new Errand.News(new TenantId(event.get("tenant")), recording.get(), id.get()), Duration.ZERO);
        }
    }
}
