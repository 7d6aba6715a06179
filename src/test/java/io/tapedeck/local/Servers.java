package io.tapedeck.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The embedded servers alone, for functions that run elsewhere. Needs what "make test" fetches. */
public final class Servers implements AutoCloseable {
    private static final int WORKERS = 1;

    private final String bucket;
    private final Secrets secrets;
    private final EmbeddedDynamoDb dynamoDb;
    private final EmbeddedS3 s3;
    private final DynamoDbClient client;

    /**
     * @param folder where the objects lie
     * @param uploads told of every new object under {@code uploads/}, as S3 tells it
     */
    public Servers(Path folder, String bucket, Consumer<JsonNode> uploads) {
        this.bucket = bucket;
        secrets = Secrets.in(folder);
        dynamoDb = EmbeddedDynamoDb.start(Path.of("target", "dynamodb-local"), Optional.empty());
        s3 = EmbeddedS3.start(
                folder,
                0,
                bucket,
                WORKERS,
                secrets,
                Template.read("template.yaml").bucketCors(),
                uploads::accept);
        client = DynamoDbClient.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .region(AwsClients.REGION)
                .credentialsProvider(credentials())
                .endpointOverride(dynamoDb.endpoint())
                .build();
    }

    /** A new table as the template describes it. */
    public void createTable(String name) {
        new TableSetup(Template.read("template.yaml").table()).create(client, name);
    }

    /** Puts an object into the bucket. */
    public void put(String key, byte[] bytes) {
        try (var bucketClient = S3Client.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .region(AwsClients.REGION)
                .credentialsProvider(credentials())
                .endpointOverride(s3.endpoint())
                .forcePathStyle(true)
                .build()) {
            bucketClient.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromBytes(bytes));
        }
    }

    /** What tells an AWS SDK to use these servers. */
    public Map<String, String> environment() {
        var address = URI.create("http://127.0.0.1:" + s3.endpoint().getPort());
        return Map.of(
                "AWS_ACCESS_KEY_ID", secrets.accessKey(),
                "AWS_SECRET_ACCESS_KEY", secrets.secretKey(),
                "AWS_SESSION_TOKEN", "session",
                "AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.endpoint().toString(),
                "AWS_ENDPOINT_URL_S3", address.toString());
    }

    private StaticCredentialsProvider credentials() {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(secrets.accessKey(), secrets.secretKey()));
    }

    @Override
    public void close() throws Exception {
        client.close();
        s3.close();
        dynamoDb.close();
    }
}
