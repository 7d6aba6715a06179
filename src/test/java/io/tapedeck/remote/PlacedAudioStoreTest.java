package io.tapedeck.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.id.StorageName;
import io.tapedeck.id.TenantId;
import io.tapedeck.remote.FaultyProxy.Fault;
import io.tapedeck.s3.S3Local;
import io.tapedeck.s3.S3Server;
import io.tapedeck.storage.AudioStore;
import io.tapedeck.storage.AudioStore.Upload;
import io.tapedeck.storage.AudioStoreContract;
import io.tapedeck.storage.KeyPrefix;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.StorageException;
import io.tapedeck.storage.StoredObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The deployment's own bucket does what every store does, and audio goes from there to another storage and back. */
@ExtendWith(S3Local.class)
class PlacedAudioStoreTest extends AudioStoreContract {
    private static final TenantId ACME = new TenantId("acme");
    private static final StorageName THEIRS = new StorageName("theirs");
    private static final StorageName BACKUP = new StorageName("backup");
    private static final int LARGE = (9 << 20) + 1;

    private static S3Server elsewhere;

    @TempDir
    Path folder;

    private final S3Server own;
    private final String name = "audio/acme/" + UUID.randomUUID() + "/v1.wav";
    private final ObjectKey here = new ObjectKey(name);
    private final ObjectKey there = new ObjectKey(Optional.of(THEIRS), name);
    private final ObjectKey spare = new ObjectKey(Optional.of(BACKUP), name);
    private final InMemoryBucket backup = new InMemoryBucket();
    private final FaultyProxy proxy;
    private final RemoteBucket theirs;
    private final AudioStore store;

    PlacedAudioStoreTest(S3Server own) throws IOException {
        super(new PlacedAudioStore(own.stores().audio(), PlacedAudioStoreTest::nowhere));
        this.own = own;
        this.proxy = new FaultyProxy(elsewhere.endpoint());
        this.theirs = elsewhere.remote("", proxy.uri());
        this.store = new PlacedAudioStore(own.stores().audio(), this::bucket);
    }

    @BeforeAll
    static void start() throws Exception {
        elsewhere = S3Server.ofAnotherAccount();
    }

    @AfterAll
    static void stop() throws Exception {
        elsewhere.close();
    }

    @AfterEach
    void leave() throws IOException {
        proxy.close();
    }

    @Override
    protected Upload uploaded(Path file) throws IOException {
        var upload = new ObjectKey("uploads/acme/" + UUID.randomUUID());
        own.put(upload, Files.readAllBytes(file));
        return new Upload(
                upload, own.stores().audio().find(upload).orElseThrow().etag(), file);
    }

    @Test
    void aKeyLeadsToTheStorageItNames() throws Exception {
        write(there, bytes(4));

        assertThat(store.find(there)).map(StoredObject::key).hasValue(there);
        assertThat(store.find(here)).isEmpty();
        assertThat(store.find(spare)).isEmpty();
        assertThat(elsewhere.read(here)).hasValue(bytes(4));
        assertThat(own.read(here)).isEmpty();
        assertThat(url(there)).startsWith(proxy.uri().toString());
        assertThat(url(here)).startsWith(own.endpoint().toString());
    }

    @Test
    void anUploadIsKeptInAnotherStorage() throws Exception {
        var upload = uploaded(Files.write(folder.resolve("upload"), bytes(4)));

        assertThat(store.keep(upload, there, "audio/wav", Optional.empty()))
                .map(StoredObject::key)
                .hasValue(there);
        assertThat(elsewhere.read(here)).hasValue(bytes(4));
        assertThat(own.read(here)).isEmpty();
    }

    @Test
    void audioGoesFromStorageToStorageByteForByte() throws Exception {
        write(here, bytes(LARGE));

        for (var hop : List.of(List.of(here, there), List.of(there, spare), List.of(spare, here))) {
            var copy = store.copy(hop.getFirst(), hop.getLast(), "audio/wav", Optional.empty());
            store.deleteAll(KeyPrefix.of(hop.getFirst()));

            assertThat(copy).map(StoredObject::key).hasValue(hop.getLast());
            assertThat(copy).map(StoredObject::size).hasValue((long) LARGE);
            assertThat(store.find(hop.getFirst())).isEmpty();
            assertThat(Arrays.equals(read(hop.getLast()), bytes(LARGE))).isTrue();
        }
        assertThat(carried()).isEmpty();
    }

