package io.tapedeck.local;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;

/** Makes the table as the template describes it. */
final class TableSetup {
    private final Map<?, ?> description;

    TableSetup(Map<?, ?> description) {
        this.description = description;
    }

    /** Creates the table unless it is there already. */
    void create(DynamoDbClient dynamoDb, String name) {
        try {
            dynamoDb.createTable(request(name));
            dynamoDb.waiter().waitUntilTableExists(table -> table.tableName(name));
            Map<?, ?> ttl = Template.map(description.get("TimeToLiveSpecification"));
            dynamoDb.updateTimeToLive(update -> update.tableName(name)
                    .timeToLiveSpecification(spec ->
                            spec.attributeName(text(ttl, "AttributeName")).enabled((Boolean) ttl.get("Enabled"))));
        } catch (ResourceInUseException e) {
            // it is there from an earlier start
        }
    }

    private CreateTableRequest request(String name) {
        Map<?, ?> stream = Template.map(description.get("StreamSpecification"));
        return CreateTableRequest.builder()
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(maps(description, "AttributeDefinitions").stream()
                        .map(definition -> AttributeDefinition.builder()
                                .attributeName(text(definition, "AttributeName"))
                                .attributeType(text(definition, "AttributeType"))
                                .build())
                        .toList())
                .keySchema(keys(description))
                .globalSecondaryIndexes(maps(description, "GlobalSecondaryIndexes").stream()
                        .map(TableSetup::index)
                        .toList())
                .streamSpecification(spec -> spec.streamEnabled(true).streamViewType(text(stream, "StreamViewType")))
                .build();
    }

    private static GlobalSecondaryIndex index(Map<?, ?> index) {
        Map<?, ?> projection = Template.map(index.get("Projection"));
        return GlobalSecondaryIndex.builder()
                .indexName(text(index, "IndexName"))
                .keySchema(keys(index))
                .projection(spec -> spec.projectionType(text(projection, "ProjectionType"))
                        .nonKeyAttributes(attributes(projection)))
                .build();
    }

    private static List<KeySchemaElement> keys(Map<?, ?> owner) {
        return maps(owner, "KeySchema").stream()
                .map(key -> KeySchemaElement.builder()
                        .attributeName(text(key, "AttributeName"))
                        .keyType(text(key, "KeyType"))
                        .build())
                .toList();
    }

    /** What an index has beside its keys; null, which is sent as nothing, where it has all or none. */
    private static List<String> attributes(Map<?, ?> projection) {
        return projection.containsKey("NonKeyAttributes")
                ? Template.list(projection.get("NonKeyAttributes")).stream()
                        .map(String::valueOf)
                        .toList()
                : null;
    }

    private static List<? extends Map<?, ?>> maps(Map<?, ?> owner, String name) {
        return Template.list(owner.get(name)).stream().map(Template::map).toList();
    }

    private static String text(Map<?, ?> owner, String name) {
        return String.valueOf(owner.get(name));
    }
}
