package io.tapedeck.function;

import io.quarkus.funqy.Funq;
import io.tapedeck.auth.Authenticator;
import io.tapedeck.http.Caller;
import io.tapedeck.problem.ProblemException;
import java.util.Map;
import java.util.Optional;

/**
 * Tells the functions who is calling. It lets everybody through: a function that is told of nobody answers 401 with a
 * problem, which API Gateway could not.
 */
public class AuthorizerFunction {
    private final Authenticator authenticator;

    AuthorizerFunction(Authenticator authenticator) {
        this.authenticator = authenticator;
    }

    @Funq("authorizer")
    public Authorization authorizer(Question question) {
        return new Authorization(true, context(question));
    }

    private Map<String, Object> context(Question question) {
        try {
            return Optional.ofNullable(question.headers())
                    .map(headers -> headers.get("authorization"))
                    .flatMap(authenticator::authenticate)
                    .map(Caller::toContext)
                    .orElse(Map.of());
        } catch (ProblemException e) {
            return Caller.unknownFor(e.getMessage());
        }
    }

    /** What of the request tells who is calling, format 2.0; there may be no headers. */
    public record Question(Map<String, String> headers) {}

    /** The simple response of a Lambda authorizer, format 2.0. */
    public record Authorization(boolean isAuthorized, Map<String, Object> context) {}
}
