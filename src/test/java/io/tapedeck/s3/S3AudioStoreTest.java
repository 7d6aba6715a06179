package io.tapedeck.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.remote.FaultyProxy;
import io.tapedeck.remote.FaultyProxy.Fault;
import io.tapedeck.storage.AudioStore;
import io.tapedeck.storage.AudioStore.Upload;
import io.tapedeck.storage.AudioStoreContract;
import io.tapedeck.storage.Encryption;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.StoredObject;
import io.tapedeck.storage.UnusableKeyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkException;

@ExtendWith(S3Local.class)
class S3AudioStoreTest extends AudioStoreContract {
    private static final String KMS_KEY = "arn:aws:kms:eu-central-1:111122223333:key/one";
    private static final String MD5_OF_TEST = "098f6bcd4621d373cade4e832627b4f6";
    private static final ObjectKey UPLOAD = new ObjectKey("uploads/acme/rec_1");
    private static final ObjectKey AUDIO = new ObjectKey("audio/acme/rec_1/v1.wav");

    private static final Optional<Encryption> AES256 = Optional.of(new Encryption(Optional.empty()));

    @TempDir
    Path folder;

    private final S3Server server;
    private final AudioStore store;

    S3AudioStoreTest(S3Server server) {
        super(server.stores().audio());
        this.server = server;
        this.store = server.stores().audio();
    }

    @Override
    protected Upload uploaded(Path file) throws IOException {
        server.put(UPLOAD, Files.readAllBytes(file));
        return new Upload(UPLOAD, store.find(UPLOAD).orElseThrow().etag(), file);
    }

    @Test
    void anUploadIsKeptByACopyThatHasTheTypeOfItsBytes() {
        server.put(UPLOAD, "test".getBytes());
        var kept = keep(store, MD5_OF_TEST, AUDIO, Optional.empty());
        assertThat(kept).hasValue(new StoredObject(AUDIO, 4, MD5_OF_TEST, AES256));
        assertThat(server.contentType(AUDIO)).isEqualTo("audio/ogg");
    }

    @Test
    void anotherUploadThanTheOneMeantIsNotKept() {
        var target = new ObjectKey("audio/acme/rec_2/v1.wav");
        server.put(UPLOAD, "tested".getBytes());
        assertThat(keep(store, MD5_OF_TEST, target, Optional.empty())).isEmpty();
        assertThat(store.find(target)).isEmpty();
    }

    @Test
    void anUploadThatIsGoneIsNotKept() {
        server.delete(UPLOAD);
        assertThat(keep(store, MD5_OF_TEST, AUDIO, Optional.empty())).isEmpty();
    }

    @Test
    void copiesAreEncryptedWithTheKeyGiven() {
        server.put(UPLOAD, "test".getBytes());
        var encrypted = Optional.of(new Encryption(Optional.of(KMS_KEY)));
        var kept = keep(store, MD5_OF_TEST, AUDIO, Optional.of(KMS_KEY));
        var copy = store.copy(UPLOAD, new ObjectKey("audio/acme/rec_1/v2.wav"), "audio/wav", Optional.of(KMS_KEY));
        assertThat(kept).map(StoredObject::encryption).hasValue(encrypted);
        assertThat(store.find(AUDIO)).isEqualTo(kept);
        assertThat(copy).map(StoredObject::encryption).hasValue(encrypted);
    }

