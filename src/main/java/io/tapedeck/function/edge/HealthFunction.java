package io.tapedeck.function.edge;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.KeyStore;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.UploadStore;

/** Answers once table and bucket do. */
public class HealthFunction {
    private final Exchange exchange;
    private final KeyStore keys;
    private final UploadStore uploads;

    HealthFunction(Exchange exchange, KeyStore keys, UploadStore uploads) {
        this.exchange = exchange;
        this.keys = keys;
        this.uploads = uploads;
    }

    @Funq("health")
    public APIGatewayV2HTTPResponse health(APIGatewayV2HTTPEvent event) {
        return exchange.answerAnyone(event, "health", this::health);
    }

    private Reply health(Request request) {
        try {
            keys.find("key_health");
            uploads.find(new ObjectKey("health"));
            return Reply.ok(new Health("ok"));
        } catch (RuntimeException e) {
            throw new ProblemException(ProblemType.UNAVAILABLE, "The database or the audio store does not answer.");
        }
    }

    /** How the deployment is. */
    public record Health(String status) {}
}
