package io.tapedeck.dynamodb;

import static io.tapedeck.dynamodb.Attributes.number;
import static io.tapedeck.dynamodb.Attributes.time;

import io.tapedeck.concurrency.Backoff;
import io.tapedeck.json.EventData;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Event;
import io.tapedeck.sharing.Share;
import io.tapedeck.sharing.ShareUseStore;
import io.tapedeck.sharing.Tries;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Counts openings in one transaction each, and tries at a password by conditional writes. */
public final class DynamoShareUseStore implements ShareUseStore {
    /** How long a counted opening is remembered, which is longer than any is good for. */
    private static final Duration REMEMBERED = Duration.ofDays(2);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Table table;
    private final Rows rows;
    private final UsageUpdates usage;
    private final EventRows events;
    private final Transactions transactions;

    public DynamoShareUseStore(Table table, Rows rows, EventData data) {
        this.table = table;
        this.rows = rows;
        this.usage = new UsageUpdates(table);
        this.events = new EventRows(data);
        this.transactions = new Transactions(table);
    }

    @Override
    public boolean isCounted(Share share, String opening) {
        return table.get(Keys.opening(share.place(), opening)).isPresent();
    }

    @Override
    public Counted count(CallRecording recording, Share share, String opening, Event event, Instant now) {
        var written = transactions.write(List.of(
                mark(share, opening, now),
                view(share, now),
                usage.counting(recording, now),
                events.put(table, event, recording.downloaded(now))));
        return switch (written) {
            case COMMITTED -> Counted.COUNTED;
            case STALE -> isCounted(share, opening) ? Counted.COUNTED : why(share);
        };
    }

    @Override
    public Attempt begin(Share share, Instant now) {
        var backoff = new Backoff(table.deadline().within(PATIENCE));
        var tries = Optional.of(share.tries());
        while (tries.isPresent()) {
            var read = tries.get();
            var wait = read.wait(now);
            if (wait.isPresent()) {
                return new Attempt.Throttled(wait.get());
            } else if (read.begun(now)
                    .filter(begun -> replace(share, read, begun))
                    .isPresent()) {
                return new Attempt.Allowed();
            }
            tries = backoff.pause() ? tries(share) : Optional.empty();
        }
        return new Attempt.Throttled(Duration.ofSeconds(1));
    }

    @Override
    public void end(Share share, Instant begun, boolean isRight) {
        change(share, tries -> isRight ? tries.right(begun) : tries.wrong(begun));
    }

    private void change(Share share, Function<Tries, Tries> change) {
        var backoff = new Backoff(table.deadline().within(PATIENCE));
        var tries = tries(share);
        while (tries.isPresent() && !replace(share, tries.get(), change.apply(tries.get()))) {
            if (!backoff.pause()) {
                throw new ProblemException(
                        ProblemType.TOO_MANY_REQUESTS,
                        "Many passwords are given at the same time; try again in a moment.");
            }
            tries = tries(share);
        }
    }

    private Optional<Tries> tries(Share share) {
        return table.get(Keys.share(share.place())).map(rows::share).map(Share::tries);
    }

    private boolean replace(Share share, Tries read, Tries next) {
        return table.holds(table.update(Keys.share(share.place()))
                .updateExpression("SET tries = :next")
                .conditionExpression("tries = :read")
                .expressionAttributeValues(Map.of(":read", rows.attribute(read), ":next", rows.attribute(next)))
                .build());
    }

    private Counted why(Share share) {
        return table.get(Keys.share(share.place()))
                .map(rows::share)
                .filter(now -> !now.revoked() && now.isUsedUp())
                .map(_ -> Counted.USED_UP)
                .orElse(Counted.GONE);
    }

    private TransactWriteItem mark(Share share, String opening, Instant now) {
        var row = new HashMap<>(Keys.opening(share.place(), opening));
        row.put(RecordingRows.TTL, time(now.plus(REMEMBERED)));
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table.name()).item(row).conditionExpression("attribute_not_exists(pk)"))
                .build();
    }

    private TransactWriteItem view(Share share, Instant now) {
        var values = new HashMap<String, AttributeValue>();
        values.put(":one", number(1));
        values.put(":no", AttributeValue.fromBool(false));
        values.put(":now", time(now));
        share.terms().maxViews().ifPresent(most -> values.put(":most", number(most)));
        var isLeft = share.terms().maxViews().map(_ -> " AND #views < :most").orElse("");
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table.name())
                        .key(Keys.share(share.place()))
                        .updateExpression("ADD #views :one")
                        .conditionExpression("revoked = :no AND terms.expiresAt > :now" + isLeft)
                        .expressionAttributeNames(Map.of("#views", "views"))
                        .expressionAttributeValues(values))
                .build();
    }
}
