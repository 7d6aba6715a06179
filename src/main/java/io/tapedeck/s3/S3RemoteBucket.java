package io.tapedeck.s3;

import static io.tapedeck.s3.RemoteErrors.told;

import io.tapedeck.aws.AssumedRole;
import io.tapedeck.concurrency.Deadline;
import io.tapedeck.remote.Content;
import io.tapedeck.remote.RemoteBucket;
import io.tapedeck.remote.ResumingStream;
import io.tapedeck.remote.ResumingStream.Connection;
import io.tapedeck.storage.Encryption;
import io.tapedeck.storage.KeyPrefix;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.StorageException;
import io.tapedeck.storage.StoredObject;
import io.tapedeck.storage.UnusableKeyException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** A bucket with AWS, Cloudflare R2 or any other who speaks S3's protocol, in another account than the deployment's. */
public final class S3RemoteBucket implements RemoteBucket, AutoCloseable {
    private static final String READ = "s3:GetObject and s3:ListBucket";
    private static final String WRITE = "s3:PutObject and s3:AbortMultipartUpload";
    private static final String LIST = "s3:ListBucket and s3:ListBucketMultipartUploads";
    private static final String DELETE = "s3:DeleteObject, s3:AbortMultipartUpload and s3:ListBucketMultipartUploads";

    /** R2 takes the condition on what is written under a name of its own. */
    private static final String R2_CONDITION = "cf-copy-destination-if-none-match";

    private final S3Place place;
    private final S3Client client;
    private final S3Presigner presigner;
    private final S3Objects objects;
    private final OnceWriter writer;
    private final PresignedUrls urls;

    S3RemoteBucket(S3Place place, S3Client client, S3Presigner presigner) {
        var bucket = new Bucket(place.bucket(), Optional.empty());
        this.place = place;
        this.client = client;
        this.presigner = presigner;
        this.objects = new S3Objects(client, bucket);
        this.writer = new OnceWriter(objects, new S3MultipartStore(client, presigner, bucket));
        this.urls = new PresignedUrls(presigner, place.bucket());
    }

