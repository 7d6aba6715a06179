package io.tapedeck.function.webhooks;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.Scope;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.json.WebhookView;
import io.tapedeck.webhook.Webhooks;

/** Changes where a webhook is, which events it is told of, and whether it is told at all. */
public class UpdateWebhookFunction {
    private final Exchange exchange;
    private final WebhookRequest requests;
    private final Webhooks webhooks;

    UpdateWebhookFunction(Exchange exchange, WebhookRequest requests, Webhooks webhooks) {
        this.exchange = exchange;
        this.requests = requests;
        this.webhooks = webhooks;
    }

    @Funq("updateWebhook")
    public APIGatewayV2HTTPResponse updateWebhook(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "updateWebhook", Scope.ADMIN, this::updateWebhook);
    }

    private Reply updateWebhook(Request request) {
        var change = requests.change(request);
        return Reply.ok(WebhookView.of(webhooks.change(request.tenant(), WebhookRequest.id(request), change::applyTo)));
    }
}
