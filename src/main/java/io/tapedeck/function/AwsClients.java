package io.tapedeck.function;

import io.tapedeck.s3.NoExpectContinue;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** The clients of AWS, each made once. A function makes only those that it uses. */
@Singleton
class AwsClients {
    private final Region region;

    AwsClients(Settings settings) {
        this.region = Region.of(settings.region());
    }

    /** Lambda has a function's credentials in its environment, or at an address once it starts from a snapshot. */
    @Produces
    @Singleton
    AwsCredentialsProvider credentials() {
        return AwsCredentialsProviderChain.of(
                EnvironmentVariableCredentialsProvider.create(),
                ContainerCredentialsProvider.builder().build());
    }

    @Produces
    @Singleton
    DynamoDbClient dynamoDb(AwsCredentialsProvider credentials) {
        return DynamoDbClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .region(region)
                .credentialsProvider(credentials)
                .build();
    }

    @Produces
    @Singleton
    S3Client s3(AwsCredentialsProvider credentials) {
        return S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .region(region)
                .credentialsProvider(credentials)
                .overrideConfiguration(override -> override.addExecutionInterceptor(new NoExpectContinue()))
                .build();
    }

    @Produces
    @Singleton
    S3Presigner presigner(S3Client s3, AwsCredentialsProvider credentials) {
        return S3Presigner.builder()
                .s3Client(s3)
                .region(region)
                .credentialsProvider(credentials)
                .build();
    }
}
