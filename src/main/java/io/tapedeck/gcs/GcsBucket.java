package io.tapedeck.gcs;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapedeck.remote.Content;
import io.tapedeck.remote.RemoteBucket;
import io.tapedeck.rest.RestClient;
import io.tapedeck.storage.KeyPrefix;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.StoredObject;
import io.tapedeck.storage.UnusableKeyException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * A bucket of Google Cloud Storage. Keys of its key service are named as {@code
 * projects/NAME/locations/NAME/keyRings/NAME/cryptoKeys/NAME}.
 */
public final class GcsBucket implements RemoteBucket {
    private static final Pattern KEY =
            Pattern.compile("projects/[^/]{1,63}/locations/[^/]{1,63}/keyRings/[^/]{1,63}/cryptoKeys/[^/]{1,63}");
    private static final String KEEPING = "versioning,softDeletePolicy,retentionPolicy,defaultEventBasedHold";

    private final Addresses addresses;
    private final GcsObjects objects;
    private final Uploads uploads;
    private final Downloads downloads;
    private final SignedUrls urls;

    /** @param rest waits for single requests, of which a large object takes many */
    public GcsBucket(GcsSettings settings, RestClient rest, Clock clock) {
        var endpoints = settings.endpoints();
        var calls = new BearerCalls(rest, new AccessTokens(grants(settings, rest, clock), clock));
        var signatory = switch (settings.credentials()) {
            case ServiceAccountKey key -> new Signatory(key.serviceAccount(), key::sign);
            case AwsFederation role ->
                new Signatory(role.serviceAccount(), new SignBlob(calls, endpoints, role.serviceAccount()));
        };
        this.addresses = new Addresses(endpoints.storage(), settings.bucket(), settings.prefix());
        this.objects = new GcsObjects(calls, addresses);
        this.uploads = new Uploads(calls, addresses, objects);
        this.downloads = new Downloads(calls, addresses, objects);
        this.urls = new SignedUrls(endpoints.storage(), settings.bucket(), signatory, clock);
    }

    @Override
    public Optional<StoredObject> put(
            ObjectKey key, Content content, String contentType, Optional<String> encryptionKey) {
        requireKey(encryptionKey);
        return uploads.put(key, content, contentType, encryptionKey).map(object -> object.stored(key));
    }

    @Override
    public Optional<StoredObject> copy(
            ObjectKey from, ObjectKey to, String contentType, Optional<String> encryptionKey) {
        requireKey(encryptionKey);
        return objects.copy(from, to, contentType, encryptionKey).map(copy -> copy.stored(to));
    }

    @Override
    public Optional<StoredObject> find(ObjectKey key) {
        return objects.find(key).map(object -> object.stored(key));
    }

    @Override
    public Optional<InputStream> open(ObjectKey key) {
        return downloads.open(key);
    }

    @Override
    public String presign(ObjectKey key, String contentType, String disposition, Duration validity) {
        var overrides = Map.of("response-content-type", contentType, "response-content-disposition", disposition);
        return urls.get(addresses.name(key), overrides, validity);
    }

    @Override
    public List<ObjectKey> list(KeyPrefix prefix) {
        return objects.list(prefix);
    }

    @Override
    public void delete(ObjectKey key) {
        objects.delete(key, Map.of());
    }

    @Override
    public Set<Remnant> remnants() {
        var bucket = objects.bucket(KEEPING);
        var remnants = EnumSet.noneOf(Remnant.class);
        if (bucket.at("/versioning/enabled").asBoolean()) {
            remnants.add(Remnant.VERSIONING);
        }
        if (bucket.at("/softDeletePolicy/retentionDurationSeconds").asLong() > 0) {
            remnants.add(Remnant.SOFT_DELETE);
        }
        if (locks(bucket)) {
            remnants.add(Remnant.RETENTION_LOCK);
        }
        return remnants;
    }

    private static boolean locks(JsonNode bucket) {
        return bucket.at("/retentionPolicy/retentionPeriod").asLong() > 0
                || bucket.path("defaultEventBasedHold").asBoolean();
    }

    private static void requireKey(Optional<String> encryptionKey) {
        encryptionKey.filter(key -> !KEY.matcher(key).matches()).ifPresent(other -> {
            throw new UnusableKeyException(new IllegalArgumentException(
                    "must be projects/NAME/locations/NAME/keyRings/NAME/cryptoKeys/NAME at Google Cloud Storage"));
        });
    }

    private static Supplier<Grant> grants(GcsSettings settings, RestClient rest, Clock clock) {
        var endpoint = new TokenEndpoint(rest);
        return switch (settings.credentials()) {
            case ServiceAccountKey key -> new KeyGrants(key, settings.endpoints(), endpoint, clock);
            case AwsFederation role -> new FederatedGrants(role, settings.endpoints(), endpoint, clock);
        };
    }
}
