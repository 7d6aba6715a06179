package io.tapedeck.function.exports;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.Scope;
import io.tapedeck.bulk.BulkExports;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.FieldErrors;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.http.request.BulkExportRequest;
import io.tapedeck.id.ExportId;

/** Has many recordings packed into one file. */
public class CreateExportFunction {
    private static final int LARGEST = 64 * 1024;

    private final Exchange exchange;
    private final BulkExports exports;
    private final Exports views;

    CreateExportFunction(Exchange exchange, BulkExports exports, Exports views) {
        this.exchange = exchange;
        this.exports = exports;
        this.views = views;
    }

    @Funq("createExport")
    public APIGatewayV2HTTPResponse createExport(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "createExport", Scope.DOWNLOAD, this::createExport);
    }

    private Reply createExport(Request request) {
        var errors = new FieldErrors();
        var wanted = BulkExportRequest.read(request.json(LARGEST, errors));
        request.query().only();
        errors.refuse();
        var accepted = exports.accept(
                request.tenant(),
                new ExportId(request.seed()),
                wanted.selection(),
                wanted.contents(),
                request.caller().orElseThrow().actor());
        return views.show(202, request, accepted).with("location", "/v1/exports/" + accepted.id());
    }
}
