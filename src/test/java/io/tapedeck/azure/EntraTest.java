package io.tapedeck.azure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.azure.AzureCredentials.ClientSecret;
import io.tapedeck.fetch.TestTls;
import io.tapedeck.remote.Content;
import io.tapedeck.rest.RestClient;
import io.tapedeck.rest.TrustingHttp;
import io.tapedeck.storage.KeyPrefix;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.StorageException;
import io.tapedeck.storage.StoredObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A client of Microsoft Entra at the emulator, which takes tokens over TLS only. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EntraTest {
    private static final String WAV = "audio/wav";
    private static final String DISPOSITION = "attachment; filename=\"a b.wav\"";
    private static final ObjectKey KEY = new ObjectKey("audio/acme/rec_1/v1.wav");
    private static final int LARGE = (20 << 20) + 1;

    private SSLContext tls;
    private Azurite azurite;
    private EntraServer entra;
    private RestClient rest;
    private AzureBucket bucket;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        tls = TestTls.forHost("localhost", folder);
        var certificate = folder.resolve("localhost.p12").toAbsolutePath().toString();
        azurite = Azurite.start("--oauth", "basic", "--cert", certificate, "--pwd", "changeit");
        rest = Containers.rest(TrustingHttp.client(tls), _ -> {});
    }

    @AfterAll
    void stop() {
        azurite.close();
    }

    @BeforeEach
    void create() throws Exception {
        entra = new EntraServer();
        bucket = bucket(Clock.systemUTC());
        var container = container(EntraServer.SECRET);
        var key = new SharedKey(Azurite.ACCOUNT, Azurite.KEY);
        new BlobService(rest, Clock.systemUTC(), container.endpoint(), key)
                .ask(Call.put(container.path()).query("restype", "container"));
        bucket.delete(KEY);
    }

    @AfterEach
    void close() {
        entra.close();
    }

    @Test
    void objectsAreWrittenReadCopiedListedAndDeletedWithOneToken() throws Exception {
        var copy = new ObjectKey("audio/acme/rec_1/v2.wav");

        assertThat(put(LARGE)).map(StoredObject::size).hasValue((long) LARGE);
        try (var content = bucket.open(KEY).orElseThrow()) {
            assertThat(content.readAllBytes()).hasSize(LARGE);
        }
        assertThat(bucket.copy(KEY, copy, WAV, Optional.empty())).isPresent();
        assertThat(bucket.list(new KeyPrefix("audio/acme/"))).containsExactly(KEY, copy);
        bucket.delete(KEY);
        bucket.delete(copy);
        assertThat(bucket.find(KEY)).isEmpty();
        assertThat(bucket.remnants()).isEmpty();
        assertThat(entra.asked()).isOne();
    }

    @Test
    void linksAreSignedWithAKeyThatTheServiceDelegates() throws Exception {
        put(4);
        var url = bucket.presign(KEY, "audio/mpeg", DISPOSITION, Duration.ofMinutes(1));

        var answer = get(url);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).hasSize(4);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("audio/mpeg");
        assertThat(answer.headers().firstValue("Content-Disposition")).hasValue(DISPOSITION);
        assertThat(url).contains("&spr=https&", "&skoid=the-oid&").doesNotContain(EntraServer.CLIENT);
        assertThat(get(url.replace("v1.wav", "v2.wav")).statusCode()).isEqualTo(403);
    }

    @Test
    void linksEndToTheSecond() throws Exception {
        put(4);
        var ago = bucket(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-10)));

        assertThat(get(ago.presign(KEY, WAV, DISPOSITION, Duration.ofMinutes(15)))
                        .statusCode())
                .isEqualTo(200);
        assertThat(get(ago.presign(KEY, WAV, DISPOSITION, Duration.ofSeconds(598)))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void noLinkIsGoodForLongerThanAzureLetsItBe() {
        assertThatThrownBy(() -> bucket.presign(KEY, WAV, DISPOSITION, Duration.ofDays(8)))
                .hasMessage("Azure signs links for seven days at most");
    }

    @Test
    void aTokenThatHasEndedIsRenewedOnce() {
        var other = bucket(Clock.systemUTC());
        var before = entra.asked();
        entra.next(Duration.ofSeconds(-1));

        assertThat(other.find(KEY)).isEmpty();
        assertThat(entra.asked()).isEqualTo(before + 2);
    }

    @Test
    void aTokenThatIsRefusedAgainIsRefused() {
        var other = bucket(Clock.systemUTC());
        entra.next(Duration.ofSeconds(-1));
        entra.next(Duration.ofSeconds(-1));

        assertThatThrownBy(() -> other.find(KEY)).isInstanceOf(StorageException.Refused.class);
    }

    @Test
    void aWrongSecretIsRefusedWithoutBeingNamed() {
        var wrong = new AzureBucket(rest, Clock.systemUTC(), container("wr0ng"));

        assertThatThrownBy(() -> wrong.find(KEY))
                .isInstanceOf(StorageException.Refused.class)
                .hasMessageStartingWith("Microsoft Entra does not let the client in (HTTP 401)")
                .hasMessageNotContaining("wr0ng");
    }

    @Test
    void whereEntraIsDownTheStorageIsUnavailable() {
        entra.close();

        assertThatThrownBy(() -> bucket(Clock.systemUTC()).find(KEY)).isInstanceOf(StorageException.Unavailable.class);
    }

    @Test
    void aTokenThatEndsInTheMiddleOfAnUploadIsRenewedOnce() {
        var container = container(EntraServer.SECRET);
        var tokens = (ClientSecret) container.credentials();
        var ending = new Ending(new EntraTokens(rest, Clock.systemUTC(), tokens), 3);
        var service = new BlobService(rest, Clock.systemUTC(), container.endpoint(), ending);
        var uploads = new Uploads(new Blobs(service, container), container);

        assertThat(uploads.put(KEY, Content.of(new byte[LARGE]), Terms.of(WAV, Optional.empty())))
                .map(BlobProperties::size)
                .hasValue((long) LARGE);
        assertThat(ending.renewals).isOne();
    }

    private AzureBucket bucket(Clock clock) {
        return new AzureBucket(rest, clock, container(EntraServer.SECRET));
    }

    private AzureContainer container(String secret) {
        var endpoint = "https://localhost:%d/%s".formatted(azurite.endpoint().getPort(), Azurite.ACCOUNT);
        return new AzureContainer(
                URI.create(endpoint),
                Azurite.ACCOUNT,
                "recordings",
                "calls/",
                new ClientSecret(entra.authority(), EntraServer.TENANT, EntraServer.CLIENT, secret));
    }

    private Optional<StoredObject> put(int size) {
        return bucket.put(KEY, Content.of(new byte[size]), WAV, Optional.empty());
    }

    private HttpResponse<String> get(String url) throws Exception {
        try (var http = HttpClient.newBuilder().sslContext(tls).build()) {
            return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString(UTF_8));
        }
    }

    /** Tokens that are good for a few requests, and again once they are renewed. */
    private static final class Ending implements Identity {
        private final Identity tokens;
        private int left;
        private int renewals;

        Ending(Identity tokens, int requests) {
            this.tokens = tokens;
            this.left = requests;
        }

        @Override
        public String authorization(Call call) {
            return left-- > 0 ? tokens.authorization(call) : "Bearer " + EntraServer.token(Duration.ofMinutes(-1));
        }

        @Override
        public boolean renews(String authorization) {
            renewals++;
            left = Integer.MAX_VALUE;
            return tokens.renews(authorization);
        }
    }
}
