package io.tapedeck.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.storage.AudioStore.FetchedObject;
import io.tapedeck.storage.AudioStore.StoredObject;
import io.tapedeck.storage.Encryption;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.UnusableKeyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class S3AudioStoreTest {
    private static final String KMS_KEY = "arn:aws:kms:eu-central-1:111122223333:key/one";
    private static final String SHA256_OF_TEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static final String MD5_OF_TEST = "098f6bcd4621d373cade4e832627b4f6";
    private static final ObjectKey UPLOAD = new ObjectKey("uploads/acme/rec_1");
    private static final ObjectKey AUDIO = new ObjectKey("audio/acme/rec_1/v1.wav");

    private static final Optional<Encryption> AES256 = Optional.of(new Encryption(Optional.empty()));

    @TempDir
    Path folder;

    private S3Server server;
    private S3Client client;
    private S3AudioStore store;

    @BeforeAll
    void start() throws Exception {
        server = S3Server.inMemory();
        client = server.client();
        store = server.store(client);
    }

    @AfterAll
    void stop() throws Exception {
        client.close();
        server.close();
    }

    @Test
    void whatIsNotThereIsEmpty() {
        var missing = new ObjectKey("audio/acme/none/v1.wav");
        assertThat(store.find(missing)).isEmpty();
        assertThat(store.read(missing)).isEmpty();
        assertThat(store.open(missing)).isEmpty();
        assertThat(store.fetch(missing, folder.resolve("missing"))).isEmpty();
        assertThat(store.copy(missing, MD5_OF_TEST, AUDIO, "audio/wav", Optional.empty()))
                .isEmpty();
        store.delete(missing);
    }

    @Test
    void documentIsReadAsItWasWritten() {
        var key = new ObjectKey("documents/acme/rec_1/v1.waveform.json");
        store.put(key, "test".getBytes(), "application/json");
        assertThat(store.read(key)).hasValue("test".getBytes());
        assertThat(contentType(key)).isEqualTo("application/json");
        store.delete(key);
        assertThat(store.read(key)).isEmpty();
    }

    @Test
    void objectIsFetchedWithItsHash() throws Exception {
        store.put(UPLOAD, "test".getBytes(), "audio/wav");
        var target = folder.resolve("fetched");
        assertThat(store.fetch(UPLOAD, target)).hasValue(new FetchedObject(MD5_OF_TEST, 4, SHA256_OF_TEST));
        assertThat(target).hasContent("test");
    }

    @Test
    void objectIsReadAsItArrivesAndMayBeReadAgain() throws Exception {
        store.put(UPLOAD, "test".getBytes(), "audio/wav");
        for (int i = 0; i < 2; i++) {
            try (var content = store.open(UPLOAD).orElseThrow()) {
                assertThat(content.readAllBytes()).isEqualTo("test".getBytes());
            }
        }
    }

    @Test
    void objectNeedNotBeReadToItsEnd() throws Exception {
        store.put(UPLOAD, new byte[32 << 20], "audio/wav");
        try (var content = store.open(UPLOAD).orElseThrow()) {
            assertThat(content.skip(10)).isEqualTo(10);
            assertThat(content.read()).isZero();
        }
        assertThat(store.find(UPLOAD)).isPresent();
    }

    @Test
    void fetchReplacesWhatIsInTheFile() throws Exception {
        store.put(UPLOAD, "test".getBytes(), "audio/wav");
        var target = Files.writeString(folder.resolve("used"), "longer than that");
        store.fetch(UPLOAD, target);
        assertThat(target).hasContent("test");
    }

    @Test
    void fileComesBackByteForByte() throws Exception {
        var bytes = new byte[6 << 20];
        new Random(1).nextBytes(bytes);
        var file = Files.write(folder.resolve("sent"), bytes);
        var target = folder.resolve("back");
        var stored = store.put(AUDIO, file, "audio/wav", Optional.empty());
        assertThat(stored.size()).isEqualTo(bytes.length);
        assertThat(stored.encryption()).isEqualTo(AES256);
        assertThat(store.find(AUDIO)).hasValue(stored);
        assertThat(store.fetch(AUDIO, target)).map(FetchedObject::size).hasValue((long) bytes.length);
        assertThat(target).hasSameBinaryContentAs(file);
    }

    @Test
    void copyGetsTheContentTypeThatTheBytesHave() {
        store.put(UPLOAD, "test".getBytes(), "text/plain");
        var copy = store.copy(UPLOAD, MD5_OF_TEST, AUDIO, "audio/wav", Optional.empty());
        assertThat(copy).hasValue(new StoredObject(AUDIO, 4, MD5_OF_TEST, AES256));
        assertThat(contentType(AUDIO)).isEqualTo("audio/wav");
    }

    @Test
    void anotherObjectThanTheOneMeantIsNotCopied() {
        var target = new ObjectKey("audio/acme/rec_2/v1.wav");
        store.put(UPLOAD, "tested".getBytes(), "audio/wav");
        assertThat(store.copy(UPLOAD, MD5_OF_TEST, target, "audio/wav", Optional.empty()))
                .isEmpty();
        assertThat(store.find(target)).isEmpty();
    }

    @Test
    void copyIsEncryptedWithTheKeyGiven() {
        store.put(UPLOAD, "test".getBytes(), "audio/wav");
        var copy = store.copy(UPLOAD, MD5_OF_TEST, AUDIO, "audio/wav", Optional.of(KMS_KEY));
        assertThat(copy).flatMap(StoredObject::encryption).hasValue(new Encryption(Optional.of(KMS_KEY)));
        assertThat(store.find(AUDIO)).isEqualTo(copy);
    }

    @Test
    void fileIsEncryptedWithTheKeyGiven() throws Exception {
        var file = Files.writeString(folder.resolve("to-encrypt"), "test");
        var stored = store.put(AUDIO, file, "audio/wav", Optional.of(KMS_KEY));
        assertThat(stored.encryption()).hasValue(new Encryption(Optional.of(KMS_KEY)));
    }

    @Test
    void deploymentsKeyEncryptsWhatNamesNoOther() {
        var encrypting =
                new S3AudioStore(client, server.presigner(), new Bucket(S3Server.BUCKET, Optional.of(KMS_KEY)));
        var written = new ObjectKey("documents/acme/rec_1/v2.waveform.json");
        encrypting.put(written, "test".getBytes(), "application/json");
        encrypting.copy(written, MD5_OF_TEST, AUDIO, "audio/wav", Optional.empty());
        var encryption = Optional.of(new Encryption(Optional.of(KMS_KEY)));
        assertThat(store.find(written)).map(StoredObject::encryption).hasValue(encryption);
        assertThat(store.find(AUDIO)).map(StoredObject::encryption).hasValue(encryption);
    }

    @Test
    void storeThatDoesNotEncryptSaysSo() throws Exception {
        try (var plain = S3Server.onFiles(folder);
                var plainClient = plain.client()) {
            var files = plain.store(plainClient);
            files.put(UPLOAD, "test".getBytes(), "audio/wav");
            assertThat(files.find(UPLOAD)).map(StoredObject::encryption).hasValue(Optional.empty());
            assertThatThrownBy(() -> files.copy(UPLOAD, MD5_OF_TEST, AUDIO, "audio/wav", Optional.of(KMS_KEY)))
                    .isInstanceOf(UnusableKeyException.class);
        }
    }

    private String contentType(ObjectKey key) {
        return client.headObject(request -> request.bucket(S3Server.BUCKET).key(key.value()))
                .contentType();
    }
}
