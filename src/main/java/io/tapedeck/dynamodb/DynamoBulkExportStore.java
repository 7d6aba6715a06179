package io.tapedeck.dynamodb;

import static io.tapedeck.dynamodb.Attributes.text;
import static io.tapedeck.dynamodb.Attributes.time;

import io.tapedeck.bulk.BulkExport;
import io.tapedeck.bulk.BulkExportStore;
import io.tapedeck.id.ExportId;
import io.tapedeck.id.TenantId;
import io.tapedeck.recording.Page;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Keeps a tenant's exports of many recordings in one partition of the table. */
public final class DynamoBulkExportStore implements BulkExportStore {
    /** The pipe that tells workers of rows has this of each. */
    private static final String RECORDING = "recording";

    private final Table table;
    private final Rows rows;

    public DynamoBulkExportStore(Table table, Rows rows) {
        this.table = table;
        this.rows = rows;
    }

    @Override
    public void create(BulkExport export) {
        table.holds(table.put(row(export))
                .conditionExpression("attribute_not_exists(pk)")
                .build());
    }

    @Override
    public Optional<BulkExport> find(TenantId tenant, ExportId id) {
        return table.get(Keys.export(tenant, id)).map(rows::export);
    }

    @Override
    public Page<BulkExport> list(TenantId tenant, Optional<String> after, int limit) {
        var found = table
                .client()
                .queryPaginator(table.query()
                        .consistentRead(true)
                        .scanIndexForward(false)
                        .keyConditionExpression("pk = :pk AND sk BETWEEN :start AND :end")
                        .expressionAttributeValues(Map.of(
                                ":pk", text(Keys.exports(tenant)),
                                ":start", text(Keys.EXPORTS),
                                ":end",
                                        text(Keys.EXPORTS
                                                + after.map(DynamoBulkExportStore::before)
                                                        .orElse("~"))))
                        .limit(limit + 1)
                        .build())
                .items()
                .stream()
                .map(rows::export);
        return Pages.of(found, limit, export -> export.id().toString());
    }

    @Override
    public Optional<BulkExport> replace(BulkExport changed) {
        var revised = changed.revised();
        var isWritten = table.replaces(row(revised), changed.revision());
        return isWritten ? Optional.of(revised) : Optional.empty();
    }

    @Override
    public void remove(BulkExport export) {
        table.client()
                .deleteItem(
                        table.delete(Keys.export(export.tenant(), export.id())).build());
    }

    private static String before(String position) {
        var id = ExportId.parse(position)
                .orElseThrow(() -> new IllegalArgumentException("no position in a list of exports"));
        return id.ulid().previous().toString();
    }

    private Map<String, AttributeValue> row(BulkExport export) {
        var row = new HashMap<>(rows.export(export));
        row.put(RECORDING, text(export.id()));
        row.put(RecordingRows.TTL, time(export.created().plus(BulkExport.KEPT)));
        return row;
    }
}
