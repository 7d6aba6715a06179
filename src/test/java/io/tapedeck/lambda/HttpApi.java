package io.tapedeck.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapedeck.Operation;
import io.tapedeck.api.Contract;
import java.util.List;

/** API Gateway's part: asks the authorizer, puts the request to the function, and holds the answer to the contract. */
final class HttpApi {
    private final Deployment deployment;
    private final Contract contract = new Contract();

    HttpApi(Deployment deployment) {
        this.deployment = deployment;
    }

    /** The routes that lead to a function. */
    List<Operation> routes(String function) {
        return deployment.stack().template().routes().stream()
                .filter(route -> route.id().equals(function))
                .toList();
    }

    /** Sends a request on the first route of its function. */
    Answer send(Request request) {
        return send(request, routes(request.function()).getFirst());
    }

    /** Sends a request and requires that status of the answer. */
    JsonNode send(Request request, int status) {
        var answer = send(request);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer.json();
    }

    Answer send(Request request, Operation route) {
        var event = authorized(request, route);
        return judged(event, Answer.of(deployment.function(request.function()).answer(event)));
    }

    /** The event that the first route of its function makes of a request. */
    ObjectNode event(Request request) {
        return authorized(request, routes(request.function()).getFirst());
    }

    /** The answer of a function to an event, held to the contract. */
    Answer answer(String function, JsonNode event) {
        return judged(event, Answer.of(deployment.function(function).answer(event)));
    }

    private ObjectNode authorized(Request request, Operation route) {
        var event = event(request, route);
        if (!route.open()) {
            var context = event.withObject("/requestContext").putObject("authorizer");
            context.set("lambda", authorize(event));
        }
        return event;
    }

    private JsonNode authorize(ObjectNode event) {
        var question = Payload.read("authorizer");
        question.set("headers", event.get("headers"));
        var answer = deployment.function("authorizer").answer(question);
        assertThat(answer.path("isAuthorized").asBoolean()).isTrue();
        return answer.path("context");
    }

    private Answer judged(JsonNode event, Answer answer) {
        var method = event.at("/requestContext/http/method").asText();
        var path = event.path("rawPath").asText();
        if (!method.equals("HEAD")) {
            var type = answer.headers().getOrDefault("content-type", "");
            assertThat(contract.judge(method, path, answer.status(), type, answer.body()))
                    .as("%s %s answers %s", method, path, answer)
                    .isEmpty();
        }
        return answer;
    }

    private static ObjectNode event(Request request, Operation route) {
        var event = Payload.read("http-api");
        var method = route.method().equals("ANY") ? "GET" : route.method();
        var path = route.path().startsWith("/") ? route.path() : "/nowhere";
        for (var parameter : request.path().entrySet()) {
            path = path.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        var key = route.path().startsWith("/") ? method + " " + route.path() : route.path();
        event.put("routeKey", key).put("rawPath", path);
        event.withObject("/requestContext").put("routeKey", key);
        event.withObject("/requestContext/http").put("method", method).put("path", path);
        request.headers().forEach(event.withObject("/headers")::put);
        if (!request.path().isEmpty()) {
            request.path().forEach(event.withObject("/pathParameters")::put);
        }
        request.body().ifPresent(body -> event.put("body", body));
        return event;
    }
}
