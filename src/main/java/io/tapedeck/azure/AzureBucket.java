package io.tapedeck.azure;

import io.tapedeck.azure.AzureCredentials.AccountKey;
import io.tapedeck.azure.AzureCredentials.ClientSecret;
import io.tapedeck.remote.Content;
import io.tapedeck.remote.RemoteBucket;
import io.tapedeck.rest.RestClient;
import io.tapedeck.storage.KeyPrefix;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.StoredObject;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A container of Azure Blob Storage. An encryption key is the name of an encryption scope of the account. */
public final class AzureBucket implements RemoteBucket {
    private final Blobs blobs;
    private final Uploads uploads;
    private final Downloads downloads;
    private final Copies copies;
    private final SignedUrls urls;
    private final Listing listing;
    private final Remnants remnants;

    /**
     * @param rest asks the account and, for a client with a secret, Microsoft Entra
     * @param clock dates requests, tokens and links
     */
    public AzureBucket(RestClient rest, Clock clock, AzureContainer container) {
        this(container, access(rest, clock, container), clock);
    }

    private AzureBucket(AzureContainer container, Access access, Clock clock) {
        var service = access.service();
        this.blobs = new Blobs(service, container);
        this.uploads = new Uploads(blobs, container);
        this.downloads = new Downloads(service, container);
        this.urls = new SignedUrls(container, access.keys(), clock);
        this.copies = new Copies(blobs, container, urls);
        this.listing = new Listing(service, container, Listing.MOST);
        this.remnants = new Remnants(service, container);
    }

    private record Access(BlobService service, SasKeys keys) {}

    private static Access access(RestClient rest, Clock clock, AzureContainer container) {
        return switch (container.credentials()) {
            case AccountKey key -> {
                var shared = new SharedKey(container.account(), key);
                yield new Access(new BlobService(rest, clock, container.endpoint(), shared), shared);
            }
            case ClientSecret client -> {
                var service = new BlobService(rest, clock, container.endpoint(), new EntraTokens(rest, clock, client));
                yield new Access(service, new DelegationKeys(service, container.endpoint(), clock));
            }
        };
    }

    @Override
    public Optional<StoredObject> put(
            ObjectKey key, Content content, String contentType, Optional<String> encryptionKey) {
        return uploads.put(key, content, Terms.of(contentType, encryptionKey)).map(blob -> blob.as(key));
    }

    @Override
    public Optional<StoredObject> copy(
            ObjectKey from, ObjectKey to, String contentType, Optional<String> encryptionKey) {
        return copies.copy(from, to, Terms.of(contentType, encryptionKey)).map(blob -> blob.as(to));
    }

    @Override
    public Optional<StoredObject> find(ObjectKey key) {
        return blobs.find(key).map(blob -> blob.as(key));
    }

    @Override
    public Optional<InputStream> open(ObjectKey key) {
        return downloads.open(key);
    }

    @Override
    public String presign(ObjectKey key, String contentType, String disposition, Duration validity) {
        return urls.to(key, contentType, disposition, validity);
    }

    @Override
    public List<ObjectKey> list(KeyPrefix prefix) {
        return listing.list(prefix);
    }

    @Override
    public void delete(ObjectKey key) {
        blobs.delete(key);
    }

    @Override
    public Set<Remnant> remnants() {
        return remnants.find();
    }
}
