package io.tapedeck.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** An S3 server on the loopback interface, its objects in a folder, its upload notices delivered to a subscriber. */
final class EmbeddedS3 implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(EmbeddedS3.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_RECEIVES = 10;

    /** Who is told of uploads; an exception means that the notice comes again. */
    interface Subscriber {
        void receive(JsonNode event) throws Exception;
    }

    private final S3Server server;
    private final LocalQueue notifications;

    private EmbeddedS3(S3Server server, LocalQueue notifications) {
        this.server = server;
        this.notifications = notifications;
    }

    /**
     * Starts it with one bucket; notices left by an earlier run wait for {@link #deliverNotifications}.
     *
     * @param port 0 takes a free one
     * @throws IllegalStateException when it does not start
     */
    static EmbeddedS3 start(
            Path dataDir,
            int port,
            String bucket,
            int workers,
            Secrets secrets,
            BucketCors cors,
            Subscriber subscriber) {
        try {
            Path objects = Files.createDirectories(dataDir.resolve("s3"));
            Files.createDirectories(objects.resolve(bucket));
            BlobStore files =
                    new FilesystemNio2BlobStore(objects.toAbsolutePath().toString());
            LocalQueue notifications = new LocalQueue(
                    dataDir.resolve("notifications"),
                    workers,
                    MAX_RECEIVES,
                    Duration.ofSeconds(1),
                    message -> tell(message, files, subscriber));
            S3Protocol protocol = new S3Protocol(new NotifyingBlobStore(files, notifications), secrets);
            S3Server server = S3Server.start(port, protocol, cors);
            return new EmbeddedS3(server, notifications);
        } catch (IOException e) {
            throw new IllegalStateException("port " + port + " (S3_PORT) cannot be used", e);
        } catch (Exception e) {
            throw new IllegalStateException("the S3 server does not start", e);
        }
    }

    URI endpoint() {
        return URI.create("http://localhost:" + server.port());
    }

    /** Delivers what an earlier run did not. */
    void deliverNotifications() {
        notifications.start();
    }

    /** Ends deliveries; what is under way comes again. */
    void stopNotifications() throws InterruptedException {
        notifications.close();
    }

    @Override
    public void close() throws Exception {
        server.close();
        stopNotifications();
    }

    private static void tell(LocalQueue.Message intent, BlobStore files, Subscriber subscriber) throws Exception {
        JsonNode told = JSON.readTree(intent.body());
        Optional<HeadObjectResponse> object = find(files, NotifyingBlobStore.head(told));
        if (object.isPresent()) {
            subscriber.receive(NotifyingBlobStore.event(intent, told, object.get()));
        } else {
            LOG.debugf("the object of notification %s no longer exists or was never complete", intent.id());
        }
    }

    private static Optional<HeadObjectResponse> find(BlobStore files, HeadObjectRequest request) {
        try {
            return Optional.of(files.blobMetadata(request));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }
}
