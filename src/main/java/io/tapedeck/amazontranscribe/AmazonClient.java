package io.tapedeck.amazontranscribe;

import io.tapedeck.rest.PooledHttpClient;
import java.time.Duration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.transcribe.TranscribeClient;
import software.amazon.awssdk.services.transcribe.TranscribeClientBuilder;

/** Makes clients of Amazon Transcribe, of which no call takes longer than half a minute. */
public final class AmazonClient {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration SILENCE = Duration.ofSeconds(8);
    private static final Duration WHOLE_CALL = Duration.ofSeconds(30);

    private AmazonClient() {}

    /** @param limit ends calls before the invocation that makes them does */
    public static TranscribeClient in(String region, ExecutionInterceptor limit) {
        return builder(region, limit).build();
    }

    static TranscribeClientBuilder builder(String region, ExecutionInterceptor limit) {
        return TranscribeClient.builder()
                .region(Region.of(region))
                .httpClientBuilder(new PooledHttpClient.Builder(CONNECT, SILENCE))
                .overrideConfiguration(
                        settings -> settings.apiCallTimeout(WHOLE_CALL).addExecutionInterceptor(limit));
    }
}
