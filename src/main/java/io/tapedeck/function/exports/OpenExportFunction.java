package io.tapedeck.function.exports;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.bulk.BulkExport.Archived;
import io.tapedeck.bulk.BulkExportStore;
import io.tapedeck.bulk.ExportedRecordings;
import io.tapedeck.http.ContentDisposition;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.ExportLinks;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.storage.AudioStore;
import java.time.Duration;

/** Opens a link to the file of an export of many recordings: sends on to it by a presigned URL of a minute. */
public class OpenExportFunction {
    private static final String ZIP = "application/zip";
    private static final Duration VALIDITY = Duration.ofMinutes(1);

    private final Exchange exchange;
    private final BulkExportStore exports;
    private final ExportedRecordings recordings;
    private final ExportLinks links;
    private final AudioStore files;

    OpenExportFunction(
            Exchange exchange,
            BulkExportStore exports,
            ExportedRecordings recordings,
            ExportLinks links,
            AudioStore files) {
        this.exchange = exchange;
        this.exports = exports;
        this.recordings = recordings;
        this.links = links;
        this.files = files;
    }

    @Funq("openExport")
    public APIGatewayV2HTTPResponse openExport(APIGatewayV2HTTPEvent event) {
        return exchange.answerAnyone(event, "openExport", this::openExport);
    }

    private Reply openExport(Request request) {
        var grant = links.open(request.path().getOrDefault("token", ""))
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "This link does not exist."));
        var export = exports.find(grant.tenant(), grant.export())
                .orElseThrow(() -> new ProblemException(ProblemType.GONE, "This export has been deleted."));
        recordings.requireFetchable(export);
        var disposition = ContentDisposition.ATTACHMENT.value(export.id() + ".zip");
        return request.method().equals("HEAD")
                ? Reply.headersOf(ZIP, export.archived().map(Archived::size).orElseThrow(), disposition)
                : Reply.redirect(files.presignDownload(export.object(), ZIP, disposition, VALIDITY));
    }
}
