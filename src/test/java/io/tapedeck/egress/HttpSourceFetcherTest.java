package io.tapedeck.egress;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tapedeck.problem.Failure;
import io.tapedeck.storage.SourceFetcher.Fetch;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSourceFetcherTest {
    private static final String SHA256_OF_TEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static final Fetch TEST = new Fetch.Fetched(4, SHA256_OF_TEST);
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final InetAddress FORBIDDEN = InetAddress.ofLiteral("127.0.0.2");
    private static final Limits LIMITS =
            new Limits(1 << 20, Duration.ofSeconds(60), Duration.ofSeconds(20), Duration.ofSeconds(20), 5);

    @TempDir
    Path folder;

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final List<String> resolved = new CopyOnWriteArrayList<>();
    private Path target;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        target = folder.resolve("audio");
        server = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
        serve("/call.wav", 200, "test");
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void audioIsFetchedWithItsHash() {
        assertThat(fetch(at("/call.wav"))).isEqualTo(TEST);
        assertThat(target).hasContent("test");
    }

    @Test
    void bodyInChunksIsFetched() {
        server.createContext("/chunked", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                body.write("te".getBytes());
                body.flush();
                body.write("st".getBytes());
            }
        });
        assertThat(fetch(at("/chunked"))).isEqualTo(TEST);
    }

    @Test
    void queryIsSentButNeverTold() {
        server.createContext("/signed", exchange -> {
            seen.add(exchange.getRequestURI().toString());
            answer(exchange, 410, "not here");
        });
        var fetch = fetch(at("/signed?X-Amz-Signature=a%2Fb"));
        assertThat(seen).containsExactly("/signed?X-Amz-Signature=a%2Fb");
        assertThat(refusal(fetch)).isEqualTo(new Failure("source-refused", "The source answered with status 410."));
    }

    @Test
    void credentialsAreToldToTheAddressAndToNoneThatItLeadsTo() {
        server.createContext("/guarded", exchange -> {
            seen.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            exchange.getResponseHeaders().set("Location", "/open");
            answer(exchange, 302, "");
        });
        server.createContext("/open", exchange -> {
            seen.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            answer(exchange, 200, "test");
        });

        assertThat(fetcher().fetch(at("/guarded"), Optional.of("Basic YTpi"), target))
                .isEqualTo(TEST);
        assertThat(seen).containsExactly("Basic YTpi", "null");
    }

    @Test
    void requestNamesTheHostAndAsksForNoCompression() {
        server.createContext("/headers", exchange -> {
            var headers = exchange.getRequestHeaders();
            seen.add(headers.getFirst("Host"));
            seen.add(headers.getFirst("Accept-Encoding"));
            answer(exchange, 200, "test");
        });
        fetch(at("/headers"));
        assertThat(seen).containsExactly("audio.example:" + server.getAddress().getPort(), "identity");
    }

    @Test
    void cookiesAreNotCarriedAlong() {
        server.createContext("/cookie", exchange -> {
            exchange.getResponseHeaders().set("Set-Cookie", "session=1; Path=/");
            exchange.getResponseHeaders().set("Location", "/told");
            answer(exchange, 302, "");
        });
        server.createContext("/told", exchange -> {
            seen.add(String.valueOf(exchange.getRequestHeaders().getFirst("Cookie")));
            answer(exchange, 200, "test");
        });
        assertThat(fetch(at("/cookie"))).isEqualTo(TEST);
        assertThat(seen).containsExactly("null");
    }

    @Test
    void compressedContentIsRefused() {
        server.createContext("/gzip", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            answer(exchange, 200, "test");
        });
        assertThat(refusal(fetch(at("/gzip"))).message()).contains("compressed");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 405, 410, 451})
    void sourceThatSaysNoIsNotAskedAgain(int status) {
        serve("/status", status, "no");
        assertThat(refusal(fetch(at("/status"))).code()).isEqualTo("source-refused");
        assertThat(target).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(ints = {202, 403, 404, 409, 423, 408, 425, 429, 500, 502, 503, 504})
    void sourceThatIsInTroubleOrNotThereYetMayBeAskedAgain(int status) {
        serve("/status", status, "later");
        assertThat(trouble(fetch(at("/status"))))
                .isEqualTo(new Failure("source-unreachable", "The source answered with status %d.".formatted(status)));
        assertThat(target).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "120, PT2M",
                "0, PT0S",
                "soon, none",
                "-1, none",
                "99999999999, none",
                "'Sun, 06 Nov 1994 08:49:37 GMT', none",
                "'Fri, 31 Dec 9999 23:59:59 GMT', later"
            })
    void sourceSaysWhenItMayBeAskedAgain(String told, String expected) {
        server.createContext("/busy", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", told);
            answer(exchange, 503, "busy");
        });
        var retryAfter = ((Fetch.Unreachable) fetch(at("/busy"))).retryAfter();
        if ("later".equals(expected)) {
            assertThat(retryAfter.orElseThrow()).isGreaterThan(Duration.ofDays(365));
        } else {
            assertThat(retryAfter).isEqualTo(Optional.ofNullable(expected).map(Duration::parse));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 206, 304, 302})
    void otherAnswersAreNoAudio(int status) {
        serve("/status", status, "");
        assertThat(refusal(fetch(at("/status"))).message()).contains("instead of the audio");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectsAreFollowed(int status) {
        redirect("/moved", status, "call.wav");
        assertThat(fetch(at("/moved"))).isEqualTo(TEST);
    }

    @Test
    void redirectWithARawSpaceIsFollowed() {
        redirect("/named", 302, "/a call.wav?of=Ann Lee");
        server.createContext("/a call.wav", exchange -> {
            seen.add(exchange.getRequestURI().toString());
            answer(exchange, 200, "test");
        });
        assertThat(fetch(at("/named"))).isEqualTo(TEST);
        assertThat(seen).containsExactly("/a%20call.wav?of=Ann%20Lee");
    }

    @Test
    void fiveRedirectsAreEnough() {
        for (int i = 1; i <= 6; i++) {
            redirect("/hop" + i, 302, i == 1 ? "/call.wav" : "/hop" + (i - 1));
        }
        assertThat(fetch(at("/hop5"))).isEqualTo(TEST);
        assertThat(refusal(fetch(at("/hop6"))).message())
                .isEqualTo("The source redirects more often than the limit of 5 times.");
    }

    @Test
    void redirectToForbiddenAddressIsRefused() {
        redirect("/inwards", 302, "http://internal.example:1/call.wav");
        assertThat(refusal(fetch(at("/inwards"))).message()).isEqualTo("The source must be at a public address.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://audio.example/",
                "http://a:b@audio.example/",
                "mailto:a@example.com",
                "http://[",
                "file:///etc/passwd"
            })
    void redirectsAreHeldToTheRules(String location) {
        redirect("/elsewhere", 302, location);
        assertThat(refusal(fetch(at("/elsewhere"))).code()).isEqualTo("source-refused");
    }

    @Test
    void oneForbiddenAddressAmongOthersIsEnoughToRefuse() {
        assertThat(refusal(fetch("http://both.example:" + server.getAddress().getPort() + "/call.wav"))
                        .message())
                .isEqualTo("The source must be at a public address.");
    }

    @Test
    void hostIsLookedUpOnceAndConnectedToAsItWas() {
        assertThat(fetch(at("/call.wav"))).isEqualTo(TEST);
        assertThat(resolved).containsExactly("audio.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://169.254.169.254/latest/",
                "https://localhost/"
            })
    void privateAddressesAreRefusedUnlessAllowed(String url) {
        assertThat(refusal(new HttpSourceFetcher(false).fetch(url, target)).message())
                .isEqualTo("The source must be at a public address.");
    }

    @Test
    void privateAddressesAreReachedWhenAllowed() {
        var url = "http://127.0.0.1:" + server.getAddress().getPort() + "/call.wav";
        assertThat(new HttpSourceFetcher(true).fetch(url, target)).isEqualTo(TEST);
        assertThat(refusal(new HttpSourceFetcher(false).fetch(url, target)).message())
                .isEqualTo("The source must be an https URL.");
    }

    @Test
    void whatIsNoUrlIsRefused() {
        assertThat(refusal(fetch("https://audio.example/a b")).message()).isEqualTo("The source is not a valid URL.");
    }

    @Test
    void unknownHostMayBeKnownLater() {
        assertThat(trouble(fetch("http://unknown.example/")).message())
                .isEqualTo("The host name of the source cannot be resolved.");
    }

    @Test
    void closedPortMayOpenLater() {
        server.stop(0);
        assertThat(trouble(fetch(at("/call.wav"))).message()).isEqualTo("The connection to the source failed.");
    }

    @Test
    void sizeLimitHoldsForAnnouncedBodies() {
        serve("/exact", 200, "x".repeat(1 << 20));
        serve("/large", 200, "x".repeat((1 << 20) + 1));
        assertThat(fetch(at("/exact"))).isInstanceOf(Fetch.Fetched.class);
        assertThat(refusal(fetch(at("/large"))))
                .isEqualTo(new Failure("source-too-large", "The source is larger than the limit of 1048576 bytes."));
    }

    private Fetch fetch(String url) {
        return fetcher().fetch(url, target);
    }

    private HttpSourceFetcher fetcher() {
        var resolver = new GuardedResolver(this::resolve, address -> !address.equals(FORBIDDEN));
        return new HttpSourceFetcher(TargetRules.ofSources(true), resolver, LIMITS, null);
    }

    private InetAddress[] resolve(String host) throws UnknownHostException {
        resolved.add(host);
        return switch (host) {
            case "audio.example" -> new InetAddress[] {LOOPBACK};
            case "internal.example" -> new InetAddress[] {FORBIDDEN};
            case "both.example" -> new InetAddress[] {LOOPBACK, FORBIDDEN};
            default -> throw new UnknownHostException(host);
        };
    }

    private String at(String path) {
        return "http://audio.example:" + server.getAddress().getPort() + path;
    }

    private void serve(String path, int status, String body) {
        server.createContext(path, exchange -> answer(exchange, status, body));
    }

    private void redirect(String path, int status, String location) {
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            answer(exchange, status, "");
        });
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        exchange.sendResponseHeaders(status, body.isEmpty() ? -1 : body.length());
        exchange.getResponseBody().write(body.getBytes());
        exchange.close();
    }

    private static Failure refusal(Fetch fetch) {
        return ((Fetch.Refused) fetch).failure();
    }

    private static Failure trouble(Fetch fetch) {
        return ((Fetch.Unreachable) fetch).failure();
    }
}
