package io.tapedeck.function.exports;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.Scope;
import io.tapedeck.bulk.BulkExportStore;
import io.tapedeck.http.Cursors;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.json.BulkExportView;
import io.tapedeck.json.PageView;
import java.util.Optional;

/** Lists the exports of many recordings of the last 30 days, newest first, without their links. */
public class ListExportsFunction {
    private static final String LIST = "exports";
    private static final int MOST = 100;
    private static final long USUAL = 25;

    private final Exchange exchange;
    private final BulkExportStore store;
    private final Cursors cursors;

    ListExportsFunction(Exchange exchange, BulkExportStore store, Cursors cursors) {
        this.exchange = exchange;
        this.store = store;
        this.cursors = cursors;
    }

    @Funq("listExports")
    public APIGatewayV2HTTPResponse listExports(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "listExports", Scope.READ, this::listExports);
    }

    private Reply listExports(Request request) {
        var limit = request.query().integer("limit", 1, MOST).orElse(USUAL).intValue();
        var cursor = request.query().text("cursor");
        request.query().only("limit", "cursor");
        var page = store.list(request.tenant(), cursors.read(request.tenant(), LIST, cursor), limit);
        var items = page.items().stream()
                .map(export -> BulkExportView.of(export, Optional.empty()))
                .toList();
        var next = page.next().map(position -> cursors.write(request.tenant(), LIST, position));
        return Reply.ok(new PageView<>(items, next));
    }
}