    /**
     * One that a pair of keys lets in to.
     *
     * @param http sends; who made it closes it
     */
    public static S3RemoteBucket withKeys(
            S3Place place, String accessKey, String secretKey, SdkHttpClient http, Deadline deadline) {
        var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey));
        var clients = new RemoteClients(credentials, http, deadline, Optional.empty());
        return new S3RemoteBucket(place, clients.client(place), clients.presigner(place));
    }

    /**
     * One with AWS that a role in its account lets in to.
     *
     * @param http sends; who made it closes it
     */
    public static S3RemoteBucket withRole(S3Place place, AssumedRole role, SdkHttpClient http, Deadline deadline) {
        var clients = new RemoteClients(role, http, deadline, Optional.empty());
        var client = new RenewingClient(clients.client(place), role::renew);
        return new S3RemoteBucket(place, client, clients.presigner(place));
    }

    @Override
    public Optional<StoredObject> put(
            ObjectKey key, Content content, String contentType, Optional<String> encryptionKey) {
        return told(WRITE, () -> write(named(key), content, contentType, encryptionKey))
                .map(this::unnamed);
    }

    @Override
    public Optional<StoredObject> copy(
            ObjectKey from, ObjectKey to, String contentType, Optional<String> encryptionKey) {
        return told(
                        WRITE + ", " + READ,
                        () -> look(named(from)).flatMap(source -> copy(source, named(to), contentType, encryptionKey)))
                .map(this::unnamed);
    }

    @Override
    public Optional<StoredObject> find(ObjectKey key) {
        return told(READ, () -> look(named(key))).map(this::unnamed);
    }

    @Override
    public Optional<InputStream> open(ObjectKey key) {
        var name = named(key).value();
        return told(READ, () -> {
            try {
                var first = client.getObject(get -> get.bucket(place.bucket()).key(name));
                var etag = first.response().eTag();
                return Optional.of(new ResumingStream(
                        connection(first),
                        offset -> connection(client.getObject(get -> get.bucket(place.bucket())
                                .key(name)
                                .range("bytes=%d-".formatted(offset))
                                .ifMatch(etag)))));
            } catch (NoSuchKeyException gone) {
                return Optional.empty();
            }
        });
    }

    @Override
    public String presign(ObjectKey key, String contentType, String disposition, Duration validity) {
        return told(READ, () -> urls.download(named(key), contentType, disposition, validity));
    }

    @Override
    public List<ObjectKey> list(KeyPrefix prefix) {
        var all = new KeyPrefix(place.prefix() + prefix.value());
        return told(
                LIST,
                () -> Stream.concat(names(all), new UnfinishedUploads(client, place.bucket()).names(all))
                        .map(name -> unnamed(new ObjectKey(name)))
                        .filter(key -> prefix.holds(key.value()))
                        .distinct()
                        .toList());
    }

    private Stream<String> names(KeyPrefix all) {
        return client
                .listObjectsV2Paginator(
                        request -> request.bucket(place.bucket()).prefix(all.value()))
                .contents()
                .stream()
                .map(S3Object::key);
    }

    @Override
    public void delete(ObjectKey key) {
        var name = named(key);
        told(DELETE, () -> {
            // first, so that no upload can be put together behind our back
            new UnfinishedUploads(client, place.bucket()).abortAll(KeyPrefix.of(name));
            return client.deleteObject(request -> request.bucket(place.bucket()).key(name.value()));
        });
    }

    @Override
    public Set<Remnant> remnants() {
        return place.isR2()
                ? Set.of()
                : told(BucketSettings.RIGHTS, new BucketSettings(client, place.bucket())::remnants);
    }

    @Override
    public void close() {
        presigner.close();
        client.close();
    }

    private Optional<StoredObject> write(
            ObjectKey name, Content content, String contentType, Optional<String> encryptionKey) {
        return look(name).isPresent()
                ? Optional.empty()
                : writer.write(name, content, contentType, encryptionKey)
                        .map(arrival -> arrived(name, arrival, encryptionKey));
    }

    /** What lies there. Where nothing does, it is asked whether the bucket does, since either is just not found. */
    private Optional<StoredObject> look(ObjectKey name) {
        var found = objects.find(name);
        if (found.isEmpty()) {
            client.listObjectsV2(request ->
                    request.bucket(place.bucket()).prefix(name.value()).maxKeys(1));
        }
        return found;
    }

    private StoredObject arrived(ObjectKey name, Arrival arrival, Optional<String> encryptionKey) {
        var found = objects.find(name).filter(arrival::is).orElseThrow(() -> {
            remove(name);
            return new StorageException.Unavailable(
                    "What was written to the storage is not there as it was sent.", Optional.empty());
        });
        return encrypted(found, encryptionKey);
    }

    /** Some servers let pass what they are told of keys. */
    private StoredObject encrypted(StoredObject found, Optional<String> encryptionKey) {
        if (encryptionKey.isPresent()
                && found.encryption().flatMap(Encryption::key).isEmpty()) {
            remove(found.key());
            throw new UnusableKeyException(new StorageException.Refused("The storage does not encrypt with keys."));
        }
        return found;
    }

    private Optional<StoredObject> copy(
            StoredObject source, ObjectKey to, String contentType, Optional<String> encryptionKey) {
        var there = objects.find(to);
        if (there.isPresent()) {
            return there;
        }
        return isCopied(source, to, contentType, encryptionKey)
                ? Optional.of(arrived(to, new Arrival(source.size(), Optional.empty()), encryptionKey))
                : objects.find(to);
    }

    /** Some servers do not know the condition. There it has been looked at before, and that is all there can be. */
    private boolean isCopied(StoredObject source, ObjectKey to, String contentType, Optional<String> encryptionKey) {
        try {
            return objects.copy(source.key(), source.etag(), to, contentType, encryptionKey, this::onlyToNothing);
        } catch (S3Exception refused) {
            if (encryptionKey.isPresent() || !S3Errors.isUnknown(refused)) {
                throw refused;
            }
            return objects.copy(source.key(), source.etag(), to, contentType, encryptionKey, copy -> {});
        }
    }

    private void onlyToNothing(CopyObjectRequest.Builder copy) {
        if (place.isR2()) {
            copy.overrideConfiguration(override -> override.putHeader(R2_CONDITION, "*"));
        } else {
            copy.ifNoneMatch("*");
        }
    }

    private static Connection connection(ResponseInputStream<GetObjectResponse> bytes) {
        return new Connection(bytes, bytes.response().contentLength(), bytes::abort);
    }

    private void remove(ObjectKey name) {
        client.deleteObject(request -> request.bucket(place.bucket()).key(name.value()));
    }

    private ObjectKey named(ObjectKey key) {
        return new ObjectKey(place.prefix() + key.value());
    }

    private ObjectKey unnamed(ObjectKey name) {
        return new ObjectKey(name.value().substring(place.prefix().length()));
    }

    private StoredObject unnamed(StoredObject object) {
        return new StoredObject(unnamed(object.key()), object.size(), object.etag(), object.encryption());
    }
}
