package io.tapedeck.gcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.dynamodb.SettableClock;
import io.tapedeck.gcs.GcsServer.Reply;
import io.tapedeck.remote.Content;
import io.tapedeck.remote.RemoteBucket.Remnant;
import io.tapedeck.storage.Encryption;
import io.tapedeck.storage.KeyPrefix;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.StorageException;
import io.tapedeck.storage.StoredObject;
import io.tapedeck.storage.UnusableKeyException;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is Google's own about a bucket. */
class GcsBucketTest {
    private static final String WAV = "audio/wav";
    private static final Optional<String> NO_KEY = Optional.empty();
    private static final String KMS = "projects/acme-calls/locations/europe-west3/keyRings/calls/cryptoKeys/audio";
    private static final int LARGE = 2 * SessionUpload.CHUNK + 5;
    private static final ObjectKey KEY = new ObjectKey("audio/acme/v1.wav");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-28T12:00:00.400Z"));
    private final GcsServer server = new GcsServer(clock);
    private final GcsBucket bucket = by(GcsBuckets.key());

    GcsBucketTest() throws IOException {}

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aRoleOfAwsGetsInAndSignsWithoutAnyKeyOfGoogles() throws IOException {
        var federated = by(GcsBuckets.federation());

        assertThat(put(federated, new byte[3])).isPresent();
        assertThat(status(federated.presign(KEY, WAV, "inline", Duration.ofMinutes(1))))
                .isEqualTo(200);
        assertThat(server.requests).noneMatch(request -> request.endsWith(" /token"));
    }

    @Test
    void aRoleThatThePoolDoesNotTrustIsRefused() {
        server.tokens.isTrusting = false;

        assertThatThrownBy(() -> by(GcsBuckets.federation()).find(KEY))
                .isInstanceOf(StorageException.Refused.class)
                .hasMessageContaining("workload identity pool");
    }

    @Test
    void aTokenIsUsedAgainUntilShortlyBeforeItsEnd() {
        bucket.find(KEY);
        clock.set(clock.instant().plus(GcsTokens.LIFE).minus(Duration.ofMinutes(5)));
        bucket.find(KEY);
        assertThat(server.tokens.given()).isEqualTo(1);

        clock.set(clock.instant().plus(Duration.ofMinutes(2)));
        bucket.find(KEY);
        assertThat(server.tokens.given()).isEqualTo(2);
    }

    @Test
    void aTokenThatEndsInTheMiddleOfAnUploadIsReplaced() throws IOException {
        var bytes = new byte[LARGE];
        var content = meanwhile(bytes, SessionUpload.CHUNK + 1, server.tokens::revoke);

        assertThat(bucket.put(KEY, content, WAV, NO_KEY))
                .map(StoredObject::size)
                .hasValue((long) LARGE);
        assertThat(server.tokens.given()).isEqualTo(2);
    }

    @Test
    void aTokenThatEndsInTheMiddleOfReadingIsReplaced() throws IOException {
        put(bucket, new byte[3]);
        server.tokens.revoke();

        try (var content = bucket.open(KEY).orElseThrow()) {
            assertThat(content.readAllBytes()).hasSize(3);
        }
    }

    @Test
    void anUploadThatGoogleForgetsIsBegunAgain() throws IOException {
        var times = new int[1];
        var content = meanwhile(new byte[LARGE], SessionUpload.CHUNK + 1, () -> {
            if (times[0]++ == 0) {
                server.sessions.forget();
            }
        });

        assertThat(bucket.put(KEY, content, WAV, NO_KEY)).isPresent();
        assertThat(times[0]).isEqualTo(2);
    }

    @Test
    void noTokenGoesWhereAnUploadIsNotGooglesOwn() throws IOException {
        try (var elsewhere = new GcsServer(clock)) {
            var location = elsewhere.address() + "/upload/storage/v1/b/x/o?upload_id=1";
            server.bucket.trouble = Optional.of(new Reply(200, Map.of("Location", location), new byte[0]));

            assertThatThrownBy(() -> put(bucket, new byte[LARGE])).isInstanceOf(StorageException.Unavailable.class);
            assertThat(elsewhere.requests).isEmpty();
        }
    }

