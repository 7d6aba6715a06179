package io.tapedeck.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.concurrency.Deadline;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;

class BoundedCallsTest {
    private static final Deadline SOON = () -> Optional.of(Duration.ofMillis(1500));
    private static final Map<String, AttributeValue> KEY = Map.of("pk", AttributeValue.fromS("a"));

    @Test
    void aServerThatSaysNothingIsNotWaitedForBeyondTheInvocation() throws IOException {
        try (var mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var dynamoDb = client(DynamoDbClient.builder(), address(mute.getLocalPort()), SOON);
                var s3 = client(S3Client.builder(), address(mute.getLocalPort()), SOON)) {
            assertEndsInTime(
                    () -> dynamoDb.getItem(request -> request.tableName("t").key(KEY)));
            assertEndsInTime(() -> s3.headObject(request -> request.bucket("b").key("k")));
        }
    }

    private static void assertEndsInTime(ThrowingCallable call) {
        var begin = System.nanoTime();
        assertThatThrownBy(call).isInstanceOf(ApiCallTimeoutException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(15));
    }

    private static URI address(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
            B builder, URI address, Deadline deadline) {
        return builder.httpClient(UrlConnectionHttpClient.create())
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .endpointOverride(address)
                .overrideConfiguration(override -> override.addExecutionInterceptor(new BoundedCalls(deadline)))
                .build();
    }
}
