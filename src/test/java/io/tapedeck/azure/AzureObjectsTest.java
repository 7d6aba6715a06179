package io.tapedeck.azure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.id.Md5;
import io.tapedeck.remote.Content;
import io.tapedeck.remote.FaultyProxy;
import io.tapedeck.remote.FaultyProxy.Fault;
import io.tapedeck.remote.RemoteBucket.Remnant;
import io.tapedeck.rest.PooledHttpClient;
import io.tapedeck.storage.Encryption;
import io.tapedeck.storage.KeyPrefix;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.StorageException;
import io.tapedeck.storage.StoredObject;
import io.tapedeck.storage.UnusableKeyException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.SdkHttpMethod;

/** What is Azure's own in how objects are kept there. */
@ExtendWith(AzuriteLocal.class)
class AzureObjectsTest {
    private static final String WAV = "audio/wav";
    private static final int LARGE = (20 << 20) + 1;
    private static final ObjectKey KEY = new ObjectKey("audio/acme/rec_1/v1.wav");
    private static final KeyPrefix FOLDER = new KeyPrefix("audio/acme/rec_1/");

    private final AzureContainer container;
    private final BlobRequests service;
    private final Blobs blobs;
    private final AzureBucket bucket;

    AzureObjectsTest(Azurite azurite) {
        this.container = Containers.create(azurite);
        this.service = Containers.service(container, Azurite.KEY);
        this.blobs = new Blobs(service, container);
        this.bucket = new AzureBucket(Containers.rest(Containers.SILENCE), Clock.systemUTC(), container);
    }

    @Test
    void objectsLieBehindThePrefixWithTypeAndChecksum() {
        assertThat(put(KEY, LARGE))
                .map(StoredObject::encryption)
                .hasValue(Optional.of(new Encryption(Optional.empty())));

        var head = service.ask(Call.of(SdkHttpMethod.HEAD, container.path() + "/recordings/audio/acme/rec_1/v1.wav"));
        assertThat(head.header("Content-Type")).hasValue(WAV);
        assertThat(head.header("Content-MD5"))
                .hasValue(Md5.of(new byte[LARGE], LARGE).base64());
    }

    @Test
    void aListGoesThroughAllPages() {
        var keys = IntStream.range(0, 7)
                .mapToObj(number -> new ObjectKey(FOLDER.value() + "v" + number + ".wav"))
                .toList();
        keys.forEach(key -> put(key, 1));

        assertThat(new Listing(service, container, 3).list(FOLDER)).isEqualTo(keys);
    }

    @Test
    void blocksThatCameToNothingAreListedAndDeleted() {
        var upload = new BlockUpload(blobs, container.path(KEY), Terms.of(WAV, Optional.empty()));
        upload.send(new byte[10], 10);
        assertThat(bucket.find(KEY)).isEmpty();
        assertThat(bucket.open(KEY)).isEmpty();
        assertThat(bucket.list(FOLDER)).containsExactly(KEY);

        bucket.delete(KEY);

        assertThat(bucket.list(FOLDER)).isEmpty();
    }

    @Test
    void blocksThatWereDiscardedCanNoLongerBePutTogether() {
        var upload = new BlockUpload(blobs, container.path(KEY), Terms.of(WAV, Optional.empty()));
        upload.send(new byte[10], 10);

        blobs.discard(KEY);

        assertThat(bucket.list(FOLDER)).isEmpty();
        assertThat(upload.commit(Optional.empty()).code()).isEqualTo("InvalidBlockList");
    }

    @Test
    void anObjectThatIsThereStaysWhenBlocksAreDiscarded() {
        var there = put(KEY, 1);
        new BlockUpload(blobs, container.path(KEY), Terms.of(WAV, Optional.empty())).send(new byte[10], 10);

        blobs.discard(KEY);

        assertThat(bucket.find(KEY)).isEqualTo(there);
    }

    @Test
    void nothingIsLeftOfAFileThatCannotBeReadToItsEnd() {
        var broken = new Content(LARGE, () -> new ByteArrayInputStream(new byte[LARGE - 1]));

        assertThatThrownBy(() -> bucket.put(KEY, broken, WAV, Optional.empty()))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(bucket.list(FOLDER)).isEmpty();
    }

    @Test
    void ofTwoThatWriteAtOnceOneHasWritten() {
        var second = new CopyOnWriteArrayList<Optional<StoredObject>>();
        var interrupted = new Content(LARGE, () -> new InputStream() {
            private int left = LARGE;

            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                if (left <= 1 && second.isEmpty()) {
                    second.add(bucket.put(KEY, Content.of(new byte[LARGE]), WAV, Optional.empty()));
                }
                var count = Math.min(left > 1 ? left - 1 : left, length);
                left -= count;
                return count == 0 ? -1 : count;
            }
        });

