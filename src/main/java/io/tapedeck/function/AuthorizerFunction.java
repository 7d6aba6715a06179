package io.tapedeck.function;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2CustomAuthorizerEvent;
import io.quarkus.funqy.Funq;
import io.tapedeck.auth.Authenticator;
import io.tapedeck.http.Caller;
import io.tapedeck.log.Invocation;
import io.tapedeck.log.InvocationLog;
import io.tapedeck.log.Outcome.Done;
import io.tapedeck.problem.ProblemException;
import java.util.Map;
import java.util.Optional;

/**
 * Tells the functions who is calling. It lets everybody through: a function that is told of nobody answers 401 with a
 * problem, which API Gateway could not.
 */
public class AuthorizerFunction {
    private final Authenticator authenticator;
    private final InvocationLog log;

    AuthorizerFunction(Authenticator authenticator, InvocationLog log) {
        this.authenticator = authenticator;
        this.log = log;
    }

    @Funq("authorizer")
    public Authorization authorizer(APIGatewayV2CustomAuthorizerEvent event) {
        try (var invocation = log.begin("authorizer")) {
            invocation.cameBy(event.getRequestContext().getRequestId());
            return new Authorization(true, context(event, invocation));
        }
    }

    private Map<String, Object> context(APIGatewayV2CustomAuthorizerEvent event, Invocation invocation) {
        try {
            var caller = Optional.ofNullable(event.getHeaders())
                    .map(headers -> headers.get("authorization"))
                    .flatMap(authenticator::authenticate);
            invocation.ended(caller.isPresent() ? Done.KNOWN : Done.UNKNOWN);
            return caller.map(Caller::toContext).orElse(Map.of());
        } catch (ProblemException e) {
            invocation.ended(Done.UNAVAILABLE);
            return Caller.unknownFor(e.getMessage());
        }
    }

    /** The simple response of a Lambda authorizer, format 2.0. */
    public record Authorization(boolean isAuthorized, Map<String, Object> context) {}
}
