package io.tapedeck.dynamodb;

import static io.tapedeck.dynamodb.Attributes.number;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** An update of a row that makes it if it is not there. */
final class Upsert {
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, AttributeValue> values = new HashMap<>(Map.of(":one", number(1)));
    private final List<String> set = new ArrayList<>();
    private final List<String> counted = new ArrayList<>();

    /** Sets what the row does not have. */
    Upsert begin(Map<String, AttributeValue> attributes) {
        attributes.forEach((name, value) -> set(name, value, "#%1$s = if_not_exists(#%1$s, :%1$s)"));
        return this;
    }

    /** Sets what the row has by now. */
    Upsert set(Map<String, AttributeValue> attributes) {
        attributes.forEach((name, value) -> set(name, value, "#%1$s = :%1$s"));
        return this;
    }

    /** Adds one to a number, which begins with none. */
    Upsert count(String name) {
        names.put("#" + name, name);
        counted.add("#%s :one".formatted(name));
        return this;
    }

    /** The request, for more to be said of it; {@code more} are the values of its condition. */
    UpdateItemRequest.Builder of(UpdateItemRequest.Builder update, Map<String, AttributeValue> more) {
        values.putAll(more);
        return update.updateExpression("SET %s ADD %s".formatted(String.join(", ", set), String.join(", ", counted)))
                .expressionAttributeNames(names)
                .expressionAttributeValues(values);
    }

    private void set(String name, AttributeValue value, String form) {
        names.put("#" + name, name);
        values.put(":" + name, value);
        set.add(form.formatted(name));
    }
}
