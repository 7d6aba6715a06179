package io.tapedeck.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** JSON as DynamoDB's attributes. Numbers travel as decimal text and keep every digit. */
final class Attributes {
    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private Attributes() {}

    static AttributeValue text(Object value) {
        return AttributeValue.fromS(value.toString());
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    /** A point in time: whole seconds since 1970, as in the rows' JSON. */
    static AttributeValue time(Instant time) {
        return number(time.getEpochSecond());
    }

    /** The point in time that was written so. */
    static Instant time(AttributeValue seconds) {
        return Instant.ofEpochSecond(Long.parseLong(seconds.n()));
    }

    /** A JSON object as a row. */
    static Map<String, AttributeValue> row(JsonNode object) {
        var row = new HashMap<String, AttributeValue>();
        object.properties().forEach(property -> row.put(property.getKey(), attribute(property.getValue())));
        return row;
    }

    /** A row as a JSON object; binary attributes are left out. */
    static ObjectNode tree(Map<String, AttributeValue> row) {
        var object = NODES.objectNode();
        row.forEach((name, value) -> {
            if (value.type() != AttributeValue.Type.B) {
                object.set(name, node(value));
            }
        });
        return object;
    }

    private static AttributeValue attribute(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> text(node.textValue());
            case NUMBER -> AttributeValue.fromN(node.asText());
            case BOOLEAN -> AttributeValue.fromBool(node.booleanValue());
            case NULL -> AttributeValue.fromNul(true);
            case ARRAY -> AttributeValue.fromL(attributes(node));
            case OBJECT -> AttributeValue.fromM(row(node));
            case BINARY, MISSING, POJO -> throw new IllegalArgumentException("no JSON: " + node.getNodeType());
        };
    }

    private static List<AttributeValue> attributes(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(Attributes::attribute)
                .toList();
    }

    private static JsonNode node(AttributeValue value) {
        return switch (value.type()) {
            case S -> NODES.textNode(value.s());
            case N -> number(new BigDecimal(value.n()));
            case BOOL -> NODES.booleanNode(value.bool());
            case NUL -> NODES.nullNode();
            case L ->
                NODES.arrayNode()
                        .addAll(value.l().stream().map(Attributes::node).toList());
            case M -> tree(value.m());
            case B, BS, NS, SS, UNKNOWN_TO_SDK_VERSION ->
                throw new IllegalArgumentException("no JSON: " + value.type());
        };
    }

    private static JsonNode number(BigDecimal number) {
        return number.scale() <= 0 ? NODES.numberNode(number.toBigInteger()) : NODES.numberNode(number);
    }
}
