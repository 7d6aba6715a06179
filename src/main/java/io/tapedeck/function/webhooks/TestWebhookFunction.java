package io.tapedeck.function.webhooks;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.Scope;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.json.DeliveryView;
import io.tapedeck.webhook.Delivering;
import io.tapedeck.webhook.Webhooks;

/** Sends a webhook an event that tells of nothing, and says at once what came of it. */
public class TestWebhookFunction {
    private final Exchange exchange;
    private final Webhooks webhooks;
    private final Delivering delivering;

    TestWebhookFunction(Exchange exchange, Webhooks webhooks, Delivering delivering) {
        this.exchange = exchange;
        this.webhooks = webhooks;
        this.delivering = delivering;
    }

    @Funq("testWebhook")
    public APIGatewayV2HTTPResponse testWebhook(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "testWebhook", Scope.ADMIN, this::testWebhook);
    }

    private Reply testWebhook(Request request) {
        request.query().only();
        var webhook = webhooks.find(request.tenant(), WebhookRequest.id(request));
        return Reply.ok(DeliveryView.of(
                delivering.test(webhook, request.caller().orElseThrow().actor())));
    }
}
