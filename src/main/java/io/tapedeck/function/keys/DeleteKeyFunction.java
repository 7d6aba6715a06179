package io.tapedeck.function.keys;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.ApiKey;
import io.tapedeck.access.KeyStore;
import io.tapedeck.access.Scope;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.id.TenantId;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;

/** Revokes an API key. The operator may revoke those of every tenant. */
public class DeleteKeyFunction {
    private final Exchange exchange;
    private final KeyStore keys;

    DeleteKeyFunction(Exchange exchange, KeyStore keys) {
        this.exchange = exchange;
        this.keys = keys;
    }

    @Funq("deleteKey")
    public APIGatewayV2HTTPResponse deleteKey(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "deleteKey", Scope.ADMIN, this::deleteKey);
    }

    private Reply deleteKey(Request request) {
        request.query().only();
        var id = request.path().getOrDefault("key", "");
        if (!ApiKey.isId(id)) {
            throw unknown();
        }
        return switch (keys.remove(owner(request, id), id)) {
            case REMOVED -> Reply.empty(204);
            case UNKNOWN -> throw unknown();
        };
    }

    private static ProblemException unknown() {
        return new ProblemException(ProblemType.NOT_FOUND, "This key does not exist.");
    }

    private TenantId owner(Request request, String id) {
        return request.caller().orElseThrow().operator()
                ? keys.find(id).map(ApiKey::tenant).orElse(request.tenant())
                : request.tenant();
    }
}
