package io.tapedeck.gcs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.cloud.ServiceOptions;
import com.google.cloud.http.HttpTransportOptions;
import com.google.cloud.storage.Blob;
import com.google.cloud.storage.BlobId;
import com.google.cloud.storage.BlobInfo;
import com.google.cloud.storage.Storage;
import com.google.cloud.storage.Storage.BlobListOption;
import com.google.cloud.storage.Storage.BlobWriteOption;
import com.google.cloud.storage.Storage.CopyRequest;
import com.google.cloud.storage.Storage.SignUrlOption;
import com.google.cloud.storage.StorageException;
import com.google.cloud.storage.StorageOptions;
import io.tapedeck.remote.Content;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.StoredObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Google's own client works with the server that is in Google's place in tests, and with what our side leaves there. */
class GoogleClientTest {
    private static final int CHUNK = 256 << 10;
    private static final ObjectKey KEY = new ObjectKey("audio/acme/v1.wav");

    private final Clock clock = Clock.systemUTC();
    private final GcsServer server = new GcsServer(clock);
    private final Storage google = client();
    private final GcsBucket bucket = GcsBuckets.at(server.address(), server, GcsBuckets.key(), clock);

    GoogleClientTest() throws IOException {}

    @AfterEach
    void close() throws Exception {
        google.close();
        server.close();
    }

    @Test
    void itUploadsInChunksAndReadsAndListsAndCopiesAndDeletes() throws IOException {
        var bytes = bytes(3 * CHUNK + 7);

        try (var writer = google.writer(info("a/one.wav"), BlobWriteOption.doesNotExist())) {
            writer.setChunkSize(CHUNK);
            writer.write(ByteBuffer.wrap(bytes));
        }
        google.copy(CopyRequest.of(GcsServer.BUCKET, "a/one.wav", "a/two.wav"));
        server.bucket.pageSize = 1;

        assertThat(server.requests.stream().filter(request -> request.startsWith("PUT")))
                .hasSizeGreaterThanOrEqualTo(4);
        assertThat(google.readAllBytes(GcsServer.BUCKET, "a/two.wav")).isEqualTo(bytes);
        assertThat(google.list(GcsServer.BUCKET, BlobListOption.prefix("a/")).iterateAll())
                .extracting(Blob::getName)
                .containsExactly("a/one.wav", "a/two.wav");
        assertThat(google.delete(BlobId.of(GcsServer.BUCKET, "a/one.wav"))).isTrue();
        assertThat(google.get(BlobId.of(GcsServer.BUCKET, "a/one.wav"))).isNull();
    }

    @Test
    void itUploadsAtOnceAndIsRefusedTheSecondTime() {
        google.create(info("one.wav"), bytes(100), Storage.BlobTargetOption.doesNotExist());

        assertThatThrownBy(() -> google.create(info("one.wav"), bytes(9), Storage.BlobTargetOption.doesNotExist()))
                .isInstanceOfSatisfying(
                        StorageException.class,
                        refused -> assertThat(refused.getCode()).isEqualTo(412));
    }

    @Test
    void itIsRefusedWithAWrongChecksum() {
        var info = info("one.wav").toBuilder().setCrc32c("AAAAAA==").build();

        assertThatThrownBy(() -> google.createFrom(
                        info, new ByteArrayInputStream(bytes(CHUNK * 2)), CHUNK, BlobWriteOption.crc32cMatch()))
                .isInstanceOfSatisfying(
                        StorageException.class,
                        refused -> assertThat(refused.getCode()).isEqualTo(400));
    }

    @Test
    void itReadsWhatWeWriteAndWeReadWhatItWrites() throws IOException {
        var large = bytes(SessionUpload.CHUNK + 1);
        bucket.put(
                KEY, new Content(large.length, () -> new ByteArrayInputStream(large)), "audio/wav", Optional.empty());
        google.create(info("two.wav"), "two".getBytes(UTF_8));

        var blob = google.get(BlobId.of(GcsServer.BUCKET, KEY.value()));

        assertThat(blob.getContentType()).isEqualTo("audio/wav");
        assertThat(blob.getContent()).isEqualTo(large);
        assertThat(bucket.find(new ObjectKey("two.wav")))
                .map(StoredObject::size)
                .hasValue(3L);
        try (var content = bucket.open(new ObjectKey("two.wav")).orElseThrow()) {
            assertThat(content.readAllBytes()).asString().isEqualTo("two");
        }
    }

    @Test
    void itsSignedUrlsAreGoodHere() throws IOException {
        google.create(info("a b+c.wav"), "one".getBytes(UTF_8));

        var url = google.signUrl(
                info("a b+c.wav"),
                60,
                TimeUnit.SECONDS,
                SignUrlOption.withV4Signature(),
                SignUrlOption.withPathStyle(),
                SignUrlOption.withHostName(server.address().toString()));

        try (var content = url.openStream()) {
            assertThat(content.readAllBytes()).asString().isEqualTo("one");
        }
    }

    private Storage client() throws IOException {
        // the file, but for where tokens are had
        var file = GcsTokens.keyFile()
                .replace("https://oauth2.googleapis.com", server.address().toString());
        return StorageOptions.http()
                .setHost(server.address().toString())
                .setProjectId("acme-calls")
                .setCredentials(GoogleCredentials.fromStream(new ByteArrayInputStream(file.getBytes(UTF_8)))
                        .createScoped(KeyGrants.SCOPE))
                .setTransportOptions(HttpTransportOptions.newBuilder()
                        .setHttpTransportFactory(NetHttpTransport::new)
                        .build())
                .setRetrySettings(ServiceOptions.getNoRetrySettings())
                .build()
                .getService();
    }

    private static BlobInfo info(String name) {
        return BlobInfo.newBuilder(GcsServer.BUCKET, name)
                .setContentType("audio/wav")
                .build();
    }

    private static byte[] bytes(int size) {
        var bytes = new byte[size];
        new Random(1).nextBytes(bytes);
        return bytes;
    }
}
