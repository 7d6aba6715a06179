package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same request made again. */
@QuarkusTest
class IdempotencyTest {
    private static final Map<String, Object> BODY = Map.of("call", Map.of("id", "call-1"));

    private static final byte[] GZIP = {0x1f, (byte) 0x8b};

    @Inject
    Api api;

    @Inject
    TestClock clock;

    @Inject
    Table table;

    private Caller caller;

    @BeforeEach
    void enter() {
        caller = api.caller();
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void fiftyAtOnceMakeOneRecordingAndGetTheSameAnswer() throws Exception {
        Callable<String> request =
                () -> create("k", BODY).then().statusCode(201).extract().asString();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(Collections.nCopies(50, request)).stream()
                    .map(Future::resultNow)
                    .toList();

            assertThat(Set.copyOf(answers)).hasSize(1);
        }
        caller.request().get("/v1/recordings").then().body("items.size()", is(1));
    }

    @Test
    void theAnswerIsTheFirstOneWithItsHeaders() {
        var first = create("k", BODY);
        caller.update(first.path("id"), Map.of("tags", List.of("changed"))).statusCode(200);

        var again = create("k", BODY);

        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.getHeader("ETag")).isEqualTo(first.getHeader("ETag"));
        assertThat(again.getHeader("Location")).isEqualTo(first.getHeader("Location"));
        assertThat(caller.eventNames(first.path("id"))).containsExactly("created", "updated");
    }

    @Test
    void anotherBodyIsRefused() {
        create("k", BODY).then().statusCode(201);

        create("k", Map.of()).then().statusCode(422).body("code", is("idempotency-key-reuse"));
        caller.request(BODY)
                .header("Idempotency-Key", "k")
                .post("/v1/keys")
                .then()
                .statusCode(422);
        create("K", Map.of()).then().statusCode(201);
    }

    @Test
    void everyTenantHasKeysOfItsOwn() {
        var id = create("k", BODY).<String>path("id");

        api.caller()
                .request(BODY)
                .header("Idempotency-Key", "k")
                .post("/v1/recordings")
                .then()
                .statusCode(201)
                .body("id", not(id));
    }

    @Test
    void aProblemIsAnsweredAgainToo() {
        var wrong = Map.of("colour", "red");
        var first = create("k", wrong).then().statusCode(400).extract().asString();

        create("k", wrong).then().statusCode(400).body(equalTo(first));
        create("k", BODY).then().statusCode(422);
    }

    @Test
    void whoMayNotAskUsesNoKeyUp() {
        var reader = api.key(caller.tenant(), "read");
        api.as(reader)
                .contentType("application/json")
                .body(BODY)
                .header("Idempotency-Key", "k")
                .post("/v1/recordings")
                .then()
                .statusCode(403);
        api.anonymous()
                .contentType("application/json")
                .body(BODY)
                .header("Idempotency-Key", "k")
                .post("/v1/recordings")
                .then()
                .statusCode(401);

        create("k", BODY).then().statusCode(201);
    }

    @Test
    void afterADayItIsANewRequest() {
        var first = create("k", BODY).<String>path("id");
        clock.advance(Duration.ofDays(1).minusMinutes(1));
        create("k", BODY).then().statusCode(201).body("id", is(first));
        clock.advance(Duration.ofMinutes(2));

        create("k", BODY).then().statusCode(201).body("id", not(first));
    }

    @Test
    void aKeyMustBeVisibleAscii() {
        for (var key : List.of("", " ", "a b", "\u0001", "\u00e4", "x".repeat(256))) {
            var answer = RawHttp.send(
                    "POST",
                    "/v1/recordings",
                    "Authorization: Bearer " + caller.key(),
                    "Idempotency-Key: " + key,
                    "Content-Length: 0");

            // a server may refuse a header like that before anybody sees it
            assertThat(answer.status()).as(key).isEqualTo(400);
        }
        create("x".repeat(255), BODY).then().statusCode(201);
        create("~!@#$%^&*(){}[]|\\:;\"'<>,.?/", BODY).then().statusCode(201);
    }

    @Test
    void onlyPostsAreKept() {
        var id = caller.create(BODY).getString("id");

        for (var tag : List.of("a", "b")) {
            caller.request(Map.of("tags", List.of(tag)))
                    .header("Idempotency-Key", "k")
                    .patch("/v1/recordings/{id}", id)
                    .then()
                    .statusCode(200)
                    .body("tags", is(List.of(tag)));
        }
    }

    @Test
    void aSecretInAnAnswerIsNotKeptInClear() {
        var first = createKey().then().statusCode(201).extract();
        String secret = first.path("key");

        createKey().then().statusCode(201).body("key", is(secret)).body("id", is(first.<String>path("id")));

        caller.request().get("/v1/keys").then().body("items.size()", is(2));
        assertThat(table.text())
                .contains(first.<String>path("id"))
                .doesNotContain(secret)
                .doesNotContain(Caller.randomPart(secret))
                .doesNotContain(Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)))
                .doesNotContain("visible-key");
        for (var row : table.partitions(caller.tenant() + "#idem")) {
            assertThat(row.keySet())
                    .isEqualTo(new TreeSet<>(Set.of("pk", "sk", "request", "seed", "leaseEnd", "reply", "ttl")));
            assertThat(Arrays.copyOf(row.get("reply").b().asByteArray(), 2)).isNotEqualTo(GZIP);
        }
    }

    private Response createKey() {
        return caller.request(Map.of("name", "another", "scopes", List.of("read")))
                .header("Idempotency-Key", "visible-key")
                .post("/v1/keys");
    }

    private Response create(String key, Map<String, ?> body) {
        return caller.request(body).header("Idempotency-Key", key).post("/v1/recordings");
    }
}
