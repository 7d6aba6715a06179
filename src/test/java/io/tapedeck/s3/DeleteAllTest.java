package io.tapedeck.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.storage.KeyPrefix;
import io.tapedeck.storage.ObjectKey;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeleteAllTest {
    private S3Server server;
    private S3Client client;
    private S3Stores stores;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        server = S3Server.onFiles(folder);
        client = server.client();
        stores = server.stores(client);
    }

    @AfterAll
    void stop() throws Exception {
        client.close();
        server.close();
    }

    @Test
    void everythingBelowAFolderGoes() {
        put("audio/acme/rec_1/v1.wav");
        put("audio/acme/rec_1/v2.wav");
        put("audio/acme/rec_2/v1.wav");
        assertThat(deleteAll("audio/acme/rec_1/")).isEqualTo(2);
        assertThat(server.read(new ObjectKey("audio/acme/rec_1/v1.wav"))).isEmpty();
        assertThat(server.read(new ObjectKey("audio/acme/rec_2/v1.wav"))).isPresent();
        assertThat(deleteAll("audio/acme/rec_1/")).isZero();
    }

    @Test
    void keyIsNotTakenForAnotherThatBeginsLikeIt() {
        put("uploads/acme/rec_1");
        put("uploads/acme/rec_1-copy.wav");
        assertThat(deleteAll("uploads/acme/rec_1")).isEqualTo(1);
        assertThat(server.read(new ObjectKey("uploads/acme/rec_1"))).isEmpty();
        assertThat(server.read(new ObjectKey("uploads/acme/rec_1-copy.wav"))).isPresent();
    }

    @Test
    void moreObjectsThanAPageHoldsGo() {
        server.fill("documents/acme/rec_1/", 1003);
        assertThat(deleteAll("documents/acme/rec_1/")).isEqualTo(1003);
        assertThat(deleteAll("documents/acme/rec_1/")).isZero();
    }

    @Test
    void unfinishedUploadsAreGivenUp() {
        var key = new ObjectKey("uploads/acme/rec_1");
        stores.multiparts().start(key, Optional.empty());
        stores.multiparts().start(key, Optional.empty());
        stores.multiparts().start(new ObjectKey("uploads/acme/rec_2"), Optional.empty());
        assertThat(deleteAll("uploads/acme/rec_1")).isZero();
        assertThat(client.listMultipartUploads(request -> request.bucket(S3Server.BUCKET))
                        .uploads())
                .singleElement()
                .matches(upload -> upload.key().equals("uploads/acme/rec_2"));
    }

    private void put(String key) {
        server.put(new ObjectKey(key), new byte[] {1});
    }

    /** The stores share what deletes. */
    private int deleteAll(String prefix) {
        return stores.documents().deleteAll(new KeyPrefix(prefix));
    }
}
