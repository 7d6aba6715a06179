package io.tapedeck.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapedeck.function.InvocationDeadline;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
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

    private static final int LARGEST_BODY = 6 * 1024 * 1024;

    private final Functions functions;
    private final InvocationDeadline deadline;
    private final Clock clock;
    private final List<Route> routes;
    private final Optional<Cors> cors;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Gateway(Template template, Functions functions, InvocationDeadline deadline, Clock clock) {
        this.functions = functions;
        this.deadline = deadline;
        this.clock = clock;
        this.routes = template.routes();
        this.cors = template.cors();
    }

    void register(@Observes Router router) {
        router.route().last().handler(context -> receive(context.request()));
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    private void receive(HttpServerRequest request) {
        if (cors.isPresent() && Cors.isPreflight(request)) {
            cors.get().preflight(request);
            return;
        }
        Buffer body = Buffer.buffer();
        request.handler(chunk -> {
            // what is too long is read to its end, so that the caller gets to see the answer, but not kept
            if (body.length() <= LARGEST_BODY) {
                body.appendBuffer(chunk);
            }
        });
        request.endHandler(end -> threads.execute(() -> answer(request, body)));
    }

    private void answer(HttpServerRequest request, Buffer body) {
        GatewayReply reply;
        deadline.begin(ANSWERED_WITHIN);
        try {
            reply = body.length() > LARGEST_BODY
                    ? problem(ProblemType.TOO_LARGE, "The body is longer than 6 MiB.")
                    : call(request, body);
        } catch (HttpEvent.MalformedAddressException e) {
            reply = GatewayReply.problem(ProblemException.invalid("", "the address is not properly percent-encoded"));
        } catch (Exception e) {
            reply = failed(e);
        } finally {
            deadline.end();
        }
        cors.ifPresent(rules -> rules.expose(request, request.response()));
        reply.write(request);
    }

    private GatewayReply call(HttpServerRequest request, Buffer body) throws Exception {
        for (Route route : routes) {
            Optional<Map<String, String>> parameters =
                    route.match(request.method().name(), request.path());
            if (parameters.isPresent()) {
                return call(route, new HttpEvent(request, route, parameters.get(), clock.instant()), body);
            }
        }
        return problem(ProblemType.NOT_FOUND, "There is no such address.");
    }

    private GatewayReply call(Route route, HttpEvent event, Buffer body) throws Exception {
        ObjectNode authorizer = null;
        if (route.authorized()) {
            JsonNode verdict = functions.invoke("authorizer", event.forAuthorizer());
            if (!verdict.path("isAuthorized").asBoolean()) {
                return problem(ProblemType.FORBIDDEN, "The authorizer refused.");
            }
            authorizer = (ObjectNode) verdict.path("context").deepCopy();
        }
        return GatewayReply.of(functions.invoke(route.function(), event.forFunction(authorizer, body.getBytes())));
    }

    private static GatewayReply failed(Exception cause) {
        String instance = "urn:uuid:" + UUID.randomUUID();
        LOG.errorf(cause, "a function failed, instance %s", instance);
        return GatewayReply.problem(
                new ProblemException(ProblemType.INTERNAL, "The request could not be served. The fault lies here."),
                instance);
    }

    private static GatewayReply problem(ProblemType type, String detail) {
        return GatewayReply.problem(new ProblemException(type, detail));
    }
}
