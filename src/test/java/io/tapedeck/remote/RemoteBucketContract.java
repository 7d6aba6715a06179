package io.tapedeck.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.remote.FaultyProxy.Fault;
import io.tapedeck.remote.FaultyProxy.Request;
import io.tapedeck.storage.KeyPrefix;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.StorageException;
import io.tapedeck.storage.StoredObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every bucket at a provider does, whoever that is, with a real server of its protocol. */
public abstract class RemoteBucketContract {
    private static final String WAV = "audio/wav";
    private static final String DISPOSITION = "attachment; filename=\"a b.wav\"; filename*=UTF-8''a%20b.wav";
    private static final Duration VALIDITY = Duration.ofMinutes(10);
    private static final Set<String> WRITES = Set.of("PUT", "POST");
    private static final Predicate<Request> READING =
            request -> request.method().equals("GET");
    private static final Predicate<Request> WRITING = request -> WRITES.contains(request.method());
    private static final Optional<String> NO_KEY = Optional.empty();

    /** Does not end with a block, whatever their size. */
    private static final int LARGE = (20 << 20) + 1;

    @TempDir
    Path files;

    private final String folder = "audio/acme/" + UUID.randomUUID() + "/";
    private final ObjectKey key = key("v1.wav");
    private FaultyProxy proxy;
    private RemoteBucket bucket;
    private RemoteBucket troubled;

    /** Where the real server answers, over plain HTTP. */
    protected abstract URI server();

    /** A bucket that waits as long as it has to where it is told to wait, or, better, does not wait but for the tests' sake. */
    protected abstract RemoteBucket bucket(Access access);

    /**
     * How a bucket is reached.
     *
     * @param endpoint of the server, or of what stands before it
     * @param clock by which what is sent is dated
     * @param silence how long it waits for an answer
     */
    public record Access(URI endpoint, Clock clock, Place place, Duration silence) {}

    /** Whose bucket it is. */
    public enum Place {
        OURS,
        /** There is none of that name. */
        MISSING,
        /** There is, but the credentials are not right. */
        FORBIDDEN
    }

    @BeforeEach
    void reach() throws IOException {
        proxy = new FaultyProxy(server());
        bucket = at(server(), Place.OURS);
        troubled = at(proxy.uri(), Place.OURS);
    }

    @AfterEach
    void leave() throws IOException {
        proxy.close();
    }