        assertThat(bucket.put(KEY, interrupted, WAV, Optional.empty())).isEmpty();
        assertThat(second.getFirst()).isEqualTo(bucket.find(KEY)).isPresent();
    }

    @Test
    void aCopyMayTakeManyBlocks() throws IOException {
        var size = (65 << 20) + 1;
        put(KEY, size);
        var copy = new ObjectKey(FOLDER.value() + "copy.wav");

        assertThat(bucket.copy(KEY, copy, "audio/ogg", Optional.empty()))
                .map(StoredObject::size)
                .hasValue((long) size);
        assertThat(blobs.find(copy).orElseThrow().md5())
                .isEqualTo(blobs.find(KEY).orElseThrow().md5())
                .isPresent();
    }

    @Test
    void snapshotsGoWithTheObject() {
        put(KEY, 1);
        service.ask(Call.put(container.path(KEY)).query("comp", "snapshot"));

        bucket.delete(KEY);

        assertThat(bucket.find(KEY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "-scope",
                "arn:aws:kms:eu-central-1:111122223333:key/one",
                "scope\r\nx-ms-meta-a: b",
                "sc ope"
            })
    void aKeyThatIsNoEncryptionScopeIsUnusable(String scope) {
        assertThatThrownBy(() -> bucket.put(KEY, Content.of(new byte[1]), WAV, Optional.of(scope)))
                .isInstanceOf(UnusableKeyException.class);
        assertThat(bucket.list(FOLDER)).isEmpty();
    }

    /** As the emulator is, which knows of no scopes. */
    @ParameterizedTest
    @ValueSource(ints = {1, LARGE})
    void whereTheServiceDoesNotEncryptWithTheScopeNothingIsKept(int size) {
        assertThatThrownBy(() -> bucket.put(KEY, Content.of(new byte[size]), WAV, Optional.of("tenant-scope")))
                .isInstanceOf(UnusableKeyException.class);
        assertThat(bucket.list(FOLDER)).isEmpty();
    }

    @Test
    void aServerIsAskedAgainNoSoonerThanItWants() throws IOException {
        try (var proxy = new FaultyProxy(container.endpoint())) {
            var pauses = new CopyOnWriteArrayList<Duration>();
            proxy.befall(_ -> true, 2, new Fault.Refused(503, Optional.of(Duration.ofSeconds(7))));
            var http = new PooledHttpClient.Builder(Containers.SILENCE, Containers.SILENCE).build();
            var busy = new AzureBucket(
                    Containers.rest(http, pauses::add),
                    Clock.systemUTC(),
                    Containers.container(proxy.uri(), container.container()));

            busy.find(KEY);

            assertThat(pauses).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(7));
        }
    }

    @Test
    void softDeleteIsSeen() {
        var properties = "<?xml version=\"1.0\" encoding=\"utf-8\"?><StorageServiceProperties><DeleteRetentionPolicy>"
                + "<Enabled>%s</Enabled>%s</DeleteRetentionPolicy></StorageServiceProperties>";
        set(properties.formatted("true", "<Days>7</Days>"));
        try {
            assertThat(bucket.remnants()).containsExactly(Remnant.SOFT_DELETE);
        } finally {
            set(properties.formatted("false", ""));
        }
        assertThat(bucket.remnants()).isEmpty();
        assertThat(bucket.list(new KeyPrefix("probe-"))).isEmpty();
    }

    @Test
    void aRefusalSaysWhatToDoAndNeitherWhatWasAskedForNorByWhom() {
        var stranger = new AzureBucket(
                Containers.rest(Containers.SILENCE),
                Clock.systemUTC(),
                new AzureContainer(container.endpoint(), Azurite.ACCOUNT, container.container(), "", Containers.WRONG));

        assertThatThrownBy(() -> stranger.find(KEY))
                .isInstanceOf(StorageException.Refused.class)
                .hasMessage(
                        "Azure refuses: whoever asks is not let in: by the account's firewall or settings, or because the key is"
                                + " not right (HTTP 403, AuthorizationFailure).");
    }

    private void set(String properties) {
        var reply = service.ask(Call.put(container.endpoint().getRawPath() + "/")
                .query("restype", "service")
                .query("comp", "properties")
                .body(properties.getBytes(UTF_8)));
        assertThat(reply.status()).isEqualTo(202);
    }

    private Optional<StoredObject> put(ObjectKey key, int size) {
        return bucket.put(key, Content.of(new byte[size]), WAV, Optional.empty());
    }
}
