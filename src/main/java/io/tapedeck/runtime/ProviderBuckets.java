package io.tapedeck.runtime;

import io.tapedeck.aws.AssumedRole;
import io.tapedeck.aws.Role;
import io.tapedeck.azure.AzureBucket;
import io.tapedeck.azure.AzureContainer;
import io.tapedeck.azure.AzureCredentials;
import io.tapedeck.azure.AzureCredentials.AccountKey;
import io.tapedeck.azure.AzureCredentials.ClientSecret;
import io.tapedeck.concurrency.Deadline;
import io.tapedeck.gcs.AwsFederation;
import io.tapedeck.gcs.GcsBucket;
import io.tapedeck.gcs.GcsCredentials;
import io.tapedeck.gcs.GcsEndpoints;
import io.tapedeck.gcs.GcsSettings;
import io.tapedeck.gcs.ServiceAccountKey;
import io.tapedeck.remote.BucketOpener;
import io.tapedeck.remote.RemoteBucket;
import io.tapedeck.remote.RemoteStorage;
import io.tapedeck.rest.Attempts;
import io.tapedeck.rest.Attempts.Waiting;
import io.tapedeck.rest.Patience;
import io.tapedeck.rest.PooledHttpClient;
import io.tapedeck.rest.RestClient;
import io.tapedeck.s3.S3Place;
import io.tapedeck.s3.S3RemoteBucket;
import io.tapedeck.storage.StorageException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.DnsResolver;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;

/** Opens buckets of every provider, over one HTTP client that is made when the first is opened. */
final class ProviderBuckets implements BucketOpener {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration SILENCE = Duration.ofSeconds(20);
    private static final Patience PATIENCE = new Patience(SILENCE, Duration.ofMinutes(1), Duration.ofMillis(200));

    private final DnsResolver resolver;
    private final String deployment;
    private final String region;
    private final Clock clock;
    private final Deadline deadline;
    private SdkHttpClient http;

    /**
     * @param resolver gives the addresses that may be connected to
     * @param deployment what logs of other accounts call whoever takes a role there
     * @param region of the deployment
     */
    ProviderBuckets(DnsResolver resolver, String deployment, String region, Clock clock, Deadline deadline) {
        this.resolver = resolver;
        this.deployment = deployment;
        this.region = region;
        this.clock = clock;
        this.deadline = deadline;
    }

    @Override
    public RemoteBucket open(RemoteStorage storage, Optional<String> secret) {
        try {
            return switch (storage.place().provider()) {
                case S3, CLOUDFLARE_R2 -> s3(storage, secret);
                case GCS -> gcs(storage, secret);
                case AZURE -> azure(storage, secret);
            };
        } catch (IllegalArgumentException wrong) {
            throw new StorageException.Refused("Its settings cannot be right: " + wrong.getMessage() + ".", wrong);
        }
    }

    private RemoteBucket s3(RemoteStorage storage, Optional<String> secret) {
        var access = storage.access();
        var place = new S3Place(
                storage.place().bucket(),
                storage.prefix(),
                storage.place().region(),
                Optional.ofNullable(access.get("endpoint")).map(URI::create));
        if (access.containsKey("roleArn")) {
            var role = new Role(access.get("roleArn"), access.get("externalId"));
            return S3RemoteBucket.withRole(
                    place, AssumedRole.in(region, role, deployment, clock, deadline), http(), deadline);
        }
        return S3RemoteBucket.withKeys(place, needed(access, "accessKeyId"), needed(secret), http(), deadline);
    }

    private RemoteBucket gcs(RemoteStorage storage, Optional<String> secret) {
        var place = storage.place();
        return new GcsBucket(
                new GcsSettings(
                        place.bucket(), storage.prefix(), credentials(storage.access(), secret), GcsEndpoints.GOOGLE),
                rest(),
                clock);
    }

    private GcsCredentials credentials(Map<String, String> access, Optional<String> secret) {
        return access.containsKey("workloadIdentityProvider")
                ? new AwsFederation(
                        access.get("workloadIdentityProvider"),
                        needed(access, "serviceAccount"),
                        region,
                        DefaultCredentialsProvider.builder().build())
                : ServiceAccountKey.parse(needed(secret));
    }

    private RemoteBucket azure(RemoteStorage storage, Optional<String> secret) {
        var access = storage.access();
        var account = needed(access, "account");
        AzureCredentials credentials = access.containsKey("clientId")
                ? new ClientSecret(
                        ClientSecret.PUBLIC_AUTHORITY,
                        needed(access, "directoryId"),
                        access.get("clientId"),
                        needed(secret))
                : new AccountKey(needed(secret));
        var name = storage.place().bucket();
        var container = access.containsKey("endpoint")
                ? new AzureContainer(URI.create(access.get("endpoint")), account, name, storage.prefix(), credentials)
                : AzureContainer.of(account, name, storage.prefix(), credentials);
        return new AzureBucket(rest(), clock, container);
    }

    private RestClient rest() {
        return new RestClient(http(), new Attempts(PATIENCE, Waiting.by(clock, deadline)));
    }

    private synchronized SdkHttpClient http() {
        if (http == null) {
            http = new PooledHttpClient.Builder(CONNECT, SILENCE, resolver).build();
        }
        return http;
    }

    private static String needed(Map<String, String> access, String name) {
        return Optional.ofNullable(access.get(name))
                .orElseThrow(() -> new StorageException.Refused(name + " of this storage is not known."));
    }

    private static String needed(Optional<String> secret) {
        return secret.orElseThrow(() -> new StorageException.Refused(
                "The secret that gets into this storage is not there; bring the storage again."));
    }
}
