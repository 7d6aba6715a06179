package io.tapedeck.dynamodb;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An update that sets attributes and removes those that a row may have and now lacks. It leaves all others alone. */
record UpdateExpression(Map<String, AttributeValue> attributes, List<String> removed) {
    static UpdateExpression of(Map<String, AttributeValue> attributes, List<String> optional) {
        return new UpdateExpression(
                attributes,
                optional.stream().filter(name -> !attributes.containsKey(name)).toList());
    }

    String expression() {
        var set = new StringJoiner(", ", "SET ", "");
        attributes.keySet().forEach(name -> set.add("#" + name + " = :" + name));
        var remove = new StringJoiner(", ", " REMOVE ", "").setEmptyValue("");
        removed.forEach(name -> remove.add("#" + name));
        return set + remove.toString();
    }

    Map<String, String> names() {
        return Stream.concat(attributes.keySet().stream(), removed.stream())
                .collect(Collectors.toMap(name -> "#" + name, name -> name));
    }

    /** The values in the expression, together with others. */
    Map<String, AttributeValue> values(Map<String, AttributeValue> others) {
        var values = new HashMap<>(others);
        attributes.forEach((name, value) -> values.put(":" + name, value));
        return values;
    }
}
