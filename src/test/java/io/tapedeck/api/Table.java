package io.tapedeck.api;

import io.tapedeck.function.Settings;
import jakarta.inject.Singleton;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The table as its owner sees it. */
@Singleton
public class Table {
    private final DynamoDbClient client;
    private final Settings settings;

    Table(DynamoDbClient client, Settings settings) {
        this.client = client;
        this.settings = settings;
    }

    /** The rows in which one of the words stands, wherever. */
    public List<String> rowsWith(List<String> words) {
        return client.scanPaginator(scan -> scan.tableName(settings.tableName())).items().stream()
                .map(Object::toString)
                .filter(row -> words.stream().anyMatch(row::contains))
                .toList();
    }
}