    @Test
    void fileIsEncryptedWithTheKeyGiven() throws Exception {
        var file = Files.writeString(folder.resolve("to-encrypt"), "test");
        var plain = new ObjectKey("audio/acme/rec_1/plain.wav");
        var encrypted = new ObjectKey("audio/acme/rec_1/encrypted.wav");
        assertThat(store.put(plain, file, "audio/wav", Optional.empty()).encryption())
                .isEqualTo(AES256);
        assertThat(store.put(encrypted, file, "audio/wav", Optional.of(KMS_KEY)).encryption())
                .hasValue(new Encryption(Optional.of(KMS_KEY)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", KMS_KEY})
    void whatIsThereIsNotWrittenOver(String encryptionKey) throws Exception {
        var key = new ObjectKey("audio/acme/rec_1/once-%d.wav".formatted(encryptionKey.length()));
        var encryption = Optional.of(encryptionKey).filter(named -> !named.isEmpty());
        var first = store.put(key, Files.writeString(folder.resolve("first"), "test"), "audio/wav", encryption);
        var same = Files.writeString(folder.resolve("same"), "test");
        var other = Files.writeString(folder.resolve("other"), "tset");

        assertThat(store.put(key, same, "audio/ogg", encryption)).isEqualTo(first);
        assertThatThrownBy(() -> store.put(key, other, "audio/wav", encryption))
                .hasMessage("there is other audio already where it is to be written");
        assertThat(server.read(key)).hasValue("test".getBytes());
        assertThat(server.contentType(key)).isEqualTo("audio/wav");
    }

    @Test
    void bytesThatChangeOnTheirWayAreNotKept() throws Exception {
        var key = new ObjectKey("audio/acme/rec_1/changed.wav");
        try (var proxy = new FaultyProxy(server.endpoint());
                var client = server.plainClient(proxy.uri())) {
            proxy.befall(request -> request.method().equals("PUT"), 100, new Fault.BodyAltered());
            var file = Files.writeString(folder.resolve("sent"), "test");
            var troubled = new S3AudioStore(client, server.presigner(), new Bucket(S3Server.BUCKET, Optional.empty()));

            assertThatThrownBy(() -> troubled.put(key, file, "audio/wav", Optional.empty()))
                    .isInstanceOf(SdkException.class);
            assertThat(store.find(key)).isEmpty();
        }
    }

    @Test
    void whatWasWrittenIsThereWhereTheAnswerWasLost() throws Exception {
        var key = new ObjectKey("audio/acme/rec_1/lost.wav");
        try (var proxy = new FaultyProxy(server.endpoint());
                var client = server.client(proxy.uri())) {
            proxy.befall(request -> request.method().equals("PUT"), 1, new Fault.AnswerLost());
            var file = Files.writeString(folder.resolve("sent"), "test");
            var troubled = new S3AudioStore(client, server.presigner(), new Bucket(S3Server.BUCKET, Optional.empty()));

            assertThat(troubled.put(key, file, "audio/wav", Optional.empty()).size())
                    .isEqualTo(4);
        }
    }

    @Test
    void deploymentsKeyEncryptsWhatNamesNoOther() {
        var bucket = new Bucket(S3Server.BUCKET, Optional.of(KMS_KEY));
        var encrypting = S3Stores.of(server.client(), server.presigner(), bucket);
        var document = new ObjectKey("documents/acme/rec_1/v2.waveform.json");
        encrypting.documents().put(document, "test".getBytes(), "application/json");
        server.put(UPLOAD, "test".getBytes());
        keep(encrypting.audio(), MD5_OF_TEST, AUDIO, Optional.empty());
        var encryption = Optional.of(new Encryption(Optional.of(KMS_KEY)));
        assertThat(store.find(document)).map(StoredObject::encryption).hasValue(encryption);
        assertThat(store.find(AUDIO)).map(StoredObject::encryption).hasValue(encryption);
    }

    @Test
    void storeThatDoesNotEncryptSaysSo() throws Exception {
        try (var plain = S3Server.onFiles(folder);
                var plainClient = plain.client()) {
            var files = plain.stores(plainClient).audio();
            plain.put(UPLOAD, "test".getBytes());
            assertThat(files.find(UPLOAD)).map(StoredObject::encryption).hasValue(Optional.empty());
            assertThatThrownBy(() -> keep(files, MD5_OF_TEST, AUDIO, Optional.of(KMS_KEY)))
                    .isInstanceOf(UnusableKeyException.class);
        }
    }

    private Optional<StoredObject> keep(AudioStore in, String etag, ObjectKey target, Optional<String> encryptionKey) {
        return in.keep(new Upload(UPLOAD, etag, folder.resolve("upload")), target, "audio/ogg", encryptionKey);
    }
}
