package io.tapedeck.function.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.LogLines;
import io.tapedeck.auth.Authenticator;
import io.tapedeck.auth.Authenticator.Operator;
import io.tapedeck.auth.InMemoryKeyStore;
import io.tapedeck.auth.Issuer;
import io.tapedeck.auth.Tokens;
import io.tapedeck.function.edge.AuthorizerFunction.Question;
import io.tapedeck.function.edge.AuthorizerFunction.RequestContext;
import io.tapedeck.id.TenantId;
import io.tapedeck.json.Json;
import io.tapedeck.log.FixedPlatform;
import io.tapedeck.log.InvocationLog;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuthorizerFunctionTest {
    private final Issuer issuer = new Issuer();
    private final Clock clock = Clock.systemUTC();
    private final AuthorizerFunction authorizer = new AuthorizerFunction(
            new Authenticator(
                    new InMemoryKeyStore(),
                    Optional.of(new Tokens(Issuer.NAME, Optional.empty(), issuer.keys(), clock)),
                    Optional.of(new Operator("key", new TenantId("us"))),
                    clock),
            _ -> Optional.empty(),
            new InvocationLog(new Json(), clock, FixedPlatform.NONE));

    @Test
    void whoIsKnownIsNamed() {
        try (var lines = new LogLines(InvocationLog.LOGGER)) {
            authorizer.authorizer(question(Map.of("authorization", "Bearer key")));
            assertThat(lines.only())
                    .contains("\"outcome\":\"known\"", "\"apiRequestId\":\"JKJaXmPLvHcESHA=\"")
                    .doesNotContain("Bearer", "key");
        }
        var answer = authorizer.authorizer(question(Map.of("authorization", "Bearer key")));

        assertThat(answer.isAuthorized()).isTrue();
        assertThat(answer.context())
                .isEqualTo(Map.of(
                        "tenant", "us",
                        "actor", "key:operator",
                        "scopes", "admin delete download read write",
                        "operator", "true"));
    }

    @Test
    void whoIsNotKnownComesThroughWithoutAName() {
        for (var headers :
                java.util.Arrays.asList(Map.<String, String>of(), Map.of("authorization", "Bearer x"), null)) {
            var answer = authorizer.authorizer(question(headers));

            assertThat(answer.isAuthorized()).isTrue();
            assertThat(answer.context()).isEmpty();
        }
    }

    @Test
    void whenTheIssuersKeysCannotBeHadTheFunctionsAreTold() {
        var token = issuer.sign(Issuer.claims(clock.instant()).build());
        issuer.close();

        var answer = authorizer.authorizer(question(Map.of("authorization", "Bearer " + token)));

        assertThat(answer.isAuthorized()).isTrue();
        assertThat(answer.context()).containsOnlyKeys("unavailable");
    }

    private static Question question(Map<String, String> headers) {
        return new Question(headers, new RequestContext("JKJaXmPLvHcESHA="));
    }
}
