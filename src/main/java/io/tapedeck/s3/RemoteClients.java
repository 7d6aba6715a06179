package io.tapedeck.s3;

import static java.util.Objects.requireNonNull;

import io.tapedeck.aws.BoundedCalls;
import io.tapedeck.concurrency.Deadline;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Makes the clients of buckets elsewhere. They speak the part of S3's protocol that all servers know: bodies as they are, without
 * chunks or checksums at their end.
 *
 * @param http sends; who made it closes it
 * @param pauses between attempts; without, those of the SDK
 */
record RemoteClients(
        IdentityProvider<? extends AwsCredentialsIdentity> credentials,
        SdkHttpClient http,
        Deadline deadline,
        Optional<BackoffStrategy> pauses) {
    /** What a server says of bytes that changed on their way. */
    private static final Set<String> DAMAGED = Set.of("BadDigest", "XAmzContentSHA256Mismatch", "IncompleteBody");

    RemoteClients {
        requireNonNull(credentials);
        requireNonNull(http);
        requireNonNull(deadline);
        requireNonNull(pauses);
    }

    S3Client client(S3Place place) {
        var client = S3Client.builder()
                .httpClient(http)
                .region(Region.of(place.region()))
                .credentialsProvider(credentials)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(configuration(place))
                .overrideConfiguration(override -> override.retryStrategy(retries())
                        .addExecutionInterceptor(new NoExpectContinue())
                        .addExecutionInterceptor(new BoundedCalls(deadline)));
        place.endpoint().ifPresent(client::endpointOverride);
        return client.build();
    }

    S3Presigner presigner(S3Place place) {
        var presigner = S3Presigner.builder()
                .region(Region.of(place.region()))
                .credentialsProvider(credentials)
                .serviceConfiguration(configuration(place));
        place.endpoint().ifPresent(presigner::endpointOverride);
        return presigner.build();
    }

    private static S3Configuration configuration(S3Place place) {
        return S3Configuration.builder()
                .pathStyleAccessEnabled(place.endpoint().isPresent())
                .chunkedEncodingEnabled(false)
                .build();
    }

    private StandardRetryStrategy retries() {
        var retries = AwsRetryStrategy.standardRetryStrategy().toBuilder().retryOnException(RemoteClients::isDamaged);
        pauses.ifPresent(pause -> retries.backoffStrategy(pause).throttlingBackoffStrategy(pause));
        return retries.build();
    }

    static boolean isDamaged(Throwable failure) {
        return failure instanceof S3Exception refused && DAMAGED.contains(S3Errors.code(refused));
    }
}
