package io.tapedeck.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

class TableSetupTest {
    private static final Path LIBRARIES = Path.of("target/dynamodb-local");
    private static final StaticCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b"));

    @TempDir
    Path data;

    private final List<String> read = new ArrayList<>();

    @Test
    void theTableIsTheTemplatesAndItsStreamGoesOnAfterARestart() throws Exception {
        try (EmbeddedDynamoDb server = start();
                DynamoDbClient client = client(server)) {
            TableSetup setup = new TableSetup(Template.read("template.yaml").table());
            setup.create(client, "calls");
            setup.create(client, "calls");
            assertThat(table(client).globalSecondaryIndexes())
                    .extracting(GlobalSecondaryIndexDescription::indexName)
                    .contains("listing", "call", "assistant", "phoneNumber", "phoneNumberId", "due");
            assertThat(table(client).globalSecondaryIndexes())
                    .filteredOn(index -> index.indexName().equals("due"))
                    .singleElement()
                    .satisfies(index -> assertThat(index.projection().nonKeyAttributes())
                            .containsExactlyInAnyOrder("tenant", "recording", "id"));
            assertThat(client.describeTimeToLive(request -> request.tableName("calls"))
                            .timeToLiveDescription()
                            .timeToLiveStatus())
                    .isEqualTo(TimeToLiveStatus.ENABLED);
            put(client, "1");
            put(client, "2");
            read(server, client);
            assertThat(read).containsExactly("1", "2");
            put(client, "3");
        }

        try (EmbeddedDynamoDb server = start();
                DynamoDbClient client = client(server)) {
            put(client, "4");
            read(server, client);
            read(server, client);
        }
        assertThat(read).containsExactly("1", "2", "3", "4");
    }

    private void read(EmbeddedDynamoDb server, DynamoDbClient client) {
        try (DynamoDbStreamsClient streams = DynamoDbStreamsClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .region(AwsClients.REGION)
                .credentialsProvider(CREDENTIALS)
                .endpointOverride(server.endpoint())
                .build()) {
            new StreamReader(streams, table(client).latestStreamArn(), new Checkpoints(data.resolve("stream")))
                    .read(change ->
                            read.add(change.dynamodb().newImage().get("pk").s()));
        }
    }

    private EmbeddedDynamoDb start() {
        return EmbeddedDynamoDb.start(LIBRARIES, Optional.of(data.resolve("dynamodb")));
    }

    private static DynamoDbClient client(EmbeddedDynamoDb server) {
        return DynamoDbClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .region(AwsClients.REGION)
                .credentialsProvider(CREDENTIALS)
                .endpointOverride(server.endpoint())
                .build();
    }

    private static TableDescription table(DynamoDbClient client) {
        return client.describeTable(request -> request.tableName("calls")).table();
    }

    private static void put(DynamoDbClient client, String id) {
        AttributeValue value = AttributeValue.fromS(id);
        client.putItem(request -> request.tableName("calls").item(Map.of("pk", value, "sk", value)));
    }
}
