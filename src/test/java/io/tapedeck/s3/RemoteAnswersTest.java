package io.tapedeck.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tapedeck.remote.Content;
import io.tapedeck.remote.RemoteBucket.Remnant;
import io.tapedeck.rest.PooledHttpClient;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.StorageException;
import io.tapedeck.storage.UnusableKeyException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;

/** What other servers than the embedded one answer. */
class RemoteAnswersTest {
    private static final ObjectKey KEY = new ObjectKey("audio/acme/rec_1/v1.wav");
    private static final String OBJECT = "/calls/audio/acme/rec_1/v1.wav";
    private static final Content TEST = Content.of("test".getBytes(StandardCharsets.UTF_8));
    private static final String MD5_OF_TEST = "\"098f6bcd4621d373cade4e832627b4f6\"";

    private final Map<String, List<Answer>> answers = new HashMap<>();
    private final List<String> requests = new ArrayList<>();
    private final AtomicInteger renewals = new AtomicInteger();
    private HttpServer server;
    private S3RemoteBucket bucket;

    private record Answer(int status, Map<String, String> headers, String body) {}

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
        var endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        var place = new S3Place("calls", "", "eu-central-1", Optional.of(endpoint));
        var http = new PooledHttpClient.Builder(Duration.ofSeconds(5), Duration.ofSeconds(5)).build();
        var clients = S3Server.clients(http, AwsBasicCredentials.create("access-key", "secret-key"));
        var client = new RenewingClient(clients.client(place), renewals::incrementAndGet);
        bucket = new S3RemoteBucket(place, client, clients.presigner(place));
    }

    @AfterEach
    void stop() {
        bucket.close();
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({
        "404, NoSuchBucket, does not exist",
        "403, AccessDenied, s3:GetObject",
        "403, InvalidAccessKeyId, access key",
        "403, SignatureDoesNotMatch, secret key",
        "403, RequestTimeTooSkewed, clock",
        "301, PermanentRedirect, region",
        "400, AuthorizationHeaderMalformed, region",
        "400, ExpiredToken, any more",
        "409, '', ''",
        "418, Teapot, Teapot",
        "302, '', endpoint"
    })
    void whatIsRefusedSaysWhatIsToBeDone(int status, String code, String word) {
        var type = status == 409 ? StorageException.Unavailable.class : StorageException.Refused.class;
        refuse("GET " + OBJECT, status, code, 4);

        assertThatThrownBy(() -> bucket.open(KEY))
                .isInstanceOf(type)
                .hasMessageContaining(word)
                .message()
                .doesNotContain("rec_1", "access-key", "secret-key", "127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({
        "503, SlowDown",
        "429, TooManyRequests",
        "400, RequestRateLimitExceeded",
        "500, InternalError",
        "503, ''"
    })
    void whatPassesIsUnavailableUntilTheServerSaysSo(int status, String code) {
        var busy = new Answer(status, Map.of("Retry-After", "7"), error(code));
        answers.put("GET " + OBJECT, new ArrayList<>(List.of(busy, busy, busy, busy)));

        assertThatThrownBy(() -> bucket.open(KEY))
                .isInstanceOfSatisfying(
                        StorageException.Unavailable.class,
                        unavailable -> assertThat(unavailable.retryAfter()).hasValue(Duration.ofSeconds(7)));
    }

    @Test
    void credentialsThatEndInMidUploadAreRenewedOnceAndItGoesOn() {
        absent();
        refuse("PUT " + OBJECT, 400, "ExpiredToken", 1);
        answer("PUT " + OBJECT, 200, Map.of("ETag", MD5_OF_TEST), "");
        present(4, Map.of());

        assertThat(put(Optional.empty())).isPresent();
        assertThat(renewals).hasValue(1);
    }

    @Test
    void aServerThatDoesNotKnowTheConditionHasBeenLookedAtBefore() {
        absent();
        refuse("PUT " + OBJECT, 501, "NotImplemented", 1);
        answer("PUT " + OBJECT, 200, Map.of("ETag", MD5_OF_TEST), "");
        present(4, Map.of());

        assertThat(put(Optional.empty())).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"400, KMS.NotFoundException", "400, KMS.DisabledException", "501, NotImplemented"})
    void aKeyThatCannotBeUsedIsTold(int status, String code) {
        absent();
        refuse("PUT " + OBJECT, status, code, 1);

        assertThatThrownBy(() -> put(Optional.of("arn:aws:kms:x"))).isInstanceOf(UnusableKeyException.class);
    }

    @Test
    void aServerThatOverlooksTheKeyKeepsNothing() {
        absent();
        answer("PUT " + OBJECT, 200, Map.of("ETag", MD5_OF_TEST), "");
        present(4, Map.of());
        answer("DELETE " + OBJECT, 204, Map.of(), "");

        assertThatThrownBy(() -> put(Optional.of("arn:aws:kms:x"))).isInstanceOf(UnusableKeyException.class);
        assertThat(requests).last().isEqualTo("DELETE " + OBJECT);
    }

    @ParameterizedTest
    @CsvSource({"3, 098f6bcd4621d373cade4e832627b4f6", "4, 00000000000000000000000000000000"})
    void whatIsThereOtherwiseThanItWasSentIsTakenAway(int size, String etag) {
        absent();
        answer("PUT " + OBJECT, 200, Map.of("ETag", MD5_OF_TEST), "");
        present(size, Map.of("ETag", "\"" + etag + "\""));
        answer("DELETE " + OBJECT, 204, Map.of(), "");

        assertThatThrownBy(() -> put(Optional.empty())).isInstanceOf(StorageException.Unavailable.class);
        assertThat(requests).last().isEqualTo("DELETE " + OBJECT);
    }

    @Test
    void etagsOfEncryptedObjectsSayNothing() {
        absent();
        answer("PUT " + OBJECT, 200, Map.of("ETag", "\"any\""), "");
        present(
                4,
                Map.of(
                        "ETag", "\"00000000000000000000000000000000\"",
                        "x-amz-server-side-encryption", "aws:kms",
                        "x-amz-server-side-encryption-aws-kms-key-id", "arn:aws:kms:x"));

        assertThat(put(Optional.of("arn:aws:kms:x"))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Enabled", "Suspended"})
    void versionsAreToldOfEvenWhereNoNewOnesAreKept(String status) {
        answer(
                "GET /calls?versioning",
                200,
                Map.of(),
                "<VersioningConfiguration><Status>%s</Status></VersioningConfiguration>".formatted(status));
        refuse("GET /calls?object-lock", 404, "ObjectLockConfigurationNotFoundError", 1);

        assertThat(bucket.remnants()).containsExactly(Remnant.VERSIONING);
    }

    @Test
    void aLockIsToldOf() {
        answer("GET /calls?versioning", 200, Map.of(), "<VersioningConfiguration/>");
        answer(
                "GET /calls?object-lock",
                200,
                Map.of(),
                "<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled></ObjectLockConfiguration>");

        assertThat(bucket.remnants()).containsExactly(Remnant.RETENTION_LOCK);
    }

    @ParameterizedTest
    @CsvSource({"501, NotImplemented", "405, MethodNotAllowed"})
    void aServerThatKnowsNeitherHasNeither(int status, String code) {
        refuse("GET /calls?versioning", status, code, 1);
        refuse("GET /calls?object-lock", status, code, 1);

        assertThat(bucket.remnants()).isEmpty();
    }

    @Test
    void whoeverMayNotSeeTheSettingsLearnsWhatRightIsMissing() {
        refuse("GET /calls?versioning", 403, "AccessDenied", 1);

        assertThatThrownBy(bucket::remnants)
                .isInstanceOf(StorageException.Refused.class)
                .hasMessageContaining("s3:GetBucketVersioning");
    }

    @Test
    void whereNothingIsFoundTheBucketMayBeGone() {
        answer("HEAD " + OBJECT, 404, Map.of(), "");
        refuse("GET /calls", 404, "NoSuchBucket", 1);

        assertThatThrownBy(() -> bucket.find(KEY))
                .isInstanceOf(StorageException.Refused.class)
                .hasMessage("The bucket does not exist.");
    }

    @Test
    void nothingThatIsNotOfS3IsTakenForAnObject() {
        answer("HEAD " + OBJECT, 302, Map.of("Location", "http://127.0.0.1/login"), "");

        assertThatThrownBy(() -> bucket.find(KEY)).isInstanceOf(StorageException.Refused.class);
    }

    private Optional<?> put(Optional<String> encryptionKey) {
        return bucket.put(KEY, TEST, "audio/wav", encryptionKey);
    }

    private void absent() {
        answer("HEAD " + OBJECT, 404, Map.of(), "");
        answer("GET /calls", 200, Map.of(), "<ListBucketResult/>");
    }

    private void present(int size, Map<String, String> headers) {
        var all = new HashMap<>(Map.of("Content-Length", Integer.toString(size), "ETag", MD5_OF_TEST));
        all.putAll(headers);
        answer("HEAD " + OBJECT, 200, all, "");
    }

    private void refuse(String request, int status, String code, int times) {
        for (int i = 0; i < times; i++) {
            answer(request, status, Map.of(), error(code));
        }
    }

    private static String error(String code) {
        return code.isEmpty() ? "" : "<Error><Code>%s</Code><Message>No: access-key</Message></Error>".formatted(code);
    }

    private void answer(String request, int status, Map<String, String> headers, String body) {
        answers.computeIfAbsent(request, _ -> new ArrayList<>()).add(new Answer(status, headers, body));
    }

    private synchronized void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            var request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            requests.add(request);
            var listing = answers.get(request.replaceFirst("[?]list-type=2.*", ""));
            var unexpected = List.of(new Answer(500, Map.of(), error("Unexpected")));
            var answer = answers.getOrDefault(request, listing == null ? unexpected : listing);
            var next = answer.size() > 1 ? answer.removeFirst() : answer.getFirst();
            next.headers().forEach(exchange.getResponseHeaders()::set);
            var body = next.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(next.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
