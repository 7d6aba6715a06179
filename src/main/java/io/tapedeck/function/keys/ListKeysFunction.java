package io.tapedeck.function.keys;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.KeyStore;
import io.tapedeck.access.Scope;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.json.KeyView;
import io.tapedeck.json.PageView;
import java.util.Optional;

/** Lists the API keys of a tenant, without their secrets. */
public class ListKeysFunction {
    private final Exchange exchange;
    private final KeyStore keys;

    ListKeysFunction(Exchange exchange, KeyStore keys) {
        this.exchange = exchange;
        this.keys = keys;
    }

    @Funq("listKeys")
    public APIGatewayV2HTTPResponse listKeys(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "listKeys", Scope.ADMIN, this::listKeys);
    }

    private Reply listKeys(Request request) {
        request.query().only();
        return Reply.ok(PageView.all(keys.list(request.tenant()).stream()
                .map(key -> KeyView.of(key, Optional.empty()))
                .toList()));
    }
}
