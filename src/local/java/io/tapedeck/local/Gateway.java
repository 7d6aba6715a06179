package io.tapedeck.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.runtime.InvocationDeadline;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/** The HTTP API in API Gateway's place: finds the route, asks the authorizer, calls the function, writes its answer. */
@Singleton
class Gateway {
    private static final Logger LOG = Logger.getLogger(Gateway.class);
    /** As long as API Gateway gives the slowest of the functions. */
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(29);

    private static final byte[] NOTHING = {};

    private final Functions functions;
    private final InvocationDeadline deadline;
    private final Clock clock;
    private final Bodies bodies;
    private final List<Route> routes;
    private final Optional<Cors> cors;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Gateway(Template template, Functions functions, InvocationDeadline deadline, Clock clock, Bodies bodies) {
        this.functions = functions;
        this.deadline = deadline;
        this.clock = clock;
        this.bodies = bodies;
        this.routes = template.routes();
        this.cors = template.cors();
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(Gateway::refuse);
        router.route().last().handler(context -> receive(context.request(), context.vertx()));
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    /** Answers what the router does not take: no Host or none that is one, or a target that is not a path. */
    private static void refuse(RoutingContext context) {
        GatewayReply reply = switch (context.statusCode()) {
            case 400 ->
                GatewayReply.problem(
                        ProblemException.invalid("", "the request must have a path and one valid Host header"));
            case 500 -> failed(context.failure());
            default -> problem(ProblemType.NOT_FOUND, "There is no resource at this address.");
        };
        reply.write(context.request());
    }

    private void receive(HttpServerRequest request, Vertx vertx) {
        if (cors.isPresent() && Cors.isPreflight(request)) {
            cors.get().preflight(request);
            return;
        }
        IncomingBody body = IncomingBody.hold(request, vertx);
        threads.execute(() -> answer(request, body));
    }

    private void answer(HttpServerRequest request, IncomingBody body) {
        GatewayReply reply;
        try {
            reply = call(request, body);
        } catch (HttpEvent.MalformedAddressException e) {
            reply = GatewayReply.problem(ProblemException.invalid("", "the address has an invalid percent-encoding"));
        } catch (ProblemException e) {
            reply = GatewayReply.problem(e);
        } catch (IncomingBody.CallerGoneException e) {
            reply = GatewayReply.problem(ProblemException.invalid("", "the body is incomplete"));
        } catch (Exception e) {
            reply = failed(e);
        }
        bodies.discard(body);
        cors.ifPresent(rules -> rules.expose(request, request.response()));
        reply.write(request);
    }

    private GatewayReply call(HttpServerRequest request, IncomingBody body) throws Exception {
        for (Route route : routes) {
            Optional<Map<String, String>> parameters =
                    route.match(request.method().name(), request.path());
            if (parameters.isPresent()) {
                return call(route, new HttpEvent(request, route, parameters.get(), clock.instant()), body);
            }
        }
        return problem(ProblemType.NOT_FOUND, "There is no resource at this address.");
    }

    /** Only of a caller who is known, or where anybody may post, is a body read; the functions answer all else without it. */
    private GatewayReply call(Route route, HttpEvent event, IncomingBody body) throws Exception {
        if (!route.authorized()) {
            return route.method().equals("POST")
                    ? bodies.read(body, bytes -> call(route, event.forFunction(null, bytes)))
                    : call(route, event.forFunction(null, NOTHING));
        }
        JsonNode verdict = invoke("authorizer", event.forAuthorizer());
        if (!verdict.path("isAuthorized").asBoolean()) {
            return problem(ProblemType.FORBIDDEN, "The authorizer denied the request.");
        }
        ObjectNode caller = (ObjectNode) verdict.path("context").deepCopy();
        return caller.hasNonNull("tenant")
                ? bodies.read(body, bytes -> call(route, event.forFunction(caller, bytes)))
                : call(route, event.forFunction(caller, NOTHING));
    }

    private GatewayReply call(Route route, ObjectNode event) throws Exception {
        return GatewayReply.of(invoke(route.function(), event));
    }

    private JsonNode invoke(String function, ObjectNode event) throws Exception {
        deadline.begin(ANSWERED_WITHIN);
        try {
            return functions.invoke(function, event);
        } finally {
            deadline.end();
        }
    }

    private static GatewayReply failed(Throwable cause) {
        String instance = "urn:uuid:" + UUID.randomUUID();
        LOG.errorf(cause, "a function failed, instance %s", instance);
        return GatewayReply.problem(
                new ProblemException(
                        ProblemType.INTERNAL,
                        "The request failed because of an internal error; quote the instance when reporting this."),
                instance);
    }

    private static GatewayReply problem(ProblemType type, String detail) {
        return GatewayReply.problem(new ProblemException(type, detail));
    }
}
