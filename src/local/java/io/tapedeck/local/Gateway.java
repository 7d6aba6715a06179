package io.tapedeck.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
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
    private static final int LARGEST_BODY = 6 * 1024 * 1024;

    private final Functions functions;
    private final Clock clock;
    private final List<Route> routes;
    private final Optional<Cors> cors;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Gateway(Settings settings, Functions functions, Clock clock) {
        Template template = Template.read(settings.template());
        this.functions = functions;
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
        Reply reply;
        try {
            reply = body.length() > LARGEST_BODY
                    ? Reply.problem(413, "too-large", "The body is too large.")
                    : call(request, body);
        } catch (HttpEvent.MalformedAddressException e) {
            reply = Reply.problem(400, "invalid-request", "The address is not properly encoded.");
        } catch (Exception e) {
            reply = failed(e);
        }
        cors.ifPresent(rules -> rules.expose(request, request.response()));
        reply.write(request);
    }

    private Reply call(HttpServerRequest request, Buffer body) throws Exception {
        for (Route route : routes) {
            Optional<Map<String, String>> parameters =
                    route.match(request.method().name(), request.path());
            if (parameters.isPresent()) {
                return call(route, new HttpEvent(request, route, parameters.get(), clock.instant()), body);
            }
        }
        return Reply.problem(404, "not-found", "There is nothing here.");
    }

    private Reply call(Route route, HttpEvent event, Buffer body) throws Exception {
        ObjectNode authorizer = null;
        if (route.authorized()) {
            JsonNode verdict = functions.invoke("authorizer", event.forAuthorizer());
            if (!verdict.path("isAuthorized").asBoolean()) {
                return Reply.problem(403, "forbidden", "The authorizer refused.");
            }
            authorizer = (ObjectNode) verdict.path("context").deepCopy();
        }
        return Reply.of(functions.invoke(route.function(), event.forFunction(authorizer, body.getBytes())));
    }

    private static Reply failed(Exception cause) {
        String instance = "urn:uuid:" + UUID.randomUUID();
        LOG.errorf(cause, "a function failed, instance %s", instance);
        return Reply.problem(500, "internal", "Something went wrong on our side.", instance);
    }
}
