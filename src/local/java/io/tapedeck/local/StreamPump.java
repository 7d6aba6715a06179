package io.tapedeck.local;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Carries what the table's stream tells to where EventBridge Pipes carry it on AWS: new events to the subscribers and
 * the log, jobs that are ready to the queue. A record is delivered again when somebody fails at it, or the process ends before it is noted.
 */
@Singleton
class StreamPump {
    private static final Logger LOG = Logger.getLogger(StreamPump.class);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Settings settings;
    private final DynamoDbClient dynamoDb;
    private final DynamoDbStreamsClient streams;
    private final WorkQueue work;
    private final List<EventSubscriber> subscribers;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("stream-pump").daemon().factory());

    StreamPump(
            Settings settings,
            DynamoDbClient dynamoDb,
            DynamoDbStreamsClient streams,
            WorkQueue work,
            @All List<EventSubscriber> subscribers) {
        this.settings = settings;
        this.dynamoDb = dynamoDb;
        this.streams = streams;
        this.work = work;
        this.subscribers = subscribers;
    }

    void start() {
        String stream = dynamoDb.describeTable(table -> table.tableName(settings.table()))
                .table()
                .latestStreamArn();
        StreamReader reader = new StreamReader(
                streams, stream, new Checkpoints(settings.dataDir().resolve("stream")));
        thread.scheduleWithFixedDelay(() -> pump(reader), 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop() throws InterruptedException {
        thread.shutdownNow();
        thread.awaitTermination(5, TimeUnit.SECONDS);
    }

    private void pump(StreamReader reader) {
        try {
            reader.read(this::carry);
        } catch (RuntimeException e) {
            if (!thread.isShutdown()) {
                LOG.warnf("the stream cannot be read, trying again: %s", e);
            }
        }
    }

    private void carry(Record change) {
        Map<String, AttributeValue> image = change.dynamodb().newImage();
        String key = image.containsKey("sk") ? image.get("sk").s() : "";
        if (key.startsWith("event#") && change.eventName() == OperationType.INSERT) {
            publish(texts(image));
        } else if (key.startsWith("job#") && image.containsKey("ready")) {
            Map<String, String> job = texts(image);
            work.send(job.get("action"), job.get("tenant"), job.get("recording"), job.get("id"));
        } else if (key.startsWith("export#") && image.containsKey("ready")) {
            Map<String, String> export = texts(image);
            work.sendExport(export.get("tenant"), export.get("recording"), export.get("id"));
        }
    }

    private void publish(Map<String, String> event) {
        event.keySet().removeAll(List.of("pk", "sk"));
        LOG.infof("event %s of %s, id %s", event.get("type"), event.get("subject"), event.get("id"));
        subscribers.forEach(subscriber -> subscriber.receive(Map.copyOf(event)));
    }

    private static Map<String, String> texts(Map<String, AttributeValue> image) {
        return image.entrySet().stream()
                .filter(attribute -> attribute.getValue().s() != null)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, attribute -> attribute.getValue().s()));
    }
}
