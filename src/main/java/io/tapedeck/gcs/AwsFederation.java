package io.tapedeck.gcs;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;

/**
 * Without any key of Google's: a workload identity pool that trusts an account of AWS lets the role that we run as act as a service
 * account.
 *
 * @param provider the pool's provider, as {@code //iam.googleapis.com/projects/123/locations/global/workloadIdentityPools/NAME/providers/NAME}
 * @param region of AWS, whose STS Google asks who we are
 * @param aws who we are
 */
public record AwsFederation(
        String provider, String serviceAccount, String region, IdentityProvider<? extends AwsCredentialsIdentity> aws)
        implements GcsCredentials {
    private static final Pattern PROVIDER = Pattern.compile(
            "//iam\\.googleapis\\.com/projects/[0-9]{1,20}/locations/global/workloadIdentityPools/[a-z0-9-]{1,63}/providers/[a-z0-9-]{1,63}");
    private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]{1,12}){1,3}-[0-9]{1,2}");

    /** @throws IllegalArgumentException if there can be no such provider, account or region */
    public AwsFederation {
        requireNonNull(provider);
        requireNonNull(serviceAccount);
        requireNonNull(region);
        requireNonNull(aws);
        if (!PROVIDER.matcher(provider).matches()) {
            throw new IllegalArgumentException(
                    "provider must be the full name of a provider of a workload identity pool, such as"
                            + " //iam.googleapis.com/projects/123456789/locations/global/workloadIdentityPools/aws/providers/aws");
        }
        ServiceAccountKey.requireAddress(serviceAccount);
        if (!REGION.matcher(region).matches()) {
            throw new IllegalArgumentException("region must be one of AWS, such as eu-central-1");
        }
    }
}