    @Test
    void nothingIsLeftOfContentThatBreaksOff() {
        for (var length : new int[] {10, LARGE}) {
            var shorter = new Content(length, () -> new ByteArrayInputStream(new byte[length - 1]));

            assertThatThrownBy(() -> bucket.put(KEY, shorter, WAV, NO_KEY)).isInstanceOf(UncheckedIOException.class);
        }
        assertThat(server.bucket.size()).isZero();
        assertThat(server.sessions.size()).isZero();
    }

    @Test
    void whatGoogleKeepsDamagedIsDeletedAgain() {
        server.bucket.isDamaging = true;

        for (var length : new int[] {10, LARGE}) {
            var ones = new byte[length];
            Arrays.fill(ones, (byte) 1);

            assertThatThrownBy(() -> put(bucket, ones))
                    .isInstanceOf(StorageException.Unavailable.class)
                    .hasMessageContaining("not what was sent");
        }
        assertThat(server.bucket.size()).isZero();
    }

    @Test
    void aLargeObjectIsSentInChunks() throws IOException {
        put(bucket, new byte[LARGE]);

        assertThat(server.requests.stream().filter(request -> request.startsWith("PUT")))
                .hasSize(3);
    }

    @Test
    void aLargeObjectArrivesWhereConnectionsCloseBetweenTwoUses() throws IOException {
        server.isAbrupt = true;

        assertThat(put(bucket, new byte[LARGE])).isPresent();
    }

    @Test
    void aCopyTakesAsManyRoundsAsGoogleWants() throws IOException {
        put(bucket, new byte[100]);
        server.bucket.bytesPerRewrite = 30;

        assertThat(bucket.copy(KEY, new ObjectKey("copy.wav"), WAV, NO_KEY))
                .map(StoredObject::size)
                .hasValue(100L);
        assertThat(server.requests.stream().filter(request -> request.contains("/rewriteTo/")))
                .hasSize(4);
    }

    @Test
    void aListOfManyPagesIsOneList() throws IOException {
        server.bucket.pageSize = 3;
        var keys = IntStream.range(0, 10)
                .mapToObj(number -> new ObjectKey("audio/" + number + ".wav"))
                .toList();
        for (var key : keys) {
            bucket.put(key, Content.of(new byte[1]), WAV, NO_KEY);
        }

        assertThat(bucket.list(new KeyPrefix("audio/"))).isEqualTo(keys);
    }

    @Test
    void namesOfObjectsBeginWithThePrefixWhichNobodyElseSees() throws IOException {
        var settings = GcsBuckets.settings(GcsServer.BUCKET, "calls/", GcsBuckets.key());
        var inFolder = GcsBuckets.at(server.address(), server, settings, clock, Duration.ofSeconds(5));

        put(inFolder, new byte[3]);

        assertThat(server.bucket.find("calls/" + KEY.value())).isPresent();
        assertThat(inFolder.list(new KeyPrefix("audio/"))).containsExactly(KEY);
        assertThat(status(inFolder.presign(KEY, WAV, "inline", Duration.ofMinutes(1))))
                .isEqualTo(200);
        assertThat(bucket.find(KEY)).isEmpty();
    }

    @Test
    void anObjectIsEncryptedWithTheKeyAskedFor() throws IOException {
        server.bucket.keys.add(KMS);
        var expected = Optional.of(new Encryption(Optional.of(KMS)));

        for (var size : new int[] {3, LARGE}) {
            var key = new ObjectKey("audio/" + size);
            var content = Content.of(new byte[size]);

            assertThat(bucket.put(key, content, WAV, Optional.of(KMS))
                            .orElseThrow()
                            .encryption())
                    .isEqualTo(expected);
            assertThat(bucket.find(key).orElseThrow().encryption()).isEqualTo(expected);
        }
        put(bucket, new byte[3]);
        assertThat(bucket.copy(KEY, new ObjectKey("copy"), WAV, Optional.of(KMS))
                        .orElseThrow()
                        .encryption())
                .isEqualTo(expected);
        assertThat(bucket.find(KEY).orElseThrow().encryption()).hasValue(new Encryption(Optional.empty()));
    }

