package io.tapedeck.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Authorizer;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import io.tapedeck.LogLines;
import io.tapedeck.json.Json;
import io.tapedeck.log.FixedPlatform;
import io.tapedeck.log.InvocationLog;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.recording.Actor;
import io.tapedeck.recording.Scope;
import io.tapedeck.recording.TenantId;
import io.tapedeck.recording.UlidSource;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ExchangeTest {
    private static final String SECRET = "no such column: password of ann@example.org";

    private final Json json = new Json();
    private final Clock clock = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();
    private final Idempotency idempotency =
            new Idempotency(new InMemoryIdempotencyStore(), new Seal(List.of("secret"), random), json, clock);
    private final Exchange exchange = new Exchange(
            json,
            () -> idempotency,
            new UlidSource(clock, random),
            Optional.empty(),
            new InvocationLog(json, clock, FixedPlatform.NONE));

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
        event.getRequestContext().setAuthorizer(authorizer(Caller.unknownFor("The issuer is away.")));

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

    private APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event, Function<Request, Reply> handler) {
        return exchange.answer(event, "test", Scope.READ, handler);
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
}
