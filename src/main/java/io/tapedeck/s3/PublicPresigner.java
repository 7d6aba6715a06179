package io.tapedeck.s3;

import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Makes the presigner, whose URLs are for callers and so name the host that they reach, not the one that we do. */
public final class PublicPresigner {
    private PublicPresigner() {}

    /**
     * A presigner for a region, or for a server of our own.
     *
     * @param endpoint of a server that is not AWS'; buckets are part of its paths
     */
    public static S3Presigner of(String region, Optional<URI> endpoint, AwsCredentialsProvider credentials) {
        var presigner = S3Presigner.builder()
                .region(Region.of(region))
                .credentialsProvider(credentials)
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(endpoint.isPresent())
                        .build());
        endpoint.ifPresent(presigner::endpointOverride);
        return presigner.build();
    }
}
