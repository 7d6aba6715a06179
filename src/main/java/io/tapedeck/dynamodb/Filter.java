package io.tapedeck.dynamodb;

import static java.util.stream.Collectors.joining;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Conditions that all hold of a row, as DynamoDB's expressions write them. */
final class Filter {
    private final StringJoiner expression = new StringJoiner(" AND ");
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, AttributeValue> values = new HashMap<>();

    /** The value at a path, with dots between names, is the given one. */
    Filter equal(String path, AttributeValue value) {
        expression.add(path(path) + " = " + value(value));
        return this;
    }

    /** The value at one of the paths at least is the given one. */
    Filter anyEqual(List<String> paths, AttributeValue value) {
        var name = value(value);
        expression.add(paths.stream().map(path -> path(path) + " = " + name).collect(joining(" OR ", "(", ")")));
        return this;
    }

    Filter notEqual(String path, AttributeValue value) {
        expression.add(path(path) + " <> " + value(value));
        return this;
    }

    /** The list at a path has the given element. */
    Filter contains(String path, AttributeValue element) {
        expression.add("contains(" + path(path) + ", " + value(element) + ")");
        return this;
    }

    Filter absentOrGreater(String path, AttributeValue value) {
        expression.add("(attribute_not_exists(" + path(path) + ") OR " + path(path) + " > " + value(value) + ")");
        return this;
    }

    String expression() {
        return expression.toString();
    }

    /** The names in the expression, together with others. */
    Map<String, String> names(Map<String, String> others) {
        var all = new HashMap<>(others);
        all.putAll(names);
        return all;
    }

    /** The values in the expression, together with others. */
    Map<String, AttributeValue> values(Map<String, AttributeValue> others) {
        var all = new HashMap<>(others);
        all.putAll(values);
        return all;
    }

    private String path(String path) {
        for (var name : path.split("\\.")) {
            names.put("#" + name, name);
        }
        return "#" + path.replace(".", ".#");
    }

    private String value(AttributeValue value) {
        var name = ":filter" + values.size();
        values.put(name, value);
        return name;
    }
}
