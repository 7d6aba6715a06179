package io.tapedeck.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Authorizer;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import io.tapedeck.LogLines;
import io.tapedeck.access.Scope;
import io.tapedeck.concurrency.Deadline;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.UlidSource;
import io.tapedeck.json.Json;
import io.tapedeck.log.FixedPlatform;
import io.tapedeck.log.InvocationLog;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.recording.Actor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class ExchangeTest {
    private static final String SECRET = "no such column: password of ann@example.org";

    private final Json json = new Json();
    private final Clock clock = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();
    private final InMemoryIdempotencyStore store = new InMemoryIdempotencyStore();
    private final Seal seal = new Seal(List.of("secret"), random);
    private final Exchange exchange = exchange(new Idempotency(store, seal, json, clock, Deadline.NONE));

    @Test
    void whatNobodyExpectedIsAProblemThatIsFoundInTheLogAndTellsNothing() {
        try (var lines = new LogLines(InvocationLog.LOGGER)) {
            var answer = answer(event(Scope.READ), _ -> {
                throw new IllegalStateException(SECRET);
            });

            var problem = json.read(answer.getBody());
            assertThat(answer.getStatusCode()).isEqualTo(500);
            assertThat(answer.getHeaders()).containsEntry("content-type", "application/problem+json");
            assertThat(problem.path("code").textValue()).isEqualTo("internal");
            assertThat(answer.getBody()).doesNotContain("password", "IllegalState", "ExchangeTest");
            assertThat(lines.all())
                    .anyMatch(line ->
                            line.contains(problem.path("instance").textValue()) && line.contains("ExchangeTest"))
                    .noneMatch(line -> line.contains("password"));
        }
    }

    @Test
    void aFailureThatIsAKnownProblemIsNoFault() {
        try (var lines = new LogLines(InvocationLog.LOGGER)) {
            var answer = answer(event(Scope.READ), _ -> {
                throw new CrowdedException();
            });

            assertThat(answer.getStatusCode()).isEqualTo(429);
            assertThat(lines.all()).noneMatch(line -> line.contains("CrowdedException"));
        }
    }

    @Test
    void aLargeAnswerIsCompressedForWhoeverTakesThat() throws IOException {
        var text = "{\"text\":\"%s\"}".formatted("a".repeat(300_000));

        var answer = answer(event(Scope.READ, "accept-encoding", "gzip, deflate"), _ -> Reply.ok(text));

        assertThat(answer.getHeaders())
                .containsEntry("content-encoding", "gzip")
                .containsEntry("vary", "accept-encoding");
        assertThat(answer.getIsBase64Encoded()).isTrue();
        var body = Base64.getDecoder().decode(answer.getBody());
        assertThat(new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes())
                .asString()
                .isEqualTo(text);
    }

    @Test
    void whatAPageIsMadeOfIsCompressedSooner() {
        var page = Reply.ok("<p>a</p>".repeat(500)).with("content-type", "text/html; charset=utf-8");
        var json = Reply.ok("{\"text\":\"%s\"}".formatted("a".repeat(4000)));

        var answer = answer(event(Scope.READ, "accept-encoding", "gzip"), _ -> page.with("vary", "accept-encoding"));

        assertThat(answer.getHeaders())
                .containsEntry("content-encoding", "gzip")
                .containsEntry("vary", "accept-encoding");
        assertThat(answer(event(Scope.READ, "accept-encoding", "gzip"), _ -> json)
                        .getHeaders())
                .doesNotContainKey("content-encoding");
        assertThat(answer(event(Scope.READ), _ -> page).getHeaders()).doesNotContainKey("content-encoding");
    }

    @Test
    void nobodyGetsACompressedAnswerWhoDoesNotTakeIt() {
        var text = "{\"text\":\"%s\"}".formatted("a".repeat(300_000));

        for (var headers : List.of(List.<String>of(), List.of("accept-encoding", "identity"))) {
            var answer = answer(event(Scope.READ, headers.toArray(String[]::new)), _ -> Reply.ok(text));

            assertThat(answer.getBody()).isEqualTo(text);
            assertThat(answer.getHeaders()).doesNotContainKey("content-encoding");
        }
    }

    @Test
    void anAnswerThatLambdaWouldNotCarryIsAProblemThatSaysHowToGetIt() {
        var text = "{\"text\":\"%s\"}".formatted("a".repeat(7 << 20));

        var plain = answer(event(Scope.READ), _ -> Reply.ok(text));

        assertThat(plain.getStatusCode()).isEqualTo(413);
        assertThat(plain.getBody()).contains("Accept-Encoding: gzip");
        assertThat(answer(event(Scope.READ, "accept-encoding", "gzip"), _ -> Reply.ok(text))
                        .getStatusCode())
                .isEqualTo(200);
    }

    @Test
    void aProblemIsAnsweredAsSuch() {
        var answer = answer(event(Scope.READ), _ -> {
            throw ProblemException.invalid("/tags", "must be a list");
        });

        var problem = json.read(answer.getBody());
        assertThat(answer.getStatusCode()).isEqualTo(400);
        assertThat(problem.path("detail").textValue()).isEqualTo("/tags must be a list");
        assertThat(problem.at("/errors/0/field").textValue()).isEqualTo("/tags");
        assertThat(problem.path("instance").textValue()).startsWith("urn:ulid:");
    }

    @Test
    void everyProblemHasItsStatus() {
        for (var type : ProblemType.values()) {
            var answer = answer(event(Scope.READ), _ -> {
                throw new ProblemException(type, "Why.");
            });

            JsonNode problem = json.read(answer.getBody());
            assertThat(answer.getStatusCode()).isEqualTo(type.status());
            assertThat(problem.path("status").intValue()).isEqualTo(type.status());
            assertThat(problem.path("code").textValue()).isEqualTo(type.code());
        }
    }

    @Test
    void nobodyIsTold() {
        var event = event(Scope.READ);
        event.getRequestContext().setAuthorizer(null);

        var answer = answer(event, _ -> Reply.ok("{}"));

        assertThat(answer.getStatusCode()).isEqualTo(401);
        assertThat(answer.getHeaders()).containsEntry("www-authenticate", "Bearer");
    }

    @Test
    void whoMayNotIsTold() {
        assertThat(answer(event(Scope.WRITE), _ -> Reply.ok("{}")).getStatusCode())
                .isEqualTo(403);
    }

    @Test
    void whileNobodyCanSayWhoIsCallingItIsUnavailable() {
        var event = event(Scope.READ);
        event.getRequestContext()
                .setAuthorizer(authorizer(
                        Caller.unknownFor(new ProblemException(ProblemType.UNAVAILABLE, "The issuer is away."))));

        var answer = answer(event, _ -> Reply.ok("{}"));

        assertThat(answer.getStatusCode()).isEqualTo(503);
        assertThat(json.read(answer.getBody()).path("detail").textValue()).isEqualTo("The issuer is away.");
    }

    @Test
    void afterAFaultTheSameRequestIsTriedAgain() {
        var attempts = new AtomicInteger();
        var event = event(Scope.READ, "idempotency-key", "k");
        Function<Request, Reply> handler = request -> {
            if (attempts.incrementAndGet() == 1) {
                throw new IllegalStateException(SECRET);
            }
            return Reply.ok("{\"seed\":\"" + request.seed() + "\"}");
        };

        assertThat(answer(event, handler).getStatusCode()).isEqualTo(500);
        var second = answer(event, handler);
        var third = answer(event, handler);

        assertThat(second.getStatusCode()).isEqualTo(200);
        assertThat(third).isEqualTo(second);
        assertThat(attempts).hasValue(2);
    }

    @Test
    void whatPassesByItselfSaysWhenToTryAgain() {
        for (var type : List.of(ProblemType.NOT_READY, ProblemType.TOO_MANY_REQUESTS, ProblemType.UNAVAILABLE)) {
            assertThat(refused(type).getHeaders().get("retry-after"))
                    .as("%s", type)
                    .matches("[1-9][0-9]*");
        }
        assertThat(refused(ProblemType.GONE).getHeaders()).doesNotContainKey("retry-after");
    }

    @Test
    void aRefusalThatPassesIsNotKeptUnderTheKey() {
        for (var type : List.of(ProblemType.NOT_READY, ProblemType.TOO_MANY_REQUESTS, ProblemType.UNAVAILABLE)) {
            assertThat(answersOfTwo(type)).as("%s", type).containsExactly(type.status(), 200);
        }
        assertThat(answersOfTwo(ProblemType.GONE)).containsExactly(410, 410);
    }

    @Test
    void whileTheFirstIsUnderWayTheSecondWaitsNoLongerThanItLives() {
        var hurried =
                exchange(new Idempotency(store, seal, json, clock, () -> Optional.of(Deadline.MARGIN.plusMillis(300))));
        var event = event(Scope.READ, "idempotency-key", "k");

        exchange.answer(event, "test", Scope.READ, _ -> {
            var second = hurried.answer(event, "test", Scope.READ, _ -> Reply.ok("{}"));

            assertThat(second.getStatusCode()).isEqualTo(409);
            assertThat(second.getHeaders().get("retry-after")).matches("[1-9][0-9]*");
            return Reply.ok("{}");
        });

        assertThat(hurried.answer(event, "test", Scope.READ, _ -> Reply.empty(204))
                        .getStatusCode())
                .isEqualTo(200);
    }

    private APIGatewayV2HTTPResponse refused(ProblemType type) {
        return answer(event(Scope.READ), _ -> {
            throw new ProblemException(type, "Why.");
        });
    }

    /** The statuses of two requests under a key, the first of which is refused. */
    private List<Integer> answersOfTwo(ProblemType first) {
        var attempts = new AtomicInteger();
        var event = event(Scope.READ, "idempotency-key", first.code());
        return Stream.generate(() -> answer(event, _ -> {
                    if (attempts.incrementAndGet() == 1) {
                        throw new ProblemException(first, "Why.");
                    }
                    return Reply.ok("{}");
                }))
                .limit(2)
                .map(APIGatewayV2HTTPResponse::getStatusCode)
                .toList();
    }

    private APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event, Function<Request, Reply> handler) {
        return exchange.answer(event, "test", Scope.READ, handler);
    }

    private Exchange exchange(Idempotency idempotency) {
        return new Exchange(
                json,
                () -> idempotency,
                new UlidSource(clock, random),
                Optional.empty(),
                failure -> Optional.of(failure)
                        .filter(CrowdedException.class::isInstance)
                        .map(_ -> new ProblemException(ProblemType.TOO_MANY_REQUESTS, "Later.")),
                new InvocationLog(json, clock, FixedPlatform.NONE));
    }

    private static APIGatewayV2HTTPEvent event(Scope scope, String... headers) {
        var event = Requests.event("POST", headers);
        var caller = new Caller(new TenantId("acme"), new Actor("key:x"), Set.of(scope), false);
        event.getRequestContext().setAuthorizer(authorizer(caller.toContext()));
        return event;
    }

    private static Authorizer authorizer(Map<String, Object> context) {
        return Authorizer.builder().withLambda(context).build();
    }

    private static final class CrowdedException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
