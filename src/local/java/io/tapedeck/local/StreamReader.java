package io.tapedeck.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamDescription;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Reads a table's stream shard by shard, parents first, from where the checkpoints say. */
final class StreamReader {
    private final DynamoDbStreamsClient streams;
    private final String stream;
    private final Checkpoints checkpoints;
    private final Map<String, String> iterators = new HashMap<>();
    private List<Shard> shards = List.of();

    StreamReader(DynamoDbStreamsClient streams, String stream, Checkpoints checkpoints) {
        this.streams = streams;
        this.stream = stream;
        this.checkpoints = checkpoints;
    }

    /**
     * Hands over all records that have come since the last call, each shard's in order.
     *
     * @throws DynamoDbException when the stream cannot be read now
     */
    void read(Consumer<Record> consumer) {
        if (open().findAny().isEmpty()) {
            shards = describe();
        }
        open().forEach(shard -> read(shard.shardId(), consumer));
    }

    private Stream<Shard> open() {
        return shards.stream()
                .filter(shard -> !checkpoints.ended(shard.shardId()))
                .filter(shard -> shards.stream()
                        .noneMatch(parent -> parent.shardId().equals(shard.parentShardId())
                                && !checkpoints.ended(parent.shardId())));
    }

    private void read(String shard, Consumer<Record> consumer) {
        try {
            GetRecordsResponse page;
            do {
                String iterator = iterators.computeIfAbsent(shard, this::iterator);
                page = streams.getRecords(request -> request.shardIterator(iterator));
                page.records().forEach(consumer);
                note(shard, page);
            } while (!page.records().isEmpty() && page.nextShardIterator() != null);
        } catch (ExpiredIteratorException e) {
            iterators.remove(shard);
        }
    }

    private void note(String shard, GetRecordsResponse page) {
        if (!page.records().isEmpty()) {
            checkpoints.save(shard, page.records().getLast().dynamodb().sequenceNumber());
        }
        if (page.nextShardIterator() == null) {
            checkpoints.end(shard);
            iterators.remove(shard);
        } else {
            iterators.put(shard, page.nextShardIterator());
        }
    }

    private String iterator(String shard) {
        Optional<String> position = checkpoints.position(shard);
        try {
            return position.isPresent()
                    ? iterator(shard, ShardIteratorType.AFTER_SEQUENCE_NUMBER, position.get())
                    : iterator(shard, ShardIteratorType.TRIM_HORIZON, null);
        } catch (TrimmedDataAccessException e) {
            return iterator(shard, ShardIteratorType.TRIM_HORIZON, null);
        }
    }

    private String iterator(String shard, ShardIteratorType type, String position) {
        return streams.getShardIterator(request -> request.streamArn(stream)
                        .shardId(shard)
                        .shardIteratorType(type)
                        .sequenceNumber(position))
                .shardIterator();
    }

    private List<Shard> describe() {
        List<Shard> all = new ArrayList<>();
        StreamDescription page;
        do {
            String last = all.isEmpty() ? null : all.getLast().shardId();
            page = streams.describeStream(request -> request.streamArn(stream).exclusiveStartShardId(last))
                    .streamDescription();
            all.addAll(page.shards());
        } while (page.lastEvaluatedShardId() != null && page.hasShards());
        return all;
    }
}
