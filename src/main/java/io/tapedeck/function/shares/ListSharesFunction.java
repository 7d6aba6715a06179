package io.tapedeck.function.shares;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.Scope;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.json.PageView;
import io.tapedeck.json.ShareView;
import io.tapedeck.sharing.Shares;

/** Lists the shares of a recording, without their links. */
public class ListSharesFunction {
    private final Exchange exchange;
    private final Shares shares;

    ListSharesFunction(Exchange exchange, Shares shares) {
        this.exchange = exchange;
        this.shares = shares;
    }

    @Funq("listShares")
    public APIGatewayV2HTTPResponse listShares(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "listShares", Scope.READ, this::listShares);
    }

    private Reply listShares(Request request) {
        request.query().only();
        return Reply.ok(PageView.all(shares.list(request.tenant(), request.recording()).stream()
                .map(ShareView::of)
                .toList()));
    }
}