    @Test
    void withinAStorageAudioDoesNotPassThroughHere() throws Exception {
        write(there, bytes(1000));
        var copy = new ObjectKey(Optional.of(THEIRS), name.replace("v1", "v2"));

        store.copy(there, copy, "audio/wav", Optional.empty());

        assertThat(Arrays.equals(read(copy), bytes(1000))).isTrue();
        assertThat(proxy.requests()).anyMatch(request -> request.headers().containsKey("x-amz-copy-source"));
    }

    @Test
    void whatIsGoneIsNotCopied() {
        assertThat(store.copy(there, here, "audio/wav", Optional.empty())).isEmpty();
        assertThat(store.copy(here, there, "audio/wav", Optional.empty())).isEmpty();
        assertThat(own.read(here)).isEmpty();
        assertThat(elsewhere.read(here)).isEmpty();
    }

    @Test
    void nothingArrivesOfWhatBreaksOffWhileItIsReadAndAnotherTimeItDoes() throws Exception {
        write(there, bytes(LARGE));
        proxy.befall(request -> request.method().equals("GET"), 1, new Fault.AnswerBroken(LARGE / 2));
        proxy.befall(request -> request.method().equals("GET"), 5, new Fault.Refused(503, Optional.empty()));

        assertThatThrownBy(() -> store.copy(there, here, "audio/wav", Optional.empty()))
                .isInstanceOf(StorageException.Unavailable.class);
        assertThat(own.read(here)).isEmpty();
        assertThat(elsewhere.read(here)).isPresent();
        assertThat(carried()).isEmpty();

        store.copy(there, here, "audio/wav", Optional.empty());
        assertThat(Arrays.equals(read(here), bytes(LARGE))).isTrue();
    }

    @Test
    void nothingStaysOfWhatBreaksOffWhileItIsWrittenAndAnotherTimeItDoes() throws Exception {
        write(here, bytes(LARGE));
        proxy.befall(request -> request.method().equals("PUT"), 50, new Fault.RequestBroken(100_000));

        assertThatThrownBy(() -> store.copy(here, there, "audio/wav", Optional.empty()))
                .isInstanceOf(StorageException.Unavailable.class);
        assertThat(elsewhere.read(here)).isEmpty();
        assertThat(elsewhere.unfinished(name)).isEmpty();
        assertThat(own.read(here)).isPresent();
        assertThat(carried()).isEmpty();
    }

    @Test
    void whatIsDownStopsNothingThatLiesElsewhere() throws Exception {
        backup.down(true);
        write(here, bytes(4));

        assertThatThrownBy(() -> store.copy(here, spare, "audio/wav", Optional.empty()))
                .isInstanceOf(StorageException.Unavailable.class);
        assertThat(store.copy(here, there, "audio/wav", Optional.empty())).isPresent();
        assertThat(read(here)).isEqualTo(bytes(4));
    }

    @Test
    void deletionIsOfOneStorage() throws Exception {
        write(here, bytes(4));
        write(there, bytes(4));

        assertThat(store.deleteAll(KeyPrefix.of(there))).isEqualTo(1);

        assertThat(elsewhere.read(here)).isEmpty();
        assertThat(own.read(here)).isPresent();
    }

    private RemoteBucket bucket(TenantId tenant, StorageName storage) {
        assertThat(tenant).isEqualTo(ACME);
        return storage.equals(THEIRS) ? theirs : backup;
    }

    private static RemoteBucket nowhere(TenantId tenant, StorageName storage) {
        throw new AssertionError("keys without a storage lie in the deployment's own bucket");
    }

    private void write(ObjectKey key, byte[] bytes) throws IOException {
        store.put(key, Files.write(folder.resolve("file"), bytes), "audio/wav", Optional.empty());
    }

    private String url(ObjectKey key) {
        return store.presignDownload(key, "audio/wav", "inline", Duration.ofMinutes(1));
    }

    private byte[] read(ObjectKey key) throws IOException {
        try (var content = store.open(key).orElseThrow()) {
            return content.readAllBytes();
        }
    }

    /** Files by way of which audio passed, and which are still there. */
    private static List<Path> carried() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("carried"))
                    .toList();
        }
    }

    private static byte[] bytes(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
