package io.tapedeck.local;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@QuarkusTest
class StackTest {
    @Inject
    DynamoDbClient dynamoDb;

    @Inject
    Settings settings;

    @Inject
    RecordingSubscriber subscriber;

    @Test
    void itIsHealthyOnceItIsUp() {
        given().get("/health").then().statusCode(200);
    }

    @Test
    void anEventItemReachesTheSubscribers() {
        put(Map.of(
                "pk", "acme#rec_1",
                "sk", "event#01",
                "id", "01",
                "type", "recording.created",
                "subject", "rec_1",
                "data", "{}"));
        await().untilAsserted(() -> assertThat(subscriber.events)
                .contains(Map.of("id", "01", "type", "recording.created", "subject", "rec_1", "data", "{}")));
    }

    private void put(Map<String, String> item) {
        Map<String, AttributeValue> values = new HashMap<>();
        item.forEach((name, value) -> values.put(name, AttributeValue.fromS(value)));
        dynamoDb.putItem(request -> request.tableName(settings.table()).item(values));
    }

    @Singleton
    static class RecordingSubscriber implements EventSubscriber {
        final Queue<Map<String, String>> events = new ConcurrentLinkedQueue<>();

        @Override
        public void receive(Map<String, String> event) {
            events.add(event);
        }
    }
}
