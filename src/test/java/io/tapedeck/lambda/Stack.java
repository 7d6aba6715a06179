package io.tapedeck.lambda;

import static io.tapedeck.SamTemplate.list;
import static io.tapedeck.SamTemplate.map;

import io.tapedeck.SamTemplate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** The template as CloudFormation would deploy it here: parameters, references and conditions have their values. */
final class Stack {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]+)}");
    private static final Pattern SECRET = Pattern.compile("\\{\\{resolve:secretsmanager:([^:}]+):.*}}");

    private final SamTemplate template;
    private final Map<String, String> values;

    /** @param values of parameters, pseudo parameters, resources ({@code Table}) and their attributes ({@code Key.Arn}) */
    Stack(SamTemplate template, Map<String, String> values) {
        this.template = template;
        this.values = new HashMap<>();
        template.section("Parameters").forEach((name, parameter) -> {
            if (map(parameter).containsKey("Default")) {
                this.values.put(name, String.valueOf(map(parameter).get("Default")));
            }
        });
        this.values.putAll(values);
    }

    SamTemplate template() {
        return template;
    }

    /** A property of a function, its own or what holds for all. */
    String property(String logicalId, String name) {
        return Optional.ofNullable(template.property(template.functions().get(logicalId), name))
                .flatMap(this::resolve)
                .orElseThrow();
    }

    /** The environment that the template gives a function. */
    Map<String, String> variables(String logicalId) {
        var written = new HashMap<>(SamTemplate.variables(template.globals()));
        written.putAll(SamTemplate.variables(template.functions().get(logicalId)));
        var variables = new HashMap<String, String>();
        written.forEach((name, value) -> resolve(value).ifPresent(text -> variables.put(name, text)));
        return variables;
    }

    /** The name of the log group that a function writes to. */
    String logGroup(String logicalId) {
        var logging = map(template.property(template.functions().get(logicalId), "LoggingConfig"));
        var group = (String) map(logging.get("LogGroup")).get("Ref");
        return resolve(template.properties(group).get("LogGroupName")).orElseThrow();
    }

    /** The format of what Lambda itself logs, which is the same for all functions. */
    String logFormat() {
        return (String) map(template.globals().get("LoggingConfig")).get("LogFormat");
    }

    /** The text that a value stands for; empty for {@code AWS::NoValue}. */
    private Optional<String> resolve(Object value) {
        if (!(value instanceof Map<?, ?> intrinsic)) {
            return Optional.of(secret(String.valueOf(value)));
        }
        var function = intrinsic.entrySet().iterator().next();
        return switch (String.valueOf(function.getKey())) {
            case "Ref", "GetAtt" -> reference(String.valueOf(function.getValue()));
            case "Sub" ->
                Optional.of(secret(VARIABLE.matcher((String) function.getValue())
                        .replaceAll(name -> reference(name.group(1)).orElseThrow())));
            case "If" -> {
                var choice = list(function.getValue());
                yield resolve(choice.get(holds(template.section("Conditions").get(choice.get(0))) ? 1 : 2));
            }
            default -> throw new IllegalArgumentException("cannot resolve " + value);
        };
    }

    private boolean holds(Object condition) {
        var function = map(condition).entrySet().iterator().next();
        var operands = list(function.getValue());
        return switch (function.getKey()) {
            case "Not" -> !holds(operands.getFirst());
            case "Equals" -> resolve(operands.get(0)).equals(resolve(operands.get(1)));
            default -> throw new IllegalArgumentException("cannot decide " + condition);
        };
    }

    private Optional<String> reference(String name) {
        return name.equals("AWS::NoValue")
                ? Optional.empty()
                : Optional.of(Objects.requireNonNull(values.get(name), () -> "no value for " + name));
    }

    /** A dynamic reference: a secret is known by its own value here. */
    private static String secret(String text) {
        var reference = SECRET.matcher(text);
        return reference.matches() ? reference.group(1) : text;
    }
}
