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
import java.util.Optional;

/** Gives a webhook another secret, which is shown in the answer and nowhere else. */
public class RotateWebhookFunction {
    private final Exchange exchange;
    private final Webhooks webhooks;

    RotateWebhookFunction(Exchange exchange, Webhooks webhooks) {
        this.exchange = exchange;
        this.webhooks = webhooks;
    }

    @Funq("rotateWebhook")
    public APIGatewayV2HTTPResponse rotateWebhook(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "rotateWebhook", Scope.ADMIN, this::rotateWebhook);
    }

    private Reply rotateWebhook(Request request) {
        request.query().only();
        var rotated = webhooks.rotate(request.tenant(), WebhookRequest.id(request));
        return Reply.ok(WebhookView.of(rotated.webhook(), Optional.of(rotated.secret())))
                .with("cache-control", "no-store");
    }
}
