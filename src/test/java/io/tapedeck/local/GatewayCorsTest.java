package io.tapedeck.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Web pages that call the API, by the rules of the template that is deployed. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class GatewayCorsTest {
    private static final String PAGE = "Origin: https://a.example";

    private final RecordingFunctions functions = new RecordingFunctions()
            .answering("authorizer", "{\"isAuthorized\":true,\"context\":{\"tenant\":\"acme\"}}")
            .answering(
                    "create", "{\"statusCode\":201,\"headers\":{\"etag\":\"x\",\"location\":\"/y\"},\"body\":\"{}\"}")
            .answering("unmatched", "{\"statusCode\":405}")
            .answering("openLink", "{\"statusCode\":302,\"headers\":{\"location\":\"http://x/\"}}");
    private RunningGateway gateway;

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void anyPageMayCallUnlessOriginsAreNamed() throws IOException {
        start(Map.of());

        var answer = preflight(PAGE, "POST", "authorization,content-type,if-match,idempotency-key,prefer");

        assertThat(answer).startsWith("http/1.1 204 ").contains("access-control-allow-origin: *\r\n");
        assertThat(list(answer, "access-control-allow-methods"))
                .isEqualTo(Set.of("get", "head", "post", "put", "patch", "delete"));
        assertThat(list(answer, "access-control-allow-headers"))
                .isEqualTo(Set.of(
                        "authorization",
                        "content-type",
                        "if-match",
                        "if-none-match",
                        "idempotency-key",
                        "prefer",
                        "range"));
        assertThat(answer).contains("access-control-max-age: 600\r\n");
        assertThat(functions.called("authorizer")).isFalse();
    }

    @Test
    void aPageSeesTheAnswersAndTheHeadersThatItNeeds() throws IOException {
        start(Map.of());

        var answer = send("POST /v1/recordings HTTP/1.1", PAGE);

        assertThat(answer).startsWith("http/1.1 201 ").contains("access-control-allow-origin: *\r\n");
        assertThat(list(answer, "access-control-expose-headers"))
                .contains("etag", "location", "preference-applied", "retry-after");
    }

    @Test
    void aPageSeesProblemsToo() throws IOException {
        start(Map.of());

        assertThat(send("GET /v1/recordings/%zz HTTP/1.1", PAGE))
                .startsWith("http/1.1 400 ")
                .contains("access-control-allow-origin: *\r\n");
        assertThat(send("DELETE /v1/recordings/x HTTP/1.1", PAGE))
                .startsWith("http/1.1 500 ")
                .contains("access-control-allow-origin: *\r\n");
    }

    @Test
    void aPageMayFollowALink() throws IOException {
        start(Map.of());

        assertThat(send("GET /u/token HTTP/1.1", PAGE))
                .startsWith("http/1.1 302 ")
                .contains("access-control-allow-origin: *\r\n");
    }

    @Test
    void whereOriginsAreNamedOthersMayNot() throws IOException {
        start(Map.of("AllowedOrigins", "https://a.example,https://b.example"));

        assertThat(preflight(PAGE, "POST", "content-type"))
                .startsWith("http/1.1 204 ")
                .contains("access-control-allow-origin: https://a.example\r\n", "vary: origin");
        assertThat(preflight("Origin: https://c.example", "POST", "content-type"))
                .doesNotContain("access-control");
        assertThat(send("GET /u/token HTTP/1.1", "Origin: https://b.example"))
                .contains("access-control-allow-origin: https://b.example\r\n");
        assertThat(send("GET /u/token HTTP/1.1", "Origin: null")).doesNotContain("access-control");
    }

    @Test
    void whereNoOriginIsNamedNoPageMay() throws IOException {
        start(Map.of("AllowedOrigins", ""));

        assertThat(preflight(PAGE, "POST", "content-type")).doesNotContain("access-control");
        assertThat(send("GET /u/token HTTP/1.1", PAGE)).doesNotContain("access-control");
    }

    private void start(Map<String, String> parameters) {
        gateway = new RunningGateway(
                Template.read("template.yaml", parameters), functions, Bodies.fitting(0, Duration.ofMinutes(1)));
    }

    private String preflight(String origin, String method, String headers) throws IOException {
        return send(
                "OPTIONS /v1/recordings HTTP/1.1",
                origin,
                "Access-Control-Request-Method: " + method,
                "Access-Control-Request-Headers: " + headers);
    }

    private String send(String line, String... headers) throws IOException {
        var request = line + "\r\nHost: a\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
        return gateway.send(request).toLowerCase(Locale.ROOT);
    }

    private static Set<String> list(String answer, String header) {
        var value = answer.lines()
                .filter(line -> line.startsWith(header + ":"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + header + " in " + answer));
        return new TreeSet<>(Set.of(value.substring(header.length() + 1).strip().split(" *, *")));
    }
}
