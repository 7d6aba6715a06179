package io.tapedeck.function.edge;

import io.quarkus.funqy.Funq;
import io.tapedeck.auth.Authenticator;
import io.tapedeck.http.Caller;
import io.tapedeck.log.Invocation;
import io.tapedeck.log.InvocationLog;
import io.tapedeck.log.InvocationOutcome.Done;
import io.tapedeck.problem.KnownProblems;
import io.tapedeck.problem.ProblemException;
import java.util.Map;
import java.util.Optional;

/**
 * Tells the functions who is calling. It lets everybody through: a function that is told of nobody answers 401 with a
 * problem, which API Gateway could not.
 */
public class AuthorizerFunction {
    private final Authenticator authenticator;
    private final KnownProblems problems;
    private final InvocationLog log;

    AuthorizerFunction(Authenticator authenticator, KnownProblems problems, InvocationLog log) {
        this.authenticator = authenticator;
        this.problems = problems;
        this.log = log;
    }

    @Funq("authorizer")
    public Authorization authorizer(Question question) {
        try (var invocation = log.begin("authorizer")) {
            invocation.apiRequest(question.requestContext().requestId());
            return new Authorization(true, context(question, invocation));
        }
    }

    private Map<String, Object> context(Question question, Invocation invocation) {
        try {
            var caller = Optional.ofNullable(question.headers())
                    .map(headers -> headers.get("authorization"))
                    .flatMap(authenticator::authenticate);
            invocation.ended(caller.isPresent() ? Done.KNOWN : Done.UNKNOWN);
            return caller.map(Caller::toContext).orElse(Map.of());
        } catch (ProblemException e) {
            invocation.ended(Done.UNAVAILABLE);
            return Caller.unknownFor(e);
        } catch (RuntimeException e) {
            var problem = problems.of(e).orElseThrow(() -> e);
            invocation.ended(Done.UNAVAILABLE);
            return Caller.unknownFor(problem);
        }
    }

    /** What of the request tells who is calling, format 2.0; there may be no headers. */
    public record Question(Map<String, String> headers, RequestContext requestContext) {}

    /** Where the request came by. */
    public record RequestContext(String requestId) {}

    /** The simple response of a Lambda authorizer, format 2.0. */
    public record Authorization(boolean isAuthorized, Map<String, Object> context) {}
}
