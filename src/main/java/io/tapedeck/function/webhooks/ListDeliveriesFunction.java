package io.tapedeck.function.webhooks;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.Scope;
import io.tapedeck.http.Cursors;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.json.DeliveryView;
import io.tapedeck.json.PageView;
import io.tapedeck.webhook.DeliveryStore;
import io.tapedeck.webhook.Webhooks;

/** Lists what became of telling a webhook, by events the newest first, for 30 days. */
public class ListDeliveriesFunction {
    private static final int MOST = 100;
    private static final long USUAL = 25;

    private final Exchange exchange;
    private final Webhooks webhooks;
    private final DeliveryStore deliveries;
    private final Cursors cursors;

    ListDeliveriesFunction(Exchange exchange, Webhooks webhooks, DeliveryStore deliveries, Cursors cursors) {
        this.exchange = exchange;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.cursors = cursors;
    }

    @Funq("listDeliveries")
    public APIGatewayV2HTTPResponse listDeliveries(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "listDeliveries", Scope.ADMIN, this::listDeliveries);
    }

    private Reply listDeliveries(Request request) {
        var limit = request.query().integer("limit", 1, MOST).orElse(USUAL).intValue();
        var cursor = request.query().text("cursor");
        request.query().only("limit", "cursor");
        var webhook = webhooks.find(request.tenant(), WebhookRequest.id(request));
        var list = "deliveries of " + webhook.id();
        var page = deliveries.list(request.tenant(), webhook.id(), cursors.read(request.tenant(), list, cursor), limit);
        return Reply.ok(new PageView<>(
                page.items().stream().map(DeliveryView::of).toList(),
                page.next().map(next -> cursors.write(request.tenant(), list, next))));
    }
}