    @Test
    void aKeyThatGoogleMayNotUseIsUnusable() throws IOException {
        put(bucket, new byte[3]);
        var copy = new ObjectKey("copy");

        for (var key : new String[] {KMS, "arn:aws:kms:eu-central-1:1:key/a", ""}) {
            var wanted = Optional.of(key);
            assertThatThrownBy(() -> bucket.put(copy, Content.of(new byte[3]), WAV, wanted))
                    .isInstanceOf(UnusableKeyException.class);
            assertThatThrownBy(() -> bucket.put(copy, Content.of(new byte[LARGE]), WAV, wanted))
                    .isInstanceOf(UnusableKeyException.class);
            assertThatThrownBy(() -> bucket.copy(KEY, copy, WAV, wanted)).isInstanceOf(UnusableKeyException.class);
        }
        assertThat(server.bucket.size()).isEqualTo(1);
    }

    @Test
    void aUrlIsGoodToTheSecond() throws IOException {
        put(bucket, new byte[3]);
        var url = bucket.presign(KEY, WAV, "inline", Duration.ofSeconds(60));

        clock.set(Instant.parse("2026-11-28T12:00:59.999Z"));
        assertThat(status(url)).isEqualTo(200);
        clock.set(Instant.parse("2026-11-28T12:01:00Z"));
        assertThat(status(url)).isEqualTo(400);
    }

    @Test
    void aBucketTellsWhatKeepsDeletedObjects() {
        var resource = server.bucket.resource;
        resource.putObject("versioning").put("enabled", false);
        resource.putObject("softDeletePolicy").put("retentionDurationSeconds", "0");
        assertThat(bucket.remnants()).isEmpty();

        resource.putObject("versioning").put("enabled", true);
        assertThat(bucket.remnants()).containsExactly(Remnant.VERSIONING);

        resource.putObject("softDeletePolicy").put("retentionDurationSeconds", "604800");
        assertThat(bucket.remnants()).containsExactlyInAnyOrder(Remnant.VERSIONING, Remnant.SOFT_DELETE);

        resource.remove("versioning");
        resource.remove("softDeletePolicy");
        resource.putObject("retentionPolicy").put("retentionPeriod", "86400").put("isLocked", true);
        assertThat(bucket.remnants()).containsExactly(Remnant.RETENTION_LOCK);

        resource.remove("retentionPolicy");
        resource.put("defaultEventBasedHold", true);
        assertThat(bucket.remnants()).containsExactly(Remnant.RETENTION_LOCK);
    }

    @Test
    void aRefusalNamesTheMissingRightAndNothingElse() {
        trouble(
                "forbidden",
                GcsTokens.ACCOUNT
                        + " does not have storage.objects.get access to the Google Cloud Storage object. Permission"
                        + " 'storage.objects.get' denied on resource (or it may not exist).");

        assertThatThrownBy(() -> bucket.find(KEY))
                .isInstanceOf(StorageException.Refused.class)
                .hasMessage("Google Cloud Storage does not let us in: the service account lacks storage.objects.get.");
    }

    @Test
    void whatARetentionPolicyKeepsIsRefused() {
        trouble("retentionPolicyNotMet", "Object 'x' is subject to bucket's retention policy");

        assertThatThrownBy(() -> bucket.delete(KEY))
                .isInstanceOf(StorageException.Refused.class)
                .hasMessageContaining("retention policy");
    }

    @Test
    void tooManyRequestsAreNoRefusal() {
        trouble("rateLimitExceeded", "The total number of changes exceeds the rate limit");

        assertThatThrownBy(() -> bucket.find(KEY)).isInstanceOf(StorageException.Unavailable.class);
    }

    private void trouble(String reason, String message) {
        server.bucket.trouble = Optional.of(Reply.error(403, reason, message));
    }

    private GcsBucket by(GcsCredentials credentials) {
        return GcsBuckets.at(server.address(), server, credentials, clock);
    }

    private static Optional<StoredObject> put(GcsBucket to, byte[] bytes) throws IOException {
        return to.put(KEY, Content.of(bytes), WAV, NO_KEY);
    }

    private static int status(String url) throws IOException {
        return ((HttpURLConnection) URI.create(url).toURL().openConnection()).getResponseCode();
    }

    /** Content in the middle of which something happens. */
    private static Content meanwhile(byte[] bytes, int offset, Runnable event) {
        return new Content(bytes.length, () -> new FilterInputStream(new ByteArrayInputStream(bytes)) {
            private int read;

            @Override
            public int read(byte[] target, int start, int length) throws IOException {
                var count = super.read(target, start, length);
                var before = read;
                read += Math.max(count, 0);
                if (before < offset && read >= offset) {
                    event.run();
                }
                return count;
            }
        });
    }
}
