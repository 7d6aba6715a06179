package io.tapedeck.local;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.specification.RequestSpecification;
import io.tapedeck.runtime.InvocationDeadline;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayTest {
    private final Vertx vertx = Vertx.vertx();
    private final RecordingFunctions functions = new RecordingFunctions()
            .answering("authorizer", "{\"isAuthorized\":true,\"context\":{\"tenant\":\"acme\"}}")
            .answering("retrieve", "{\"statusCode\":200,\"headers\":{\"etag\":\"x\"},\"body\":\"{}\"}")
            .answering("create", "{\"statusCode\":201,\"headers\":{},\"cookies\":[\"a=1\",\"b=2\"],\"body\":\"{}\"}")
            .answering("list", "{\"statusCode\":200,\"body\":\"aGVsbG8=\",\"isBase64Encoded\":true}")
            .answering("openLink", "{\"statusCode\":302,\"headers\":{\"location\":\"http://x/\"}}")
            .answering("unmatched", "{\"statusCode\":404,\"body\":\"{}\"}");
    private HttpServer server;

    @BeforeEach
    void start() {
        Clock clock = Clock.fixed(Instant.parse("2026-11-23T10:20:30Z"), ZoneOffset.UTC);
        Router router = Router.router(vertx);
        var bodies = Bodies.fitting(0, Duration.ofMinutes(1));
        new Gateway(Template.read("template.yaml"), functions, new InvocationDeadline(), clock, bodies)
                .register(router);
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aRequestBecomesAnEventOfFormatTwo() {
        request()
                .header("Authorization", "Bearer k")
                .header("X-Many", "1", "2")
                .header("Cookie", "a=1; b=2")
                .header("User-Agent", "test")
                .get("/v1/recordings/rec_1?tag=a&tag=b%20c&x")
                .then()
                .statusCode(200)
                .header("etag", "x");

        JsonNode event = functions.event("retrieve");
        assertThat(event.get("version").asText()).isEqualTo("2.0");
        assertThat(event.get("routeKey").asText()).isEqualTo("GET /v1/recordings/{id}");
        assertThat(event.get("rawPath").asText()).isEqualTo("/v1/recordings/rec_1");
        assertThat(event.get("rawQueryString").asText()).isEqualTo("tag=a&tag=b%20c&x");
        assertThat(event.get("queryStringParameters").toString()).isEqualTo("{\"tag\":\"a,b c\",\"x\":\"\"}");
        assertThat(event.get("pathParameters").toString()).isEqualTo("{\"id\":\"rec_1\"}");
        assertThat(event.at("/headers/x-many").asText()).isEqualTo("1,2");
        assertThat(event.at("/headers/x-forwarded-proto").asText()).isEqualTo("http");
        assertThat(event.get("cookies").toString()).isEqualTo("[\"a=1\",\"b=2\"]");
        assertThat(event.at("/requestContext/http/method").asText()).isEqualTo("GET");
        assertThat(event.at("/requestContext/http/sourceIp").asText()).isEqualTo("127.0.0.1");
        assertThat(event.at("/requestContext/http/userAgent").asText()).isEqualTo("test");
        assertThat(event.at("/requestContext/domainName").asText()).isEqualTo("localhost:" + server.actualPort());
        assertThat(event.at("/requestContext/time").asText()).isEqualTo("23/Nov/2026:10:20:30 +0000");
        assertThat(event.at("/requestContext/authorizer/lambda/tenant").asText())
                .isEqualTo("acme");
        assertThat(event.has("body")).isFalse();
        assertThat(functions.event("authorizer").at("/identitySource/0").asText())
                .isEqualTo("Bearer k");
    }

    @Test
    void anEncodedSlashStaysInsideItsParameter() {
        request().get("/v1/recordings/a%2Fversions").then().statusCode(200);
        assertThat(functions.event("retrieve").at("/pathParameters/id").asText())
                .isEqualTo("a/versions");
        assertThat(functions.event("retrieve").get("rawPath").asText()).isEqualTo("/v1/recordings/a%2Fversions");
    }

    @Test
    void aPlusInAPathIsAPlus() {
        request().get("/v1/recordings/a+b%2Bc").then().statusCode(200);
        assertThat(functions.event("retrieve").at("/pathParameters/id").asText())
                .isEqualTo("a+b+c");
    }

    @Test
    void dotSegmentsLeadNowhereElse() {
        request().get("/v1/x/../recordings/rec_1").then().statusCode(404);
        assertThat(functions.called("retrieve")).isFalse();
        assertThat(functions.event("unmatched").get("routeKey").asText()).isEqualTo("$default");
    }

    @Test
    void brokenPercentEncodingIsAProblem() throws IOException {
        assertThat(raw("GET /v1/recordings/%zz HTTP/1.1"))
                .startsWith("HTTP/1.1 400 ")
                .contains("application/problem+json", "\"code\":\"invalid-request\"");
        assertThat(raw("GET /v1/recordings?cursor=%e HTTP/1.1")).startsWith("HTTP/1.1 400 ");
        assertThat(raw("GET /v1/recordings?cursor=a HTTP/1.1")).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /health HTTP/1.1",
                "GET /health HTTP/1.1\r\nHost: a b",
                "GET /health HTTP/1.1\r\nHost: http://a/",
                "GET /health HTTP/1.1\r\nHost: a:99999",
                "GET ?a=b HTTP/1.1\r\nHost: a"
            })
    void aRequestToNobodyIsAProblem(String head) throws IOException {
        assertThat(send(head))
                .startsWith("HTTP/1.1 400 ")
                .contains("application/problem+json", "one valid Host header");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OPTIONS * HTTP/1.1\r\nHost: a",
                "GET * HTTP/1.1\r\nHost: a",
                "CONNECT example.com:443 HTTP/1.1\r\nHost: example.com:443",
                "GET health HTTP/1.1\r\nHost: a",
                "GET \\health HTTP/1.1\r\nHost: a"
            })
    void aTargetThatIsNoPathIsAProblem(String head) throws IOException {
        assertThat(send(head))
                .startsWith("HTTP/1.1 404 ")
                .contains("application/problem+json", "\"code\":\"not-found\"");
    }

    @Test
    void textIsPassedAsItIsAndAnythingElseAsBase64() {
        request()
                .contentType("application/merge-patch+json")
                .body("{\"a\":\"é\"}".getBytes(StandardCharsets.UTF_8))
                .post("/v1/recordings");
        assertThat(functions.event("create").get("body").asText()).isEqualTo("{\"a\":\"é\"}");
        assertThat(functions.event("create").get("isBase64Encoded").asBoolean()).isFalse();

        byte[] broken = {'"', (byte) 0xff, '"'};
        request().contentType("application/json").body(broken).post("/v1/recordings");
        assertThat(functions.event("create").get("body").asText())
                .isEqualTo(Base64.getEncoder().encodeToString(broken));
        assertThat(functions.event("create").get("isBase64Encoded").asBoolean()).isTrue();
    }

    @Test
    void anAnswersCookiesAndBytesAreWritten() {
        assertThat(request().post("/v1/recordings").headers().getValues("Set-Cookie"))
                .containsExactly("a=1", "b=2");
        request().get("/v1/recordings").then().body(equalTo("hello"));
    }

    @Test
    void aRouteWithoutAuthorizationAsksNobody() {
        request()
                .redirects()
                .follow(false)
                .get("/u/token")
                .then()
                .statusCode(302)
                .header("location", "http://x/");
        assertThat(functions.called("authorizer")).isFalse();
        assertThat(functions.event("openLink").get("requestContext").has("authorizer"))
                .isFalse();
    }

    @Test
    void headHasNoBodyAndTheConnectionGoesOn() {
        request().head("/v1/recordings/rec_1").then().statusCode(404).body(equalTo(""));
        request().redirects().follow(false).head("/u/token").then().statusCode(302);
        request().get("/v1/recordings/rec_1").then().statusCode(200);
    }

    @Test
    void aLargeBodyIsRefused() {
        request()
                .body(new byte[6 * 1024 * 1024 + 1])
                .post("/v1/recordings")
                .then()
                .statusCode(413)
                .body("code", is("too-large"));
        assertThat(functions.called("create")).isFalse();
    }

    @Test
    void aFunctionThatThrowsTellsNothingOfTheInside() {
        request()
                .delete("/v1/recordings/rec_1")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("code", is("internal"))
                .body("instance", startsWith("urn:"))
                .body(not(containsString("secret")));
    }

    /** Sends what no client library lets through. */
    private String raw(String requestLine) throws IOException {
        return send(requestLine + "\r\nHost: localhost");
    }

    private String send(String head) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.actualPort())) {
            String request = head + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private RequestSpecification request() {
        return given().port(server.actualPort()).urlEncodingEnabled(false);
    }
}
