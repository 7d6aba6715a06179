package io.tapedeck.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bodies that are large, slow or of strangers. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class GatewayBodiesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SMALL = 128 * 1024;
    private static final int LARGEST = 6 * 1024 * 1024;
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final String ALL = "x".repeat(LARGEST);

    private final CountDownLatch worked = new CountDownLatch(1);
    private final CountDownLatch working = new CountDownLatch(1);
    private final Queue<Integer> lengths = new ConcurrentLinkedQueue<>();
    private RunningGateway gateway;

    @AfterEach
    void stop() {
        worked.countDown();
        gateway.close();
    }

    @Test
    void aStrangerIsAnsweredBeforeTheBodyComes() throws IOException {
        start(LONG, LONG);
        List<RunningGateway.Caller> callers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            callers.add(gateway.connect().send(post("stranger", LARGEST) + ALL.substring(0, LARGEST / 64)));
        }
        for (var caller : callers) {
            assertThat(caller.head()).startsWith("HTTP/1.1 401 ");
            caller.close();
        }
        assertThat(lengths).containsOnly(0);
    }

    @Test
    void aStrangerWhoWaitsToBeAskedForTheBodyIsNotAsked() throws IOException {
        start(LONG, LONG);
        try (var caller = gateway.connect()) {
            assertThat(caller.send(post("stranger", LARGEST, "Expect: 100-continue"))
                            .rest())
                    .startsWith("HTTP/1.1 401 ")
                    .containsIgnoringCase("connection: close");
        }
    }

    @Test
    void aCallerWhoWaitsToBeAskedForTheBodyIsAsked() throws IOException {
        start(LONG, LONG);
        try (var caller = gateway.connect()) {
            assertThat(caller.send(post("known", 2, "Expect: 100-continue")).head())
                    .isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            assertThat(caller.send("{}").head()).startsWith("HTTP/1.1 201 ");
        }
    }

    @Test
    void theConnectionGoesOnBehindABodyThatNobodyRead() throws IOException {
        start(LONG, LONG);
        try (var caller = gateway.connect()) {
            assertThat(caller.send(post("stranger", LARGEST) + ALL).head()).startsWith("HTTP/1.1 401 ");
            assertThat(caller.send(post("known", 2) + "{}").head()).startsWith("HTTP/1.1 201 ");
            assertThat(caller.send(post("stranger", 2) + "{}").head()).startsWith("HTTP/1.1 401 ");
        }
    }

    @Test
    void whoeverSendsTooSlowlyIsRefusedAndCutOff() throws IOException {
        start(LONG, SHORT);
        try (var known = gateway.connect();
                var stranger = gateway.connect()) {
            known.send(post("known", 1000) + "{");
            stranger.send(post("stranger", 1000) + "{");
            assertThat(known.rest())
                    .startsWith("HTTP/1.1 400 ")
                    .containsIgnoringCase("connection: close")
                    .contains("did not arrive within");
            assertThat(stranger.rest()).startsWith("HTTP/1.1 401 ");
        }
    }

    @Test
    void aBodyOfUnknownLengthIsBoundedToo() throws IOException {
        start(LONG, LONG);
        var chunk = "%x\r\n%s\r\n".formatted(LARGEST, ALL);
        var head =
                "POST /v1/recordings HTTP/1.1\r\nHost: a\r\nAuthorization: known\r\nTransfer-Encoding: chunked\r\n\r\n";

        assertThat(gateway.send(head + chunk + "0\r\n\r\n")).startsWith("HTTP/1.1 201 ");
        assertThat(gateway.send(head + chunk + "1\r\nx\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 413 ")
                .contains("too-large");
        assertThat(lengths).containsExactly(LARGEST);
    }

    @Test
    void aBodyWithoutAnEndIsCutOff() throws IOException {
        start(LONG, SHORT);
        for (var who : List.of("known", "stranger")) {
            try (var caller = gateway.connect()) {
                caller.send("POST /v1/recordings HTTP/1.1\r\nHost: a\r\nAuthorization: " + who
                        + "\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%sx\r\n".formatted(LARGEST + 1, ALL));
                assertThat(caller.rest()).startsWith("HTTP/1.1 4");
            }
        }
    }

    @Test
    void thereIsRoomForSoManyAtOnceAndForSmallOnesMeanwhile() throws Exception {
        start(SHORT, LONG);
        try (var first = gateway.connect()) {
            first.send(post("slow", LARGEST) + ALL);
            working.await();

            assertThat(gateway.send(post("known", LARGEST) + ALL))
                    .startsWith("HTTP/1.1 429 ")
                    .containsIgnoringCase("retry-after: 1")
                    .contains("too-many-requests");
            assertThat(gateway.send(post("known", 2) + "{}")).startsWith("HTTP/1.1 201 ");

            worked.countDown();
            assertThat(first.head()).startsWith("HTTP/1.1 201 ");
            assertThat(gateway.send(post("known", LARGEST) + ALL)).startsWith("HTTP/1.1 201 ");
        }
    }

    @Test
    void whoeverHangsUpLeavesTheRoomToOthers() throws IOException {
        start(LONG, LONG);
        for (int i = 0; i < 4; i++) {
            gateway.connect().send(post("known", LARGEST) + "{").close();
        }

        assertThat(gateway.send(post("known", LARGEST) + ALL)).startsWith("HTTP/1.1 201 ");
    }

    private void start(Duration forRoom, Duration forBody) {
        gateway = new RunningGateway(
                Template.read("template.yaml"), this::invoke, new Bodies(SMALL, LARGEST, forRoom, forBody));
    }

    private JsonNode invoke(String function, JsonNode event) throws Exception {
        if (function.equals("authorizer")) {
            var known = !event.at("/headers/authorization").asText().equals("stranger");
            return JSON.readTree(
                    "{\"isAuthorized\":true,\"context\":%s}".formatted(known ? "{\"tenant\":\"acme\"}" : "{}"));
        }
        lengths.add(event.path("body").asText().length());
        if (event.at("/headers/authorization").asText().equals("slow")) {
            working.countDown();
            worked.await();
        }
        return JSON.createObjectNode()
                .put("statusCode", event.at("/requestContext/authorizer/lambda").has("tenant") ? 201 : 401);
    }

    private static String post(String who, int length, String... headers) {
        var more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return "POST /v1/recordings HTTP/1.1\r\nHost: a\r\nAuthorization: %s\r\nContent-Length: %d\r\n%s\r\n"
                .formatted(who, length, more);
    }
}
