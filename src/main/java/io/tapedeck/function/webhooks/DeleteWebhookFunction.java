package io.tapedeck.function.webhooks;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.Scope;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.webhook.Webhooks;

/** Removes a webhook. It is told of nothing more, not even of what is under way. */
public class DeleteWebhookFunction {
    private final Exchange exchange;
    private final Webhooks webhooks;

    DeleteWebhookFunction(Exchange exchange, Webhooks webhooks) {
        this.exchange = exchange;
        this.webhooks = webhooks;
    }

    @Funq("deleteWebhook")
    public APIGatewayV2HTTPResponse deleteWebhook(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "deleteWebhook", Scope.ADMIN, this::deleteWebhook);
    }

    private Reply deleteWebhook(Request request) {
        request.query().only();
        webhooks.delete(request.tenant(), WebhookRequest.id(request));
        return Reply.empty(204);
    }
}
