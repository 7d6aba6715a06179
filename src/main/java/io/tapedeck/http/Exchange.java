package io.tapedeck.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.tapedeck.access.Scope;
import io.tapedeck.http.Idempotency.Answer;
import io.tapedeck.id.UlidSource;
import io.tapedeck.json.Json;
import io.tapedeck.log.InvocationLog;
import io.tapedeck.problem.KnownProblems;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** Turns an event of API Gateway into a typed request, and what a function makes of it into an answer. */
public final class Exchange {
    private static final ProblemException FAULT = new ProblemException(
            ProblemType.INTERNAL,
            "The request failed because of an internal error; quote the instance when reporting this.");

    private static final ProblemException TOO_LARGE = new ProblemException(
            ProblemType.TOO_LARGE,
            "The answer is too large to be sent like this; ask for it with Accept-Encoding: gzip.");

    private static final String AUTHENTICATE = "www-authenticate";

    private final Json json;
    private final Supplier<Idempotency> idempotency;
    private final UlidSource ids;
    private final Optional<String> publicUrl;
    private final KnownProblems known;
    private final InvocationLog log;
    private final RequestLog requests;

    /**
     * @param idempotency asked for where a POST comes in; other functions lack what it needs
     * @param publicUrl address of the API where it is not the one that was called, without a slash at its end
     */
    public Exchange(
            Json json,
            Supplier<Idempotency> idempotency,
            UlidSource ids,
            Optional<String> publicUrl,
            KnownProblems known,
            InvocationLog log) {
        this.json = json;
        this.idempotency = idempotency;
        this.ids = ids;
        this.publicUrl = publicUrl;
        this.known = known;
        this.log = log;
        this.requests = new RequestLog(log);
    }

    /** Answers a request of somebody who has the scope. */
    public APIGatewayV2HTTPResponse answer(
            APIGatewayV2HTTPEvent event, String function, Scope scope, Function<Request, Reply> handler) {
        return requests.around(
                function,
                event,
                () -> toEvent(event, answer(event, request -> {
                    authorize(request, scope);
                    return request.method().equals("POST")
                            ? idempotency.get().once(request, again -> write(handle(again, handler)))
                            : write(handle(request, handler));
                })));
    }

    /** Answers a request of anybody. */
    public APIGatewayV2HTTPResponse answerAnyone(
            APIGatewayV2HTTPEvent event, String function, Function<Request, Reply> handler) {
        return requests.around(
                function, event, () -> toEvent(event, answer(event, request -> write(handle(request, handler)))));
    }

    /**
     * The same where whatever is answered, a problem as well, is shown in a way of its own.
     *
     * @param show from what is answered to what is sent
     */
    public APIGatewayV2HTTPResponse answerAnyone(
            APIGatewayV2HTTPEvent event,
            String function,
            Function<Request, Reply> handler,
            BiFunction<Request, Reply, Reply> show) {
        return requests.around(
                function,
                event,
                () -> toEvent(event, answer(event, request -> write(show.apply(request, handle(request, handler))))));
    }

    /** The answer that tells of a problem. */
    public Reply problem(ProblemException problem) {
        return Reply.of(problem, instance());
    }

    private Answer answer(APIGatewayV2HTTPEvent event, Function<Request, Answer> handler) {
        var seed = ids.next();
        try {
            return handler.apply(Request.of(event, publicUrl, seed, json));
        } catch (ProblemException e) {
            return write(problem(e));
        } catch (RuntimeException e) {
            return write(unexpected(e));
        }
    }

    /** Problems are answers too: the same request under the same idempotency key gets the same one. */
    private Reply handle(Request request, Function<Request, Reply> handler) {
        try {
            return handler.apply(request);
        } catch (ProblemException e) {
            return problem(e);
        } catch (RuntimeException e) {
            return unexpected(e);
        }
    }

    private Reply unexpected(RuntimeException e) {
        var instance = instance();
        var problem = known.of(e).orElse(FAULT);
        if (problem.type().status() >= 500) {
            log.failure(instance, e);
        }
        return Reply.of(problem, instance);
    }

    private static void authorize(Request request, Scope scope) {
        var caller = request.caller()
                .orElseThrow(() -> new ProblemException(
                        ProblemType.UNAUTHENTICATED, "Send a valid API key or token: Authorization: Bearer …"));
        if (!caller.scopes().contains(scope)) {
            throw new ProblemException(ProblemType.FORBIDDEN, "The scope " + scope + " is required for this request.");
        }
    }

    private Answer write(Reply reply) {
        var body = reply.body().map(value -> value instanceof String text ? text : json.write(value));
        return new Answer(
                reply.status(), reply.headers(), body, reply.remembered().map(this::write));
    }

    private APIGatewayV2HTTPResponse toEvent(APIGatewayV2HTTPEvent event, Answer answer) {
        var reply = new Reply(answer.status(), answer.headers(), Optional.empty(), Optional.empty());
        var isUnauthenticated = answer.status() == 401 && !answer.headers().containsKey(AUTHENTICATE);
        var shown = isUnauthenticated ? reply.with(AUTHENTICATE, "Bearer") : reply;
        return Compressed.of(shown.toEvent(answer.body().orElse("")), event)
                .orElseGet(() -> toEvent(event, write(problem(TOO_LARGE))));
    }

    private String instance() {
        return "urn:ulid:" + ids.next();
    }
}
