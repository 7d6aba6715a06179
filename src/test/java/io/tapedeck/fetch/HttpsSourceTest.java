package io.tapedeck.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.tapedeck.egress.GuardedResolver;
import io.tapedeck.egress.HttpSourceFetcher;
import io.tapedeck.egress.Limits;
import io.tapedeck.egress.TargetRules;
import io.tapedeck.storage.SourceFetcher.Fetch;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpsSourceTest {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final Limits LIMITS =
            new Limits(1 << 20, Duration.ofSeconds(60), Duration.ofSeconds(20), Duration.ofSeconds(20), 5);

    @TempDir
    Path folder;

    private SSLContext tls;
    private HttpsServer server;

    @BeforeAll
    void start(@TempDir Path keys) throws Exception {
        tls = TestTls.forHost("audio.example", keys);
        server = HttpsServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/call.wav", exchange -> {
            exchange.sendResponseHeaders(200, 4);
            exchange.getResponseBody().write("test".getBytes());
            exchange.close();
        });
        server.start();
    }

    @AfterAll
    void stop() {
        server.stop(0);
    }

    @Test
    void certificateForTheHostIsAccepted() {
        assertThat(fetch("audio.example", tls, LIMITS)).isInstanceOf(Fetch.Fetched.class);
    }

    @Test
    void certificateForAnotherHostIsRefused() {
        assertThat(refusal(fetch("other.example", tls, LIMITS)))
                .isEqualTo("The certificate of the source is not valid for its host.");
    }

    @Test
    void certificateForAHostIsNotOneForItsAddress() {
        assertThat(refusal(fetch("127.0.0.1", tls, LIMITS))).contains("certificate");
    }

    @Test
    void certificateThatNobodyVouchesForIsRefused() throws NoSuchAlgorithmException {
        assertThat(refusal(fetch("audio.example", SSLContext.getDefault(), LIMITS)))
                .contains("certificate");
    }

    @Test
    void handshakeThatNeverEndsIsGivenUp() throws Exception {
        var hasty = new Limits(1 << 20, Duration.ofMillis(300), Duration.ofMinutes(5), Duration.ofMinutes(5), 5);
        try (var stalling = RawServer.stallingAfter("")) {
            var fetch = fetcher(tls, hasty).fetch("https://audio.example:" + stalling.port(), folder.resolve("audio"));
            assertThat(((Fetch.Unreachable) fetch).failure().message())
                    .isEqualTo("The source took too long to send the whole file.");
        }
    }

    private Fetch fetch(String host, SSLContext trust, Limits limits) {
        var url = "https://" + host + ":" + server.getAddress().getPort() + "/call.wav";
        return fetcher(trust, limits).fetch(url, folder.resolve("audio"));
    }

    private static HttpSourceFetcher fetcher(SSLContext trust, Limits limits) {
        var resolver = new GuardedResolver(host -> new InetAddress[] {LOOPBACK}, address -> true);
        return new HttpSourceFetcher(TargetRules.ofSources(true), resolver, limits, trust);
    }

    private static String refusal(Fetch fetch) {
        return ((Fetch.Refused) fetch).failure().message();
    }
}
