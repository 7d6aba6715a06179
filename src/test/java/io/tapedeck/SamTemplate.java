package io.tapedeck;

import static java.util.stream.Collectors.toMap;

import io.tapedeck.local.Template;
import io.tapedeck.local.TemplateValues;
import io.tapedeck.local.TemplateYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/**
 * template.yaml as it is written, before SAM and CloudFormation make something of it: {@code !Ref Table} is a map from "Ref" to
 * "Table".
 */
public final class SamTemplate {
    private final Path file;
    private final Map<String, Object> document;
    private final Map<String, Object> resources;

    public SamTemplate(Path file) throws IOException {
        this(file, map(written(load(file))));
    }

    private SamTemplate(Path file, Map<String, Object> document) {
        this.file = file;
        this.document = document;
        this.resources = map(document.get("Resources"));
    }

    /** The same with what CloudFormation's functions come to, as far as {@link TemplateValues} knows them. */
    public SamTemplate deployed(Map<String, String> values) throws IOException {
        var document = load(file);
        return new SamTemplate(file, map(TemplateValues.of(document, values).evaluate(document)));
    }

    /** Whatever stands under a name at the top of the template. */
    public Map<String, Object> section(String name) {
        return map(document.get(name));
    }

    /** The types of all resources. */
    List<String> types() {
        return resources.values().stream()
                .map(resource -> (String) map(resource).get("Type"))
                .toList();
    }

    /** A resource with all that is said of it beside its properties. */
    Map<String, Object> resource(String logicalId) {
        return map(resources.get(logicalId));
    }

    /** Properties of the functions, by logical id, without what holds for all. */
    public Map<String, Map<String, Object>> functions() {
        return ofType("AWS::Serverless::Function");
    }

    /** A property of a function: its own, else the one that holds for all; where both are mappings, SAM puts them together. */
    public Object property(Map<String, Object> function, String name) {
        return merged(globals().get(name), function.get(name));
    }

    /** What holds for all functions. */
    public Map<String, Object> globals() {
        return map(section("Globals").get("Function"));
    }

    /** Properties of the resources of a type, by logical id, in the order in which they are written. */
    Map<String, Map<String, Object>> ofType(String type) {
        return resources.entrySet().stream()
                .filter(resource -> type.equals(map(resource.getValue()).get("Type")))
                .collect(toMap(Map.Entry::getKey, SamTemplate::properties, (a, b) -> a, LinkedHashMap::new));
    }

    public List<Operation> routes() {
        return Template.read(file.toString()).routes().stream()
                .map(route -> new Operation(route.function(), route.method(), route.path(), !route.authorized()))
                .toList();
    }

    /** The routes as the function {@code unmatched} is told them. */
    public String routesSetting() {
        return Template.read(file.toString()).routesSetting();
    }

    /** What a function is called in code. */
    public static String export(Map<String, Object> function) {
        return (String) variables(function).get("QUARKUS_FUNQY_EXPORT");
    }

    /** Properties of the resource of that logical id. */
    public Map<String, Object> properties(String logicalId) {
        return map(resource(logicalId).get("Properties"));
    }

    public static Map<String, Object> variables(Map<String, Object> function) {
        return map(map(function.get("Environment")).get("Variables"));
    }

    /** Statements of a function's or a role's own policies. */
    static List<Map<String, Object>> statements(Map<String, Object> owner) {
        return list(owner.get("Policies")).stream()
                .map(SamTemplate::map)
                .map(policy -> map(policy.getOrDefault("PolicyDocument", policy)))
                .flatMap(document -> list(document.get("Statement")).stream())
                .map(SamTemplate::map)
                .flatMap(SamTemplate::granted)
                .toList();
    }

    /** A statement, also where a condition decides whether there is one. */
    private static Stream<Map<String, Object>> granted(Map<String, Object> statement) {
        return statement.containsKey("If")
                ? list(statement.get("If")).stream()
                        .filter(Map.class::isInstance)
                        .map(SamTemplate::map)
                        .filter(branch -> branch.containsKey("Effect"))
                : Stream.of(statement);
    }

    @SuppressWarnings("unchecked")
    public static Map<String, Object> map(Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    /** A list, or the one value that stands for a list. */
    @SuppressWarnings("unchecked")
    public static List<Object> list(Object value) {
        return value instanceof List<?> list ? (List<Object>) list : value == null ? List.of() : List.of(value);
    }

    private static Map<String, Object> properties(Map.Entry<String, Object> resource) {
        return map(map(resource.getValue()).get("Properties"));
    }

    private static Object merged(Object common, Object own) {
        if (common instanceof Map<?, ?> && own instanceof Map<?, ?>) {
            var both = new LinkedHashMap<>(map(common));
            map(own).forEach((key, value) -> both.put(key, merged(both.get(key), value)));
            return both;
        }
        return own == null ? common : own;
    }

    private static Map<String, Object> load(Path file) throws IOException {
        try (var reader = Files.newBufferedReader(file)) {
            return new Yaml(new TemplateYaml()).load(reader);
        }
    }

    private static Object written(Object part) {
        return switch (part) {
            case TemplateYaml.Intrinsic(var function, var argument) -> Map.of(function, written(argument));
            case Map<?, ?> map -> {
                var entries = new LinkedHashMap<Object, Object>();
                map.forEach((key, value) -> entries.put(key, written(value)));
                yield entries;
            }
            case List<?> list -> list.stream().map(SamTemplate::written).toList();
            case null -> null;
            default -> part;
        };
    }
}
