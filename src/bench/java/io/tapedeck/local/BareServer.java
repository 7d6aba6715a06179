package io.tapedeck.local;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What "retrieve" costs at the least on one machine: a handler, a GetItem and a fixed mapping, with neither routes, events,
 * authorizer nor types. It takes any key for the operator's.
 */
final class BareServer {
    private static final String TABLE = "tapedeck";
    private static final String TENANT = "local";

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final DynamoDbClient client;

    private BareServer(DynamoDbClient client) {
        this.client = client;
    }

    /** Serves the database in the folder {@code DATA_DIR} at {@code PORT}. */
    public static void main(String... args) {
        var database = Path.of(System.getenv("DATA_DIR"), "dynamodb");
        var dynamoDb = EmbeddedDynamoDb.start(Path.of("target", "dynamodb-local"), Optional.of(database));
        var client = DynamoDbClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("bare", "bare")))
                .endpointOverride(dynamoDb.endpoint())
                .build();
        var server = new BareServer(client);
        Vertx.vertx()
                .createHttpServer()
                .requestHandler(request -> server.threads.execute(() -> server.answer(request)))
                .listen(Integer.parseInt(System.getenv("PORT")), "127.0.0.1");
    }

    private void answer(HttpServerRequest request) {
        if (request.path().equals("/health")) {
            request.response().end();
            return;
        }
        var id = request.path().substring("/v1/recordings/".length());
        var row = client.getItem(get -> get.tableName(TABLE).key(key(id)).consistentRead(true))
                .item();
        request.response()
                .putHeader("content-type", "application/json")
                .putHeader("etag", "\"r" + row.get("revision").n() + "\"")
                .end(BareView.of(row, "http://" + request.getHeader("host")).encode());
    }

    private static Map<String, AttributeValue> key(String id) {
        return Map.of("pk", AttributeValue.fromS(TENANT + "#" + id), "sk", AttributeValue.fromS("recording"));
    }
}
