package io.tapedeck.function.storages;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.Scope;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.json.PageView;

/** Lists the storages that a tenant has, without what is secret of them. */
public class ListStoragesFunction {
    private final Exchange exchange;
    private final StorageAnswers answers;

    ListStoragesFunction(Exchange exchange, StorageAnswers answers) {
        this.exchange = exchange;
        this.answers = answers;
    }

    @Funq("listStorages")
    public APIGatewayV2HTTPResponse listStorages(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "listStorages", Scope.READ, this::listStorages);
    }

    private Reply listStorages(Request request) {
        request.query().only();
        return Reply.ok(PageView.all(answers.all(request.tenant())));
    }
}
