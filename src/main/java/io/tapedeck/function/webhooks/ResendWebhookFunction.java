package io.tapedeck.function.webhooks;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.Scope;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.FieldErrors;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.id.Ulid;
import io.tapedeck.webhook.Webhooks;

/** Has an event sent again, or all events since a time. */
public class ResendWebhookFunction {
    private final Exchange exchange;
    private final Webhooks webhooks;

    ResendWebhookFunction(Exchange exchange, Webhooks webhooks) {
        this.exchange = exchange;
        this.webhooks = webhooks;
    }

    @Funq("resendWebhook")
    public APIGatewayV2HTTPResponse resendWebhook(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "resendWebhook", Scope.ADMIN, this::resendWebhook);
    }

    private Reply resendWebhook(Request request) {
        var errors = new FieldErrors();
        var body = request.json(WebhookRequest.LARGEST, errors);
        var event = body.text("event", Ulid.FORM, "must be the id of an event");
        var since = body.time("since");
        body.done();
        request.query().only();
        if (body.isSound() && event.isPresent() == since.isPresent()) {
            errors.add("", "must have either event or since");
        }
        errors.refuse();
        var id = WebhookRequest.id(request);
        event.map(Ulid::new).ifPresent(again -> webhooks.resend(request.tenant(), id, again));
        since.ifPresent(time -> webhooks.replay(request.tenant(), id, time));
        return Reply.empty(202);
    }
}
