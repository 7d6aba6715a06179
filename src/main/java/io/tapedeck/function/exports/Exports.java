package io.tapedeck.function.exports;

import io.tapedeck.access.Scope;
import io.tapedeck.bulk.BulkExport;
import io.tapedeck.bulk.BulkExports;
import io.tapedeck.bulk.ExportedRecordings;
import io.tapedeck.http.ExportLinks;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.id.ExportId;
import io.tapedeck.json.BulkExportView;
import java.util.Optional;

/** Finds the export that a request is about, and shows exports. */
public final class Exports {
    private final BulkExports exports;
    private final ExportLinks links;
    private final ExportedRecordings exported;

    public Exports(BulkExports exports, ExportLinks links, ExportedRecordings exported) {
        this.exports = exports;
        this.links = links;
        this.exported = exported;
    }

    /** @throws io.tapedeck.problem.ProblemException not-found if the path names none of the caller's */
    BulkExport find(Request request) {
        var id = ExportId.parse(request.path().getOrDefault("export", "")).orElseThrow(BulkExports::notFound);
        return exports.get(request.tenant(), id);
    }

    /** An export, with a link to its file for those who may download, as an answer that nobody may keep. */
    Reply show(int status, Request request, BulkExport export) {
        return Reply.of(status, BulkExportView.of(export, url(request, export))).with("cache-control", "no-store");
    }

    private Optional<String> url(Request request, BulkExport export) {
        return Optional.of(export)
                .filter(_ -> request.caller().orElseThrow().scopes().contains(Scope.DOWNLOAD))
                .filter(exported::isThere)
                .map(there -> request.base() + links.path(there));
    }
}
