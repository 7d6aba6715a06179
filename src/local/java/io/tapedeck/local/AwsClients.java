package io.tapedeck.local;

import io.tapedeck.aws.BoundedCalls;
import io.tapedeck.rest.PooledHttpClient;
import io.tapedeck.s3.NoExpectContinue;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** The AWS clients of the functions, pointed at the embedded servers instead. */
@Singleton
class AwsClients {
    static final Region REGION = Region.US_EAST_1;

    private static final PooledHttpClient.Builder HTTP =
            new PooledHttpClient.Builder(Duration.ofSeconds(2), Duration.ofSeconds(30));

    private final EmbeddedServers servers;
    private final BoundedCalls bounded;
    private final StaticCredentialsProvider credentials;

    AwsClients(EmbeddedServers servers, BoundedCalls bounded, Settings settings) {
        Secrets secrets = Secrets.in(settings.dataDir());
        this.servers = servers;
        this.bounded = bounded;
        this.credentials =
                StaticCredentialsProvider.create(AwsBasicCredentials.create(secrets.accessKey(), secrets.secretKey()));
    }

    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    DynamoDbClient dynamoDb() {
        return DynamoDbClient.builder()
                .httpClientBuilder(HTTP)
                .region(REGION)
                .credentialsProvider(credentials)
                .endpointOverride(servers.dynamoDb())
                .overrideConfiguration(override -> override.addExecutionInterceptor(bounded))
                .build();
    }

    @Produces
    @Singleton
    DynamoDbStreamsClient streams() {
        return DynamoDbStreamsClient.builder()
                .httpClientBuilder(HTTP)
                .region(REGION)
                .credentialsProvider(credentials)
                .endpointOverride(servers.dynamoDb())
                .build();
    }

    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    S3Client s3() {
        return S3Client.builder()
                .httpClientBuilder(HTTP)
                .region(REGION)
                .credentialsProvider(credentials)
                .endpointOverride(servers.s3())
                .forcePathStyle(true)
                .overrideConfiguration(override ->
                        override.addExecutionInterceptor(new NoExpectContinue()).addExecutionInterceptor(bounded))
                .build();
    }

    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    S3Presigner presigner() {
        return S3Presigner.builder()
                .region(REGION)
                .credentialsProvider(credentials)
                .endpointOverride(servers.s3())
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .build();
    }
}
