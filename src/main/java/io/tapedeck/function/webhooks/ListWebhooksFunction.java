package io.tapedeck.function.webhooks;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.Scope;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.json.PageView;
import io.tapedeck.json.WebhookView;
import io.tapedeck.webhook.Webhooks;

/** Lists the webhooks of a tenant, without what their messages are signed with. */
public class ListWebhooksFunction {
    private final Exchange exchange;
    private final Webhooks webhooks;

    ListWebhooksFunction(Exchange exchange, Webhooks webhooks) {
        this.exchange = exchange;
        this.webhooks = webhooks;
    }

    @Funq("listWebhooks")
    public APIGatewayV2HTTPResponse listWebhooks(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "listWebhooks", Scope.ADMIN, this::listWebhooks);
    }

    private Reply listWebhooks(Request request) {
        request.query().only();
        return Reply.ok(PageView.all(
                webhooks.list(request.tenant()).stream().map(WebhookView::of).toList()));
    }
}
