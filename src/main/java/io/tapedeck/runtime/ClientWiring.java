package io.tapedeck.runtime;

import io.tapedeck.rest.PooledHttpClient;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Gives the clients of AWS their HTTP. What an attempt may take is theirs; all attempts together are bounded by the invocation. */
@Singleton
class ClientWiring {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration TABLE_SILENCE = Duration.ofSeconds(4);

    /** S3 may copy for that long before it says anything. */
    private static final Duration BUCKET_SILENCE = Duration.ofSeconds(30);

    @Produces
    @Singleton
    static DynamoDbClient dynamoDb(DynamoDbClientBuilder builder) {
        return builder.httpClientBuilder(new PooledHttpClient.Builder(CONNECT, TABLE_SILENCE))
                .build();
    }

    @Produces
    @Singleton
    static S3Client s3(S3ClientBuilder builder) {
        return builder.httpClientBuilder(new PooledHttpClient.Builder(CONNECT, BUCKET_SILENCE))
                .build();
    }
}
