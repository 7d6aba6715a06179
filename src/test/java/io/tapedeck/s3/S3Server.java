package io.tapedeck.s3;

import io.tapedeck.concurrency.Deadline;
import io.tapedeck.rest.PooledHttpClient;
import io.tapedeck.storage.ObjectKey;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** An S3 server in this process that checks signatures, and clients of it. */
public final class S3Server implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    public static final String BUCKET = "recordings";
    public static final String REGION = "eu-central-1";

    private static final AwsBasicCredentials TESTER = AwsBasicCredentials.create("tester", "secret-of-tester");

    /** Who may use it. */
    public final AwsBasicCredentials credentials;

    private final BlobStore objects;
    private final S3Proxy proxy;

    /** A server that keeps objects, and how they are said to be encrypted, in memory. */
    static S3Server inMemory() throws Exception {
        return new S3Server("transient", new Properties(), TESTER);
    }

    /** One like it, of another account. */
    public static S3Server ofAnotherAccount() throws Exception {
        return new S3Server("transient", new Properties(), AwsBasicCredentials.create("another", "secret-of-another"));
    }

    /** A server that keeps objects as files and knows nothing of encryption. */
    static S3Server onFiles(Path folder) throws Exception {
        var properties = new Properties();
        properties.setProperty("jclouds.filesystem.basedir", folder.toString());
        return new S3Server("filesystem", properties, TESTER);
    }

    private S3Server(String provider, Properties properties, AwsBasicCredentials owner) throws Exception {
        credentials = owner;
        properties.setProperty("jclouds.identity", owner.accessKeyId());
        properties.setProperty("jclouds.credential", owner.secretAccessKey());
        objects = BlobStores.create(provider, properties);
        proxy = S3Proxy.builder()
                .blobStore(objects)
                .awsAuthentication(AuthenticationType.AWS_V4, owner.accessKeyId(), owner.secretAccessKey())
                .endpoint(URI.create("http://127.0.0.1:0"))
                .stopTimeout(0)
                .build();
        proxy.start();
        try (var client = client()) {
            client.createBucket(request -> request.bucket(BUCKET));
        }
    }

    /** The keys of all objects that begin so, in order. */
    public List<String> keys(String prefix) {
        try (var client = client()) {
            return client
                    .listObjectsV2Paginator(request -> request.bucket(BUCKET).prefix(prefix))
                    .contents()
                    .stream()
                    .map(S3Object::key)
                    .toList();
        }
    }

    /** The keys of what was begun in parts and is neither put together nor given up. */
    public List<String> unfinished(String prefix) {
        try (var client = client()) {
            return client.listMultipartUploads(request -> request.bucket(BUCKET)).uploads().stream()
                    .map(MultipartUpload::key)
                    .filter(key -> key.startsWith(prefix))
                    .toList();
        }
    }

    /** Puts an object there. */
    public void put(ObjectKey key, byte[] bytes) {
        try (var client = client()) {
            client.putObject(
                    request -> request.bucket(BUCKET).key(key.value()).contentType("audio/wav"),
                    RequestBody.fromBytes(bytes));
        }
    }

    /** The bytes of an object; empty if there is none. */
    public Optional<byte[]> read(ObjectKey key) {
        try (var client = client()) {
            return Optional.of(
                    client.getObjectAsBytes(request -> request.bucket(BUCKET).key(key.value()))
                            .asByteArray());
        } catch (NoSuchKeyException gone) {
            return Optional.empty();
        }
    }

    String contentType(ObjectKey key) {
        try (var client = client()) {
            return client.headObject(request -> request.bucket(BUCKET).key(key.value()))
                    .contentType();
        }
    }

    public void delete(ObjectKey key) {
        try (var client = client()) {
            client.deleteObject(request -> request.bucket(BUCKET).key(key.value()));
        }
    }

    /** Puts objects there without a request for each. */
    void fill(String prefix, int count) {
        for (int i = 0; i < count; i++) {
            var put = PutObjectRequest.builder().bucket(BUCKET).key(prefix + i).contentLength(1L);
            objects.putBlob(put.build(), new ByteArrayInputStream(new byte[1]));
        }
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + proxy.getPort());
    }

    S3Client client() {
        return client(List.of());
    }

    /** A client for whoever wants to see or disturb the requests. */
    S3Client client(List<ExecutionInterceptor> interceptors) {
        return client(endpoint(), interceptors);
    }

    /** A client that comes by way of a proxy. */
    S3Client client(URI proxy) {
        return client(proxy, List.of());
    }

    /** One that sends bodies as they are, where the others send them in signed chunks. */
    S3Client plainClient(URI proxy) {
        return clients(new PooledHttpClient.Builder(PATIENCE, PATIENCE).build(), credentials)
                .client(new S3Place(BUCKET, "", REGION, Optional.of(proxy)));
    }

    /** Its bucket as one of others, in which all names begin so. */
    public S3RemoteBucket remote(String prefix) {
        return remote(prefix, endpoint());
    }

    /** The same by way of a proxy. */
    public S3RemoteBucket remote(String prefix, URI proxy) {
        var place = new S3Place(BUCKET, prefix, REGION, Optional.of(proxy));
        var clients = clients(new PooledHttpClient.Builder(PATIENCE, PATIENCE).build(), credentials);
        return new S3RemoteBucket(place, clients.client(place), clients.presigner(place));
    }

    /** Clients as others' buckets have them, which do not wait between attempts. */
    static RemoteClients clients(SdkHttpClient http, AwsCredentials who) {
        return new RemoteClients(
                StaticCredentialsProvider.create(who),
                http,
                Deadline.NONE,
                Optional.of(BackoffStrategy.retryImmediately()));
    }

    private S3Client client(URI address, List<ExecutionInterceptor> interceptors) {
        return S3Client.builder()
                .endpointOverride(address)
                .forcePathStyle(true)
                .region(Region.of(REGION))
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .httpClientBuilder(new PooledHttpClient.Builder(PATIENCE, PATIENCE))
                .overrideConfiguration(settings -> {
                    settings.addExecutionInterceptor(new NoExpectContinue());
                    interceptors.forEach(settings::addExecutionInterceptor);
                })
                .build();
    }

    S3Presigner presigner() {
        return S3Presigner.builder()
                .endpointOverride(endpoint())
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .region(Region.of(REGION))
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .build();
    }

    /** Stores whose requests somebody sees or disturbs. */
    public S3Stores stores(ExecutionInterceptor interceptor) {
        return stores(client(List.of(interceptor)));
    }

    public S3Stores stores() {
        return stores(client());
    }

    S3Stores stores(S3Client client) {
        return S3Stores.of(client, presigner(), new Bucket(BUCKET, Optional.empty()));
    }

    @Override
    public void close() throws Exception {
        proxy.stop();
    }
}
