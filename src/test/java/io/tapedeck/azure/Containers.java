package io.tapedeck.azure;

import io.tapedeck.azure.AzureCredentials.AccountKey;
import io.tapedeck.concurrency.Deadline;
import io.tapedeck.rest.Attempts;
import io.tapedeck.rest.Attempts.Waiting;
import io.tapedeck.rest.Patience;
import io.tapedeck.rest.Pause;
import io.tapedeck.rest.PooledHttpClient;
import io.tapedeck.rest.RestClient;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import software.amazon.awssdk.http.SdkHttpClient;

/** What tests of containers need. */
final class Containers {
    static final Duration SILENCE = Duration.ofSeconds(30);
    static final AccountKey WRONG = new AccountKey(Base64.getEncoder().encodeToString(new byte[64]));

    private Containers() {}

    /** Asks without waiting where it is to wait. */
    static RestClient rest(Duration silence) {
        return rest(new PooledHttpClient.Builder(silence, silence).build(), _ -> {});
    }

    static RestClient rest(SdkHttpClient http, Pause pause) {
        var patience = new Patience(SILENCE, Duration.ofMinutes(2), Duration.ofMillis(100));
        return new RestClient(
                http, new Attempts(patience, new Waiting(Clock.systemUTC(), Deadline.NONE, pause, () -> 1)));
    }

    static AzureContainer container(URI endpoint, String name) {
        return new AzureContainer(endpoint, Azurite.ACCOUNT, name, "recordings/", Azurite.KEY);
    }

    static BlobRequests service(AzureContainer container, AccountKey key) {
        return new BlobRequests(
                rest(SILENCE), Clock.systemUTC(), container.endpoint(), new SharedKey(container.account(), key));
    }

    /** Our side of a container of its own. */
    static AzureBucket bucket(Azurite azurite) {
        return new AzureBucket(rest(SILENCE), Clock.systemUTC(), create(azurite));
    }

    /** A container of its own. */
    static AzureContainer create(Azurite azurite) {
        var container = container(azurite.endpoint(), "test-" + UUID.randomUUID());
        var reply =
                service(container, Azurite.KEY).ask(Call.put(container.path()).query("restype", "container"));
        if (!reply.isSuccessful()) {
            throw Refusals.of(reply);
        }
        return container;
    }
}
