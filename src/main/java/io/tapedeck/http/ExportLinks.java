package io.tapedeck.http;

import io.tapedeck.bulk.BulkExport;
import io.tapedeck.id.ExportId;
import io.tapedeck.id.TenantId;
import io.tapedeck.json.Json;
import java.util.Optional;

/** Links to the files of exports of many recordings. They carry which export they are of, signed; when they end is its matter. */
public final class ExportLinks {
    private static final String PURPOSE = "bulk-export";

    private final Seal seal;
    private final Json json;

    public ExportLinks(Seal seal, Json json) {
        this.seal = seal;
        this.json = json;
    }

    /** The link's path, to be put after the address of the API. */
    public String path(BulkExport export) {
        return "/e/" + seal.sign(PURPOSE, json.write(new Grant(export.tenant(), export.id())));
    }

    /** What a link is to; empty if this program did not make it. */
    public Optional<Grant> open(String token) {
        return seal.verify(PURPOSE, token).map(text -> json.read(text, Grant.class));
    }

    /** What a link is to. */
    public record Grant(TenantId tenant, ExportId export) {}
}
