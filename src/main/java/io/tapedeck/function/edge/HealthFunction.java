package io.tapedeck.function.edge;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.KeyStore;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.id.StorageName;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.remote.Storages;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.UploadStore;
import java.util.Map;
import java.util.stream.Collectors;

/** Answers once table and bucket do. */
public class HealthFunction {
    private final Exchange exchange;
    private final KeyStore keys;
    private final UploadStore uploads;
    private final Storages storages;

    HealthFunction(Exchange exchange, KeyStore keys, UploadStore uploads, Storages storages) {
        this.exchange = exchange;
        this.keys = keys;
        this.uploads = uploads;
        this.storages = storages;
    }

    @Funq("health")
    public APIGatewayV2HTTPResponse health(APIGatewayV2HTTPEvent event) {
        return exchange.answerAnyone(event, "health", this::health);
    }

    private Reply health(Request request) {
        try {
            keys.find("key_health");
            uploads.find(new ObjectKey("health"));
            return Reply.ok(new Health("ok", told(storages.askShared())));
        } catch (RuntimeException e) {
            throw new ProblemException(ProblemType.UNAVAILABLE, "The database or the audio store does not answer.");
        }
    }

    private static Map<String, String> told(Map<StorageName, Boolean> answers) {
        return answers.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().value(), entry -> entry.getValue() ? "ok" : "down"));
    }

    /**
     * How the deployment is.
     *
     * @param storages that all tenants have besides its own bucket: what lies elsewhere can be worked on while one is down
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Health(String status, Map<String, String> storages) {}
}
