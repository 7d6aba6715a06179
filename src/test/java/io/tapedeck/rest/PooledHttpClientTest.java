package io.tapedeck.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.tapedeck.fetch.TestTls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.ssl.SSLContexts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class PooledHttpClientTest {
    private static final PooledHttpClient.Builder PATIENT =
            new PooledHttpClient.Builder(Duration.ofSeconds(60), Duration.ofSeconds(60));
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private final HttpServer server = HttpServer.create(ANY_PORT, 0);
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Set<Integer> connections = ConcurrentHashMap.newKeySet();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    PooledHttpClientTest() throws IOException {
        server.createContext("/", this::serve);
        server.createContext("/never", this::hang);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    @AfterEach
    void close() {
        closed.countDown();
        server.stop(0);
    }

    @Test
    void aConnectionIsUsedAgain() throws IOException {
        try (var client = PATIENT.build()) {
            for (int i = 0; i < 3; i++) {
                read(get(client, "/").call());
            }
        }

        assertThat(requests).hasSize(3);
        assertThat(connections).hasSize(1);
    }

    @Test
    void whatWasSignedIsWhatIsSent() throws IOException {
        try (var client = PATIENT.build()) {
            read(get(client, "/a//b%20c%2Fd/?list-type=2&prefix=x%2Fy%20z").call());
        }

        assertThat(requests).containsExactly("GET /a//b%20c%2Fd/?list-type=2&prefix=x%2Fy%20z null ");
    }

    @Test
    void aBodyIsSentWithItsLengthAlsoWhereThatIsNone() throws IOException {
        try (var client = PATIENT.build()) {
            read(post(client, "/", "Grüße".getBytes(StandardCharsets.UTF_8)).call());
            read(post(client, "/?uploads", new byte[0]).call());
            read(client.prepareRequest(HttpExecuteRequest.builder()
                            .request(request(SdkHttpMethod.POST, "/?none")
                                    .putHeader("Content-Length", "0")
                                    .build())
                            .build())
                    .call());
        }

        assertThat(requests).containsExactly("POST / 7 Grüße", "POST /?uploads 0 ", "POST /?none 0 ");
    }

    @Test
    void anAnswerWithoutABodyHasNone() throws IOException {
        try (var client = PATIENT.build()) {
            var head = client.prepareRequest(HttpExecuteRequest.builder()
                            .request(request(SdkHttpMethod.HEAD, "/").build())
                            .build())
                    .call();

            assertThat(head.httpResponse().statusCode()).isEqualTo(200);
            assertThat(head.httpResponse().firstMatchingHeader("X-Answer")).contains("yes");
            assertThat(head.responseBody()).isEmpty();
        }
    }

    @Test
    void aServerThatSaysNothingIsLeftAfterATime() {
        try (var hasty = new PooledHttpClient.Builder(Duration.ofSeconds(60), Duration.ofMillis(300)).build()) {
            assertThatThrownBy(get(hasty, "/never")::call).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void whoeverStopsWaitingEndsTheRequest() throws Exception {
        try (var client = PATIENT.build();
                var waiting = Executors.newVirtualThreadPerTaskExecutor()) {
            var request = get(client, "/never");
            var answer = waiting.submit(request::call);
            asked.await();

            request.abort();

            assertThatThrownBy(answer::get).hasCauseInstanceOf(IOException.class);
        }
    }

    /** Nothing tells the client of that before it sends its next request. */
    @Test
    void whereAServerHasClosedAConnectionTheSdkTriesAgain() throws Exception {
        try (var closing = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var serving = Executors.newVirtualThreadPerTaskExecutor();
                var client = dynamoDb(closing.getLocalPort())) {
            var connected = serving.submit(() -> answerOnce(closing) + answerOnce(closing));

            for (int i = 0; i < 2; i++) {
                assertThat(client.getItem(
                                        request -> request.tableName("t").key(Map.of("pk", AttributeValue.fromS("a"))))
                                .hasItem())
                        .isFalse();
            }

            assertThat(connected.get()).isEqualTo(2);
        }
    }

    @Test
    void onlyTheCertificateOfTheHostIsTrusted(@TempDir Path keys) throws Exception {
        var tls = TestTls.forHost("localhost", keys);
        var secure = HttpsServer.create(ANY_PORT, 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(tls));
        secure.createContext("/", this::serve);
        secure.start();
        var port = secure.getAddress().getPort();
        try (var trusting = PATIENT.trusting(() -> tls);
                var strict = PATIENT.trusting(SSLContexts::createSystemDefault)) {
            assertThat(get(trusting, URI.create("https://localhost:" + port))
                            .call()
                            .httpResponse()
                            .statusCode())
                    .isEqualTo(200);
            assertThatThrownBy(get(trusting, URI.create("https://127.0.0.1:" + port))::call)
                    .isInstanceOf(SSLException.class);
            assertThatThrownBy(get(strict, URI.create("https://localhost:" + port))::call)
                    .isInstanceOf(SSLException.class);
        } finally {
            secure.stop(0);
        }
    }

    private ExecutableHttpRequest get(SdkHttpClient client, String target) {
        return get(client, address(target));
    }

    private static ExecutableHttpRequest get(SdkHttpClient client, URI address) {
        return client.prepareRequest(HttpExecuteRequest.builder()
                .request(SdkHttpFullRequest.builder()
                        .method(SdkHttpMethod.GET)
                        .uri(address)
                        .build())
                .build());
    }

    private ExecutableHttpRequest post(SdkHttpClient client, String target, byte[] body) {
        return client.prepareRequest(HttpExecuteRequest.builder()
                .request(request(SdkHttpMethod.POST, target)
                        .putHeader("Content-Length", String.valueOf(body.length))
                        .build())
                .contentStreamProvider(ContentStreamProvider.fromByteArray(body))
                .build());
    }

    private SdkHttpFullRequest.Builder request(SdkHttpMethod method, String target) {
        return SdkHttpFullRequest.builder().method(method).uri(address(target));
    }

    private URI address(String target) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + target);
    }

    private static void read(HttpExecuteResponse response) throws IOException {
        try (var body = response.responseBody().orElseThrow()) {
            assertThat(body.readAllBytes()).isEqualTo("{}".getBytes(StandardCharsets.UTF_8));
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            connections.add(exchange.getRemoteAddress().getPort());
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add("%s %s %s %s"
                    .formatted(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI(),
                            exchange.getRequestHeaders().getFirst("Content-Length"),
                            body));
            exchange.getResponseHeaders().set("X-Answer", "yes");
            var isHead = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(200, isHead ? -1 : 2);
            if (!isHead) {
                exchange.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private void hang(HttpExchange exchange) {
        try (exchange) {
            asked.countDown();
            closed.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes a connection, answers one request over it as if more might follow, and closes it. */
    private static int answerOnce(ServerSocket server) throws IOException {
        try (var connection = server.accept()) {
            connection.getInputStream().read(new byte[1 << 16]);
            connection
                    .getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.0\r\nContent-Length: 2\r\n\r\n{}"
                            .getBytes(StandardCharsets.UTF_8));
        }
        return 1;
    }

    private static DynamoDbClient dynamoDb(int port) {
        return DynamoDbClient.builder()
                .httpClientBuilder(PATIENT)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .endpointOverride(URI.create("http://127.0.0.1:" + port))
                .build();
    }
}
