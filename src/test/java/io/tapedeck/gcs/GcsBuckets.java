package io.tapedeck.gcs;

import static java.util.concurrent.ThreadLocalRandom.current;

import io.tapedeck.concurrency.Deadline;
import io.tapedeck.rest.Attempts;
import io.tapedeck.rest.Attempts.Waiting;
import io.tapedeck.rest.Patience;
import io.tapedeck.rest.PooledHttpClient;
import io.tapedeck.rest.RestClient;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Our side of a server. */
final class GcsBuckets {
    private GcsBuckets() {}

    /** One that is reached at an address, and whose tokens are had from the server itself. */
    static GcsBucket at(URI storage, GcsServer server, GcsCredentials credentials, Clock clock) {
        return at(storage, server, settings(GcsServer.BUCKET, "", credentials), clock, Duration.ofSeconds(30));
    }

    static GcsBucket at(URI storage, GcsServer server, GcsSettings settings, Clock clock, Duration silence) {
        var here = new GcsEndpoints(storage, server.address(), server.address(), server.address());
        return new GcsBucket(
                new GcsSettings(settings.bucket(), settings.prefix(), settings.credentials(), here),
                rest(silence),
                clock);
    }

    static GcsSettings settings(String bucket, String prefix, GcsCredentials credentials) {
        return new GcsSettings(bucket, prefix, credentials, GcsEndpoints.GOOGLE);
    }

    static ServiceAccountKey key() {
        return ServiceAccountKey.parse(GcsTokens.keyFile());
    }

    static AwsFederation federation() {
        return new AwsFederation(
                GcsTokens.PROVIDER,
                GcsTokens.ACCOUNT,
                GcsTokens.REGION,
                StaticCredentialsProvider.create(GcsTokens.AWS));
    }

    /** One that does not wait where it is to wait. */
    static RestClient rest(Duration silence) {
        var patience = new Patience(Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(1));
        var waiting = new Waiting(
                Clock.systemUTC(), Deadline.NONE, _ -> {}, () -> current().nextDouble());
        return new RestClient(
                new PooledHttpClient.Builder(Duration.ofSeconds(5), silence).build(), new Attempts(patience, waiting));
    }
}
