package io.tapedeck.api;

import io.tapedeck.runtime.Settings;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The table as its owner sees it. */
@Singleton
public class Table {
    private final DynamoDbClient client;
    private final Settings.Dynamodb settings;

    Table(DynamoDbClient client, Settings.Dynamodb settings) {
        this.client = client;
        this.settings = settings;
    }

    /** The rows in which one of the words stands, wherever. */
    public List<String> rowsWith(List<String> words) {
        return rows().map(Object::toString)
                .filter(row -> words.stream().anyMatch(row::contains))
                .toList();
    }

    /** The rows of all partitions whose name begins so. */
    List<Map<String, AttributeValue>> partitions(String beginning) {
        return rows().filter(row -> row.get("pk").s().startsWith(beginning)).toList();
    }

    /** All that stands in the table in clear, bytes as if they were Latin-1. */
    String text() {
        return rows().flatMap(row -> row.entrySet().stream())
                .map(attribute -> attribute.getKey() + "=" + text(attribute.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private Stream<Map<String, AttributeValue>> rows() {
        return client.scanPaginator(scan -> scan.tableName(settings.table())).items().stream();
    }

    private static String text(AttributeValue value) {
        return value.b() == null ? value.toString() : value.b().asString(StandardCharsets.ISO_8859_1);
    }
}
