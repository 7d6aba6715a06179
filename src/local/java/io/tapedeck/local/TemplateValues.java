package io.tapedeck.local;

import io.tapedeck.local.TemplateYaml.Intrinsic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a template says once CloudFormation's functions are called, as far as that is known without a stack on AWS. */
public final class TemplateValues {
    private static final Object NO_VALUE = new Object();
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]+)}");

    /** Stands for what only a stack on AWS has, such as the ARN of a resource. */
    public record Unknown(String what) {
        @Override
        public String toString() {
            return what;
        }
    }

    private final Map<?, ?> parameters;
    private final Map<?, ?> conditions;
    private final Map<String, String> given;

    private TemplateValues(Map<?, ?> parameters, Map<?, ?> conditions, Map<String, String> given) {
        this.parameters = parameters;
        this.conditions = conditions;
        this.given = Map.copyOf(given);
    }

    /**
     * Those of a template.
     *
     * @param given values of parameters, the others of which have their defaults; and of what only a stack on AWS has, such as
     *     {@code AWS::Region}, {@code Table} or {@code Key.Arn}, where they are known
     */
    public static TemplateValues of(Map<?, ?> document, Map<String, String> given) {
        return new TemplateValues(
                Template.map(document.get("Parameters")), Template.map(document.get("Conditions")), given);
    }

    /**
     * The value of a part of the template.
     *
     * @throws IllegalStateException when it uses a function that is not known here
     */
    public Object evaluate(Object part) {
        return switch (part) {
            case Intrinsic(String name, Object argument) -> call(name, argument);
            case Map<?, ?> map -> isCall(map) ? call(map) : entries(map);
            case List<?> list ->
                list.stream()
                        .map(this::evaluate)
                        .filter(value -> value != NO_VALUE)
                        .toList();
            case null -> null;
            default -> part;
        };
    }

    /** Whether a resource is made at all. */
    boolean isMade(Map<?, ?> resource) {
        return !resource.containsKey("Condition") || Boolean.TRUE.equals(condition(resource.get("Condition")));
    }

    /** The long form of a function: a mapping with its name alone. */
    private static boolean isCall(Map<?, ?> map) {
        return map.size() == 1
                && map.keySet().iterator().next() instanceof String key
                && (key.equals("Ref") || key.startsWith("Fn::"));
    }

    private Object call(Map<?, ?> map) {
        Map.Entry<?, ?> call = map.entrySet().iterator().next();
        return call(String.valueOf(call.getKey()).replace("Fn::", ""), call.getValue());
    }

    private Map<?, ?> entries(Map<?, ?> map) {
        Map<Object, Object> values = new LinkedHashMap<>();
        map.forEach((key, part) -> {
            Object value = evaluate(part);
            if (value != NO_VALUE) {
                values.put(key, value);
            }
        });
        return values;
    }

    private Object call(String function, Object argument) {
        return switch (function) {
            case "Ref" -> reference(String.valueOf(argument));
            case "GetAtt" -> attribute(String.valueOf(argument));
            case "Sub" -> substitute(argument);
            case "Split" -> split(arguments(function, argument, 2));
            case "If" -> choose(arguments(function, argument, 3));
            case "Condition" -> condition(argument);
            case "Equals" -> equal(arguments(function, argument, 2));
            case "Not" -> not(arguments(function, argument, 1));
            default ->
                throw new IllegalStateException(
                        "the template uses !%s, which the local stack does not support".formatted(function));
        };
    }

    private List<?> arguments(String function, Object argument, int count) {
        List<Object> values = new ArrayList<>();
        Template.list(argument).forEach(part -> values.add(evaluate(part)));
        if (values.size() != count) {
            throw new IllegalStateException("!%s takes %d arguments, not %s".formatted(function, count, argument));
        }
        return values;
    }

    private Object reference(String name) {
        if (name.equals("AWS::NoValue")) {
            return NO_VALUE;
        }
        Map<?, ?> parameter = Template.map(parameters.get(name));
        Object value = given.containsKey(name) ? given.get(name) : parameter.get("Default");
        if (value == null) {
            return new Unknown("!Ref " + name);
        }
        return isList(parameter) ? split(List.of(",", String.valueOf(value))) : value;
    }

    private Object attribute(String name) {
        return given.containsKey(name) ? given.get(name) : new Unknown("!GetAtt " + name);
    }

    private static boolean isList(Map<?, ?> parameter) {
        String type = String.valueOf(parameter.get("Type"));
        return type.equals("CommaDelimitedList") || type.startsWith("List<");
    }

    private Object substitute(Object argument) {
        List<?> parts = Template.list(argument);
        String text = String.valueOf(parts.isEmpty() ? argument : parts.getFirst());
        Map<?, ?> own = parts.size() > 1 ? Template.map(evaluate(parts.get(1))) : Map.of();
        StringBuilder result = new StringBuilder();
        Matcher variable = VARIABLE.matcher(text);
        while (variable.find()) {
            String name = variable.group(2);
            Object value = variable.group(1).isEmpty()
                    ? own.containsKey(name) ? own.get(name) : reference(name)
                    : "${" + name + "}";
            if (value instanceof Unknown) {
                return new Unknown("!Sub " + text);
            }
            variable.appendReplacement(result, Matcher.quoteReplacement(String.valueOf(value)));
        }
        return variable.appendTail(result).toString();
    }

    private static Object split(List<?> arguments) {
        return arguments.get(1) instanceof Unknown unknown
                ? unknown
                : Arrays.asList(
                        String.valueOf(arguments.get(1)).split(Pattern.quote(String.valueOf(arguments.get(0))), -1));
    }

    private Object choose(List<?> arguments) {
        return switch (condition(arguments.getFirst())) {
            case Boolean holds -> arguments.get(holds ? 1 : 2);
            case Object unknown -> unknown;
        };
    }

    private Object condition(Object name) {
        if (!conditions.containsKey(name)) {
            throw new IllegalStateException("the template has no condition " + name);
        }
        return evaluate(conditions.get(name));
    }

    /** A parameter's number equals the text that it is written as. */
    private static Object equal(List<?> arguments) {
        return arguments.stream()
                .filter(Unknown.class::isInstance)
                .<Object>map(unknown -> unknown)
                .findFirst()
                .orElseGet(() -> String.valueOf(arguments.get(0)).equals(String.valueOf(arguments.get(1))));
    }

    private static Object not(List<?> arguments) {
        return arguments.getFirst() instanceof Boolean holds ? !holds : arguments.getFirst();
    }
}
