package io.tapedeck.function.exports;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.Scope;
import io.tapedeck.bulk.LateBulkExports;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;

/** Ends an export of many recordings, and destroys its file. */
public class DeleteExportFunction {
    private final Exchange exchange;
    private final Exports exports;
    private final LateBulkExports late;

    DeleteExportFunction(Exchange exchange, Exports exports, LateBulkExports late) {
        this.exchange = exchange;
        this.exports = exports;
        this.late = late;
    }

    @Funq("deleteExport")
    public APIGatewayV2HTTPResponse deleteExport(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "deleteExport", Scope.DOWNLOAD, this::deleteExport);
    }

    private Reply deleteExport(Request request) {
        request.query().only();
        late.remove(exports.find(request));
        return Reply.empty(204);
    }
}
