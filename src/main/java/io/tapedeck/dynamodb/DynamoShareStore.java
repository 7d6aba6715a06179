package io.tapedeck.dynamodb;

import static io.tapedeck.dynamodb.Attributes.text;
import static io.tapedeck.dynamodb.Attributes.time;

import io.tapedeck.id.RecordingId;
import io.tapedeck.id.ShareId;
import io.tapedeck.id.TenantId;
import io.tapedeck.recording.RecordingStore.Commit;
import io.tapedeck.sharing.Share;
import io.tapedeck.sharing.ShareStore;
import io.tapedeck.sharing.SharedAudio;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Keeps a share in its recording's partition, and under its token's hash where that is. The sweep is told of those that something
 * may have been cut out for; the table forgets them all by itself.
 */
public final class DynamoShareStore implements ShareStore {
    private static final AttributeValue NO = AttributeValue.fromBool(false);
    private static final AttributeValue YES = AttributeValue.fromBool(true);

    private final Table table;
    private final Rows rows;
    private final Transactions transactions;

    public DynamoShareStore(Table table, Rows rows) {
        this.table = table;
        this.rows = rows;
        this.transactions = new Transactions(table);
    }

    @Override
    public void put(Share share) {
        var row = rows.share(share);
        row.put(RecordingRows.TTL, time(share.forgottenAt()));
        if (share.part().isClip()) {
            row.putAll(DueIndex.attributes(share.id().toString(), share.terms().expiresAt()));
        }
        var isNew = TransactWriteItem.builder()
                .put(put -> put.tableName(table.name()).item(row).conditionExpression("attribute_not_exists(pk)"))
                .build();
        switch (transactions.write(List.of(isNew, token(share)))) {
            case COMMITTED -> {}
            case STALE -> replaceToken(share);
        }
    }

    @Override
    public Optional<Share> find(Share.Place place) {
        return table.get(Keys.share(place)).map(rows::share);
    }

    @Override
    public Optional<Share.Place> locate(String token) {
        return table.get(Keys.shareToken(token))
                .map(row -> new Share.Place(
                        new TenantId(row.get("tenant").s()),
                        RecordingId.parse(row.get("recording").s()).orElseThrow(),
                        ShareId.parse(row.get("id").s()).orElseThrow()));
    }

    @Override
    public List<Share> list(TenantId tenant, RecordingId recording) {
        return table.rows(Keys.partition(tenant, recording), Keys.SHARES).stream()
                .map(rows::share)
                .toList();
    }

    @Override
    public boolean clipped(Share.Place place, SharedAudio clip, Instant now) {
        return table.holds(table.update(Keys.share(place))
                .updateExpression("SET clip = :clip")
                .conditionExpression("revoked = :no AND terms.expiresAt > :now")
                .expressionAttributeValues(Map.of(":clip", rows.attribute(clip), ":no", NO, ":now", time(now)))
                .build());
    }

    @Override
    public Optional<Share> revoke(Share.Place place, Instant now) {
        var values = new HashMap<>(Map.of(":yes", YES));
        var due = DueIndex.attributes(place.share().toString(), now);
        due.forEach((name, value) -> values.put(":" + name, value));
        try {
            var revoked = table.client()
                    .updateItem(table.update(Keys.share(place))
                            .updateExpression("SET revoked = :yes, dueKey = :dueKey, dueAt = :dueAt")
                            .conditionExpression("attribute_exists(pk)")
                            .expressionAttributeValues(values)
                            .returnValues(ReturnValue.ALL_NEW)
                            .build());
            return Optional.of(rows.share(revoked.attributes()));
        } catch (ConditionalCheckFailedException e) {
            return Optional.empty();
        }
    }

    /** The share's own row goes last: whoever dies in between leaves it to be found. */
    @Override
    public void remove(Share share) {
        table.client().deleteItem(table.delete(Keys.shareToken(share.token())).build());
        table.client().deleteItem(table.delete(Keys.share(share.place())).build());
    }

    @Override
    public void settle(Share share) {
        table.holds(table.update(Keys.share(share.place()))
                .updateExpression("REMOVE dueKey, dueAt")
                .conditionExpression("revoked = :no")
                .expressionAttributeValues(Map.of(":no", NO))
                .build());
    }

    /** The one that was made under this id before was never handed out by its token. */
    private void replaceToken(Share share) {
        var before = find(share.place());
        var update = TransactWriteItem.builder()
                .update(change -> change.tableName(table.name())
                        .key(Keys.share(share.place()))
                        .updateExpression("SET #token = :token")
                        .conditionExpression("attribute_exists(pk)")
                        .expressionAttributeNames(Map.of("#token", "token"))
                        .expressionAttributeValues(Map.of(":token", text(share.token()))))
                .build();
        if (transactions.write(List.of(update, token(share))) == Commit.COMMITTED) {
            before.ifPresent(replaced -> table.client()
                    .deleteItem(table.delete(Keys.shareToken(replaced.token())).build()));
        }
    }

    private TransactWriteItem token(Share share) {
        var row = new HashMap<>(Keys.shareToken(share.token()));
        row.put("tenant", text(share.tenant()));
        row.put("recording", text(share.recording()));
        row.put("id", text(share.id()));
        row.put(RecordingRows.TTL, time(share.forgottenAt()));
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table.name()).item(row))
                .build();
    }
}