    @Test
    void whatIsNotThereIsEmpty() {
        assertThat(bucket.find(key)).isEmpty();
        assertThat(bucket.open(key)).isEmpty();
        assertThat(bucket.copy(key, key("v2.wav"), WAV, NO_KEY)).isEmpty();
        assertThat(bucket.find(key("v2.wav"))).isEmpty();
        assertThat(bucket.list(new KeyPrefix(folder))).isEmpty();
        bucket.delete(key);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1000, 8 << 20, LARGE})
    void whatIsWrittenIsReadByteForByte(int size) throws IOException {
        var bytes = bytes(size);

        var stored = put(bucket, bytes);

        assertThat(stored).map(StoredObject::key).hasValue(key);
        assertThat(stored).map(StoredObject::size).hasValue((long) size);
        assertThat(bucket.find(key)).isEqualTo(stored);
        assertThat(read(bucket, key)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, LARGE})
    void whatIsThereStaysAsItIs(int size) throws IOException {
        var first = put(bucket, "first".getBytes(UTF_8));

        assertThat(put(bucket, bytes(size))).isEmpty();
        assertThat(bucket.find(key)).isEqualTo(first);
        assertThat(read(bucket, key)).asString().isEqualTo("first");
    }

    @Test
    void theSameWrittenTwiceIsWrittenOnce() throws IOException {
        assertThat(put(bucket, "same".getBytes(UTF_8))).isPresent();
        assertThat(put(bucket, "same".getBytes(UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b.wav",
                "a+b.wav",
                "a%2Bb%.wav",
                "ü日本語🎧.wav",
                "a?b#c&d=e.wav",
                "it's(a)!*~_-,;:@$[]{}|^`.wav",
                "\"quoted\" <b>&amp;.wav",
                "deep//er/v1.wav"
            })
    void aNameMayBeAny(String name) throws Exception {
        var odd = key(name);
        var copy = key("copy of " + name);
        var content = Content.of("odd".getBytes(UTF_8));

        assertThat(bucket.put(odd, content, WAV, NO_KEY)).map(StoredObject::key).hasValue(odd);
        assertThat(bucket.copy(odd, copy, WAV, NO_KEY)).map(StoredObject::key).hasValue(copy);
        assertThat(bucket.list(new KeyPrefix(folder))).containsExactlyInAnyOrder(odd, copy);
        assertThat(read(bucket, odd)).asString().isEqualTo("odd");
        assertThat(get(presigned(bucket, copy)).body()).isEqualTo("odd");
        bucket.delete(odd);
        assertThat(bucket.list(new KeyPrefix(folder))).containsExactly(copy);
    }

    @Test
    void aCopyIsTheSameInAPlaceOfItsOwn() throws IOException {
        var copy = key("copy.wav");
        put(bucket, bytes(LARGE));

        var stored = bucket.copy(key, copy, "audio/ogg", NO_KEY);
        bucket.delete(key);

        assertThat(stored).map(StoredObject::size).hasValue((long) LARGE);
        assertThat(bucket.find(copy)).isEqualTo(stored);
        assertThat(read(bucket, copy)).isEqualTo(bytes(LARGE));
    }

    @Test
    void aCopyLeavesWhatIsThereAndSaysWhatThatIs() throws IOException {
        var taken = key("taken.wav");
        put(bucket, "source".getBytes(UTF_8));
        var there = bucket.put(taken, Content.of("there".getBytes(UTF_8)), WAV, NO_KEY);

        assertThat(bucket.copy(key, taken, WAV, NO_KEY)).isEqualTo(there);
        assertThat(read(bucket, taken)).asString().isEqualTo("there");
    }

    @Test
    void aCopyOfNothingHasNoBytes() throws IOException {
        put(bucket, new byte[0]);

        assertThat(bucket.copy(key, key("copy.wav"), WAV, NO_KEY))
                .map(StoredObject::size)
                .hasValue(0L);
    }

    @Test
    void aUrlGivesTheObjectWithTheNameAndTypeAskedForFromAnywhere() throws Exception {
        put(bucket, "test".getBytes(UTF_8));
        var url = bucket.presign(key, "audio/mpeg", DISPOSITION, VALIDITY);

        var whole = get(url);
        var part = get(url, "Range", "bytes=1-2");

        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo("test");
        assertThat(whole.headers().firstValue("Content-Type")).hasValue("audio/mpeg");
        assertThat(whole.headers().firstValue("Content-Disposition")).hasValue(DISPOSITION);
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("es");
        assertThat(part.headers().firstValue("Content-Range")).hasValue("bytes 1-2/4");
    }

    @Test
    void aUrlIsForReadingOneObjectOnly() throws Exception {
        put(bucket, "test".getBytes(UTF_8));
        bucket.put(key("v2.wav"), Content.of("other".getBytes(UTF_8)), WAV, NO_KEY);
        var url = presigned(bucket, key);

        assertThat(get(url.replace("v1.wav", "v2.wav")).statusCode()).isEqualTo(403);
        assertThat(send(url, "PUT")).isBetween(400, 499);
        assertThat(send(url, "DELETE")).isBetween(400, 499);
        assertThat(read(bucket, key)).asString().isEqualTo("test");
    }

    @Test
    void aUrlGivesNothingOnceItHasExpired() throws Exception {
        put(bucket, "test".getBytes(UTF_8));

        assertThat(get(presigned(ago(VALIDITY.minusMinutes(5)), key)).statusCode())
                .isEqualTo(200);
        assertThat(get(presigned(ago(VALIDITY.plusSeconds(2)), key)).statusCode())
                .isBetween(400, 403);
    }

    @Test
    void onlyWhatBeginsSoIsListed() {
        var names = List.of("job-1.wav", "job-1.ogg", "job-10.wav", "job-1/v1.wav", "other.wav");
        names.forEach(name -> bucket.put(key(name), Content.of(new byte[1]), WAV, NO_KEY));

        assertThat(bucket.list(new KeyPrefix(folder)))
                .containsExactlyInAnyOrderElementsOf(
                        names.stream().map(this::key).toList());
        assertThat(bucket.list(new KeyPrefix(folder).named("job-1")))
                .containsExactlyInAnyOrder(key("job-1.wav"), key("job-1.ogg"));
    }

    @Test
    void nothingIsLeftOfWhatIsDeleted() throws Exception {
        put(bucket, bytes(LARGE));
        var url = presigned(bucket, key);

        bucket.delete(key);

        assertThat(bucket.find(key)).isEmpty();
        assertThat(bucket.open(key)).isEmpty();
        assertThat(bucket.list(new KeyPrefix(folder))).isEmpty();
        assertThat(get(url).statusCode()).isEqualTo(404);
        assertThat(put(bucket, "again".getBytes(UTF_8))).isPresent();
    }

    @Test
    void anObjectMayBeReadAgainAndNeedNotBeReadToItsEnd() throws IOException {
        put(bucket, bytes(LARGE));

        for (int i = 0; i < 2; i++) {
            try (var content = bucket.open(key).orElseThrow()) {
                assertThat(content.readNBytes(10)).isEqualTo(bytes(10));
            }
        }
    }

    @Test
    void readingGoesOnWhereConnectionsBreak() throws IOException {
        put(bucket, bytes(LARGE));
        proxy.befall(READING, 3, new Fault.AnswerBroken(1_000_000));

        assertThat(read(troubled, key)).isEqualTo(bytes(LARGE));
        assertThat(proxy.requests().stream().filter(READING)).hasSizeGreaterThan(3);
    }

    @Test
    void readingDoesNotGoOnWithAnotherObject() throws IOException {
        put(bucket, bytes(LARGE));
        proxy.befall(READING, 1, new Fault.AnswerBroken(1_000_000));

        try (var content = troubled.open(key).orElseThrow()) {
            bucket.delete(key);
            put(bucket, new byte[LARGE]);

            assertThatThrownBy(content::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, LARGE})
    void writingGoesOnWhereConnectionsBreak(int size) throws IOException {
        proxy.befall(firstOfEach(WRITING), Integer.MAX_VALUE, new Fault.RequestBroken(size / 2));

        assertThat(put(troubled, bytes(size))).isEqualTo(bucket.find(key)).isPresent();
        assertThat(read(bucket, key)).isEqualTo(bytes(size));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1000, LARGE})
    void whatWasWrittenIsKnownForOnesOwnWhereAnswersWereLost(int size) throws IOException {
        proxy.befall(firstOfEach(WRITING), Integer.MAX_VALUE, new Fault.AnswerLost());

        assertThat(put(troubled, bytes(size))).isEqualTo(bucket.find(key)).isPresent();
        assertThat(read(bucket, key)).isEqualTo(bytes(size));
    }

    @Test
    void whatOthersHaveWrittenIsNotTakenForOnesOwnWhereAnswersWereLost() throws IOException {
        put(bucket, bytes(1000));
        proxy.befall(firstOfEach(WRITING), Integer.MAX_VALUE, new Fault.AnswerLost());

        assertThat(put(troubled, bytes(1000))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, LARGE})
    void aCopyIsMadeWhereAnswersAreLost(int size) throws IOException {
        put(bucket, bytes(size));
        proxy.befall(firstOfEach(WRITING), Integer.MAX_VALUE, new Fault.AnswerLost());

        assertThat(troubled.copy(key, key("copy.wav"), WAV, NO_KEY)).isPresent();
        assertThat(read(bucket, key("copy.wav"))).isEqualTo(bytes(size));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void aBusyServerIsAskedAgain(int status) throws IOException {
        proxy.befall(firstOfEach(_ -> true), 100, new Fault.Refused(status, Optional.of(Duration.ofSeconds(1))));

        assertThat(put(troubled, bytes(1000))).isPresent();
        assertThat(read(troubled, key)).isEqualTo(bytes(1000));
        assertThat(troubled.copy(key, key("copy.wav"), WAV, NO_KEY)).isPresent();
        assertThat(troubled.list(new KeyPrefix(folder))).hasSize(2);
        troubled.delete(key);
        assertThat(bucket.find(key)).isEmpty();
    }

    @Test
    void aServerThatStaysBusyIsUnavailable() {
        proxy.befall(_ -> true, Integer.MAX_VALUE, new Fault.Refused(503, Optional.of(Duration.ofSeconds(1))));

        assertUnavailable(troubled);
    }

    @Test
    void aServerThatIsNotThereIsUnavailable() throws IOException {
        var port = new ServerSocket(0);
        port.close();

        assertUnavailable(
                at(URI.create("http://127.0.0.1:" + port.getLocalPort() + server().getRawPath()), Place.OURS));
    }

    @Test
    void aServerThatSaysNothingIsUnavailable() {
        proxy.befall(_ -> true, Integer.MAX_VALUE, new Fault.Silence());
        var impatient = bucket(new Access(proxy.uri(), Clock.systemUTC(), Place.OURS, Duration.ofMillis(200)));

        assertThatThrownBy(() -> impatient.find(key)).isInstanceOf(StorageException.Unavailable.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, LARGE})
    void bytesThatChangeOnTheirWayAreNotKept(int size) throws IOException {
        proxy.befall(hasBody(size), Integer.MAX_VALUE, new Fault.BodyAltered());

        assertThatThrownBy(() -> put(troubled, bytes(size))).isInstanceOf(StorageException.class);
        assertThat(bucket.find(key)).isEmpty();
        assertThat(put(bucket, bytes(size))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, LARGE})
    void bytesThatChangeOnTheirWayOnceAreSentAgain(int size) throws IOException {
        proxy.befall(hasBody(size), 1, new Fault.BodyAltered());

        assertThat(put(troubled, bytes(size))).isPresent();
        assertThat(read(bucket, key)).isEqualTo(bytes(size));
    }

    @Test
    void aBucketThatIsGoneIsNotTakenForAnEmptyOne() {
        assertRefused(at(server(), Place.MISSING));
    }

    @Test
    void whoeverHasNoRightIsRefused() {
        assertRefused(at(server(), Place.FORBIDDEN));
    }

    @Test
    void aPlainBucketKeepsNothingThatWasDeleted() {
        assertThat(bucket.remnants()).isEmpty();
    }

    /** The name of an object in the folder of this test. */
    protected final ObjectKey key(String name) {
        return new ObjectKey(folder + name);
    }

    private RemoteBucket at(URI endpoint, Place place) {
        return bucket(new Access(endpoint, Clock.systemUTC(), place, Duration.ofSeconds(30)));
    }

    private RemoteBucket ago(Duration time) {
        var clock = Clock.offset(Clock.systemUTC(), time.negated());
        return bucket(new Access(server(), clock, Place.OURS, Duration.ofSeconds(30)));
    }

    private Optional<StoredObject> put(RemoteBucket to, byte[] bytes) throws IOException {
        return to.put(key, Content.of(Files.write(files.resolve("sent"), bytes)), WAV, NO_KEY);
    }

    private static byte[] read(RemoteBucket from, ObjectKey at) throws IOException {
        try (var content = from.open(at).orElseThrow()) {
            return content.readAllBytes();
        }
    }

    private static String presigned(RemoteBucket by, ObjectKey of) {
        return by.presign(of, WAV, DISPOSITION, VALIDITY);
    }

    private static HttpResponse<String> get(String url, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url));
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    (headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString(UTF_8));
        }
    }

    private static int send(String url, String method) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url))
                .method(method, method.equals("PUT") ? BodyPublishers.ofString("forged") : BodyPublishers.noBody());
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }

    private void assertUnavailable(RemoteBucket of) {
        everythingOf(of).forEach(call -> assertThatThrownBy(call).isInstanceOf(StorageException.Unavailable.class));
    }

    private void assertRefused(RemoteBucket of) {
        everythingOf(of).forEach(call -> assertThatThrownBy(call).isInstanceOf(StorageException.Refused.class));
    }

    private List<ThrowingCallable> everythingOf(RemoteBucket of) {
        return List.of(
                () -> put(of, bytes(10)),
                () -> put(of, bytes(LARGE)),
                () -> of.find(key),
                () -> of.open(key),
                () -> of.copy(key, key("copy.wav"), WAV, NO_KEY),
                () -> of.list(new KeyPrefix(folder)),
                () -> of.delete(key));
    }

    /** The first of those that ask for the same. */
    private static Predicate<Request> firstOfEach(Predicate<Request> kind) {
        var seen = new HashSet<String>();
        return request -> kind.test(request)
                && seen.add(request.method()
                        + request.target()
                        + request.headers().getOrDefault("content-range", "")
                        + request.headers().getOrDefault("range", ""));
    }

    /** Whether a request brings bytes of an object of this size: for large ones, not just a list of what has been sent. */
    private static Predicate<Request> hasBody(int size) {
        return WRITING.and(request -> request.length() >= Math.min(size, 1 << 20));
    }

    private static byte[] bytes(int size) {
        var bytes = new byte[size];
        new Random(1).nextBytes(bytes);
        return bytes;
    }
}
