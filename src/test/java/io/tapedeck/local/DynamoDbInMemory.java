package io.tapedeck.local;

import io.tapedeck.rest.PooledHttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A DynamoDB for tests, empty at first. Needs what "make test" fetches. */
public final class DynamoDbInMemory implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Path LIBRARIES = Path.of("target", "dynamodb-local");

    private final EmbeddedDynamoDb server = EmbeddedDynamoDb.start(LIBRARIES, Optional.empty());
    private final DynamoDbClient client = client(List.of());

    /** A new table as the template describes it. */
    public String createTable() {
        var name = "table-" + UUID.randomUUID();
        new TableSetup(Template.read("template.yaml").table()).create(client, name);
        return name;
    }

    /** A client of its own for whoever wants to see or disturb the requests. */
    public DynamoDbClient client(List<ExecutionInterceptor> interceptors) {
        var credentials = AwsBasicCredentials.create("test", "test");
        return DynamoDbClient.builder()
                .httpClientBuilder(new PooledHttpClient.Builder(PATIENCE, PATIENCE))
                .region(AwsClients.REGION)
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .endpointOverride(server.endpoint())
                .overrideConfiguration(override -> override.executionInterceptors(interceptors))
                .build();
    }

    @Override
    public void close() throws Exception {
        client.close();
        server.close();
    }
}
