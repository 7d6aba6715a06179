package io.tapedeck.function.webhooks;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.Scope;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.id.WebhookId;
import io.tapedeck.json.WebhookView;
import io.tapedeck.webhook.Webhooks;
import java.util.Optional;

/** Takes an address that is told of events. What messages are signed with is shown in the answer and nowhere else. */
public class CreateWebhookFunction {
    private final Exchange exchange;
    private final WebhookRequest requests;
    private final Webhooks webhooks;

    CreateWebhookFunction(Exchange exchange, WebhookRequest requests, Webhooks webhooks) {
        this.exchange = exchange;
        this.requests = requests;
        this.webhooks = webhooks;
    }

    @Funq("createWebhook")
    public APIGatewayV2HTTPResponse createWebhook(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "createWebhook", Scope.ADMIN, this::createWebhook);
    }

    private Reply createWebhook(Request request) {
        var terms = requests.create(request);
        var made = webhooks.create(request.tenant(), new WebhookId(request.seed()), terms);
        return Reply.of(201, WebhookView.of(made.webhook(), Optional.of(made.secret())))
                .with("cache-control", "no-store");
    }
}
