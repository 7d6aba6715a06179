package io.tapedeck.function.exports;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.Scope;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;

/** Says how far an export of many recordings is, and where to get its file. */
public class RetrieveExportFunction {
    private final Exchange exchange;
    private final Exports exports;

    RetrieveExportFunction(Exchange exchange, Exports exports) {
        this.exchange = exchange;
        this.exports = exports;
    }

    @Funq("retrieveExport")
    public APIGatewayV2HTTPResponse retrieveExport(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "retrieveExport", Scope.READ, this::retrieveExport);
    }

    private Reply retrieveExport(Request request) {
        request.query().only();
        return exports.show(200, request, exports.find(request));
    }
}
