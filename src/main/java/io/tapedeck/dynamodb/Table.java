package io.tapedeck.dynamodb;

import io.tapedeck.concurrency.Deadline;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The one table, by its name.
 *
 * @param deadline bounds how long is waited for others to be out of the way
 */
public record Table(DynamoDbClient client, String name, Deadline deadline) {
    /** The row of a key as it is at this moment. */
    Optional<Map<String, AttributeValue>> get(Map<String, AttributeValue> key) {
        var answer = client.getItem(request -> request.tableName(name).key(key).consistentRead(true));
        return answer.hasItem() ? Optional.of(answer.item()) : Optional.empty();
    }

    /** All rows of a partition whose sort keys begin so, in their order, as they are at this moment. */
    List<Map<String, AttributeValue>> rows(String partition, String prefix) {
        var values = Map.of(":pk", Attributes.text(partition), ":prefix", Attributes.text(prefix));
        return all(query().consistentRead(true)
                .keyConditionExpression("pk = :pk AND begins_with(sk, :prefix)")
                .expressionAttributeValues(values)
                .build());
    }

    /** The rows that a query finds, over all its pages. */
    List<Map<String, AttributeValue>> all(QueryRequest query) {
        return client.queryPaginator(query).items().stream().toList();
    }

    QueryRequest.Builder query() {
        return QueryRequest.builder().tableName(name);
    }

    PutItemRequest.Builder put(Map<String, AttributeValue> row) {
        return PutItemRequest.builder().tableName(name).item(row);
    }

    UpdateItemRequest.Builder update(Map<String, AttributeValue> key) {
        return UpdateItemRequest.builder().tableName(name).key(key);
    }

    DeleteItemRequest.Builder delete(Map<String, AttributeValue> key) {
        return DeleteItemRequest.builder().tableName(name).key(key);
    }

    /**
     * Puts a row in place of the one that has been read, and answers whether nobody else has meanwhile.
     *
     * @param read the revision of the row that was read
     */
    boolean replaces(Map<String, AttributeValue> row, long read) {
        return holds(put(row).conditionExpression("#revision = :read")
                .expressionAttributeNames(Map.of("#revision", "revision"))
                .expressionAttributeValues(Map.of(":read", Attributes.number(read)))
                .build());
    }

    /** Whether the update's condition held, and so it was made. */
    boolean holds(UpdateItemRequest update) {
        try {
            client.updateItem(update);
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    /** Whether the row's condition held, and so it was put. */
    boolean holds(PutItemRequest put) {
        try {
            client.putItem(put);
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    /** Whether the deletion's condition held, and so it was made. */
    boolean holds(DeleteItemRequest deletion) {
        try {
            client.deleteItem(deletion);
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }
}
