package io.tapedeck.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapedeck.id.Seconds;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads a JSON object property by property, and notes what is wrong by JSON pointer. A property that nobody asked for is
 * unknown, which {@link #done} notes.
 */
public final class Fields {
    private static final double THOUSAND = 1000;

    private final ObjectNode object;
    private final String pointer;
    private final FieldErrors errors;
    private final Set<String> known = new HashSet<>();

    /** @param pointer of the object in the body; empty for the body itself */
    public Fields(ObjectNode object, String pointer, FieldErrors errors) {
        this.object = object;
        this.pointer = pointer;
        this.errors = errors;
    }

    /** Of a body that has none. */
    public static Fields none(FieldErrors errors) {
        return new Fields(nothing(), "", errors);
    }

    /** A text of 1 character at least. */
    public Optional<String> text(String name, int longest) {
        return text(name, 1, longest);
    }

    /** A text; lengths are in characters of Unicode. */
    public Optional<String> text(String name, int shortest, int longest) {
        return node(name).flatMap(node -> text(node, at(name), shortest, longest));
    }

    /** A text of a form, which the message describes: "must be …". */
    public Optional<String> text(String name, Pattern form, String message) {
        return node(name)
                .filter(node ->
                        check(node.isTextual() && form.matcher(node.textValue()).matches(), at(name), message))
                .map(JsonNode::textValue);
    }

    /** A whole number in a range; 3.0 is 3. */
    public Optional<Long> integer(String name, long least, long most) {
        return node(name)
                .filter(node -> check(
                        isIntegerIn(node, least, most),
                        at(name),
                        "must be a whole number from " + least + " to " + most))
                .map(node -> node.decimalValue().longValue());
    }

    /** A point in time up to the year 9999, in whole seconds since 1970. */
    public Optional<Instant> time(String name) {
        return time(name, Instant.EPOCH);
    }

    /** One that is not before another. */
    public Optional<Instant> time(String name, Instant earliest) {
        return integer(name, earliest.getEpochSecond(), Seconds.LAST.getEpochSecond())
                .map(Instant::ofEpochSecond);
    }

    /** A number in a range, to the nearest thousandth. */
    public Optional<Double> number(String name, double least, double most) {
        return node(name).flatMap(node -> number(node, at(name), least, most));
    }

    /** A list of numbers in a range, to the nearest thousandth. */
    public Optional<List<Double>> numbers(String name, int longest, double least, double most) {
        return list(name, 0, longest, (node, place) -> number(node, place, least, most));
    }

    /** True or false. */
    public Optional<Boolean> flag(String name) {
        return node(name)
                .filter(node -> check(node.isBoolean(), at(name), "must be true or false"))
                .map(JsonNode::booleanValue);
    }

    /** One of some constants, by the name that they have outside. */
    public <E extends Enum<E>> Optional<E> choice(String name, Class<E> constants) {
        return choice(name, List.of(constants.getEnumConstants()));
    }

    /** One of these constants, numbers and flags, by the name that each has outside. */
    public <T> Optional<T> choice(String name, List<T> choices) {
        return node(name).flatMap(node -> choice(node, at(name), choices));
    }

    /** An object. */
    public Optional<Fields> object(String name) {
        return tree(name).map(tree -> new Fields(tree, at(name), errors));
    }

    /** An object; one without properties where there is none. */
    public Optional<Fields> objectOrNothing(String name) {
        return has(name) ? object(name) : Optional.of(new Fields(nothing(), at(name), errors));
    }

    /** An object, or true, which is one without properties; false is none. */
    public Optional<Fields> objectOrFlag(String name) {
        return node(name)
                .filter(node ->
                        check(node.isObject() || node.isBoolean(), at(name), "must be true, false or an object"))
                .filter(node -> node.isObject() || node.booleanValue())
                .map(node -> new Fields(node instanceof ObjectNode tree ? tree : nothing(), at(name), errors));
    }

    /** An object, unread. */
    public Optional<ObjectNode> tree(String name) {
        return node(name)
                .filter(node -> check(node.isObject(), at(name), "must be an object"))
                .map(ObjectNode.class::cast);
    }

    /** A list whose items are objects. */
    public <T> Optional<List<T>> objects(String name, int fewest, int most, Function<Fields, T> reader) {
        return list(
                name,
                fewest,
                most,
                (node, place) -> check(node.isObject(), place, "must be an object")
                        ? Optional.of(reader.apply(new Fields((ObjectNode) node, place, errors)))
                        : Optional.empty());
    }

    /** A list whose items are texts of 1 character at least, each there once. */
    public Optional<List<String>> texts(String name, int most, int longest) {
        return texts(name, 0, most, longest)
                .filter(items ->
                        check(Set.copyOf(items).size() == items.size(), at(name), "must not contain duplicates"));
    }

    /** A list whose items are texts of 1 character at least. */
    public Optional<List<String>> texts(String name, int fewest, int most, int longest) {
        return list(name, fewest, most, (node, place) -> text(node, place, 1, longest));
    }

    /** A list whose items are constants. */
    public <E extends Enum<E>> Optional<List<E>> choices(String name, int fewest, Class<E> constants) {
        var choices = List.of(constants.getEnumConstants());
        return list(name, fewest, choices.size(), (node, place) -> choice(node, place, choices));
    }

    /** Notes that a property which must be there is not. */
    public <T> Optional<T> required(String name, Optional<T> value) {
        if (!object.has(name)) {
            errors.add(at(name), "is required");
        }
        return value;
    }

    /** Whether nothing has been found wrong so far, here or anywhere else in the request. */
    public boolean isSound() {
        return errors.isEmpty();
    }

    /** Notes what is wrong with a property. */
    public void wrong(String name, String message) {
        errors.add(at(name), message);
    }

    /** Notes what is wrong with an item of a list. */
    public void wrong(String name, int item, String message) {
        errors.add(at(name) + "/" + item, message);
    }

    /** Whether the property is there, be it null. */
    public boolean has(String name) {
        return object.has(name);
    }

    /** Whether the property is there and says this. */
    public boolean says(String name, Object value) {
        return object.has(name) && isSaid(object.get(name), value);
    }

    /** Notes as unknown what has not been asked for; of the read-only ones, that they are. */
    public void done(Set<String> readOnly) {
        for (var name : (Iterable<String>) object::fieldNames) {
            if (!known.contains(name)) {
                errors.add(at(name), readOnly.contains(name) ? "is read-only" : "is unknown");
            }
        }
    }

    /** Notes as unknown what has not been asked for. */
    public void done() {
        done(Set.of());
    }

    private Optional<JsonNode> node(String name) {
        known.add(name);
        return Optional.ofNullable(object.get(name));
    }

    private String at(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private boolean check(boolean holds, String place, String message) {
        if (!holds) {
            errors.add(place, message);
        }
        return holds;
    }

    private Optional<String> text(JsonNode node, String place, int shortest, int longest) {
        var length = node.isTextual()
                ? node.textValue().codePointCount(0, node.textValue().length())
                : -1;
        var message = "must be a string of " + shortest + " to " + longest + " characters";
        return check(length >= shortest && length <= longest, place, message)
                ? Optional.of(node.textValue())
                : Optional.empty();
    }

    private Optional<Double> number(JsonNode node, String place, double least, double most) {
        var message = "must be a number from " + plain(least) + " to " + plain(most);
        return check(isIn(node, BigDecimal.valueOf(least), BigDecimal.valueOf(most)), place, message)
                ? Optional.of(Math.round(node.doubleValue() * THOUSAND) / THOUSAND)
                : Optional.empty();
    }

    private <T> Optional<T> choice(JsonNode node, String place, List<T> choices) {
        var found = choices.stream().filter(choice -> isSaid(node, choice)).findFirst();
        check(found.isPresent(), place, "must be one of " + names(choices));
        return found;
    }

    private static boolean isSaid(JsonNode node, Object choice) {
        return switch (choice) {
            case Boolean flag -> node.isBoolean() && flag == node.booleanValue();
            case Integer number -> isIntegerIn(node, number, number);
            default -> node.isTextual() && choice.toString().equals(node.textValue());
        };
    }

    /** What can be chosen, as a message says it. */
    public static String names(List<?> choices) {
        return choices.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** Absent where an item is wrong. */
    private <T> Optional<List<T>> list(
            String name, int fewest, int most, BiFunction<JsonNode, String, Optional<T>> reader) {
        var node = node(name);
        if (node.isEmpty()
                || !check(node.get().isArray(), at(name), "must be a list")
                || !check(
                        node.get().size() >= fewest && node.get().size() <= most,
                        at(name),
                        "must have " + fewest + " to " + most + " items")) {
            return Optional.empty();
        }
        var items = new ArrayList<T>();
        for (int i = 0; i < node.get().size(); i++) {
            reader.apply(node.get().get(i), at(name) + "/" + i).ifPresent(items::add);
        }
        return items.size() == node.get().size() ? Optional.of(items) : Optional.empty();
    }

    private static boolean isIntegerIn(JsonNode node, long least, long most) {
        return isIn(node, BigDecimal.valueOf(least), BigDecimal.valueOf(most))
                && node.decimalValue().stripTrailingZeros().scale() <= 0;
    }

    private static boolean isIn(JsonNode node, BigDecimal least, BigDecimal most) {
        return node.isNumber()
                && node.decimalValue().compareTo(least) >= 0
                && node.decimalValue().compareTo(most) <= 0;
    }

    /** An object without properties. */
    public static ObjectNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }
}
