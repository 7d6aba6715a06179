package io.tapedeck.local;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** The SAM template, which owns the routes, the table and the rules for web pages also of the stack on one machine. */
public final class Template {
    private static final String FUNCTION = "AWS::Serverless::Function";

    private final TemplateValues values;
    private final Map<?, ?> resources;

    private Template(Map<?, ?> document, Map<String, String> parameters) {
        this.values = TemplateValues.of(document, parameters);
        this.resources = map(map(values.evaluate(document)).get("Resources"));
    }

    /** Reads it with the parameters' defaults. */
    public static Template read(String name) {
        return read(name, Map.of());
    }

    /**
     * Reads the file of that name, or else the resource.
     *
     * @param parameters values of parameters; the others have their defaults
     * @throws IllegalStateException when there is neither, or when it uses a function that is not known here
     */
    static Template read(String name, Map<String, String> parameters) {
        try (InputStream in = open(name)) {
            return new Template(new Yaml(new TemplateYaml()).load(in), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The routes of all functions; the one without a path is the {@code $default} route and comes last. */
    public List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        ofType(FUNCTION).forEach(function -> routes.addAll(routes(function)));
        routes.sort(Route.BY_PRECEDENCE);
        return List.copyOf(routes);
    }

    /** The routes with a path, in the template's order, as the function {@code unmatched} is told them. */
    public String routesSetting() {
        return ofType(FUNCTION)
                .flatMap(function -> routes(function).stream())
                .filter(route -> !route.path().equals(Route.DEFAULT))
                .map(route -> route.method() + " " + route.path())
                .collect(joining(";"));
    }

    /** Which web pages may call the API; empty when none may. */
    Optional<Cors> cors() {
        return corsConfiguration("AWS::Serverless::HttpApi")
                .map(cors -> new Cors(
                        texts(cors, "AllowOrigins"),
                        texts(cors, "AllowMethods"),
                        texts(cors, "AllowHeaders"),
                        texts(cors, "ExposeHeaders"),
                        text(cors, "MaxAge")));
    }

    /** Which web pages may use the bucket, and how. */
    BucketCors bucketCors() {
        List<?> rules = corsConfiguration("AWS::S3::Bucket")
                .map(cors -> list(cors.get("CorsRules")))
                .orElse(List.of());
        return new BucketCors(rules.stream()
                .map(Template::map)
                .map(rule -> new BucketCors.Rule(
                        texts(rule, "AllowedOrigins"),
                        texts(rule, "AllowedMethods"),
                        texts(rule, "AllowedHeaders"),
                        texts(rule, "ExposedHeaders"),
                        text(rule, "MaxAge")))
                .toList());
    }

    /** Properties of the table, as CloudFormation names them. */
    Map<?, ?> table() {
        return ofType("AWS::DynamoDB::Table")
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the template has no table"));
    }

    static Map<?, ?> map(Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private List<Route> routes(Map<?, ?> function) {
        String name = String.valueOf(variables(function).get("QUARKUS_FUNQY_EXPORT"));
        return map(function.get("Events")).values().stream()
                .map(Template::map)
                .filter(event -> "HttpApi".equals(event.get("Type")))
                .map(event -> map(event.get("Properties")))
                .map(event -> new Route(
                        event.containsKey("Method") ? String.valueOf(event.get("Method")) : "ANY",
                        event.containsKey("Path") ? String.valueOf(event.get("Path")) : Route.DEFAULT,
                        name,
                        !"NONE".equals(map(event.get("Auth")).get("Authorizer"))))
                .toList();
    }

    private Stream<Map<?, ?>> ofType(String type) {
        return resources.values().stream()
                .map(Template::map)
                .filter(resource -> type.equals(resource.get("Type")) && values.isMade(resource))
                .map(resource -> map(resource.get("Properties")));
    }

    private static Map<?, ?> variables(Map<?, ?> function) {
        return map(map(function.get("Environment")).get("Variables"));
    }

    /** What is there but cannot be known would be taken for "no page may", so it ends the start. */
    private Optional<Map<?, ?>> corsConfiguration(String type) {
        return ofType(type)
                .filter(owner -> owner.containsKey("CorsConfiguration"))
                .findFirst()
                .map(owner -> {
                    if (owner.get("CorsConfiguration") instanceof Map<?, ?> cors) {
                        return cors;
                    }
                    throw unknown("CorsConfiguration of " + type, owner.get("CorsConfiguration"));
                });
    }

    private static List<String> texts(Map<?, ?> owner, String name) {
        Object value = owner.get(name);
        if (value == null) {
            return List.of();
        } else if (value instanceof List<?> list && list.stream().allMatch(Template::isText)) {
            return list.stream().map(String::valueOf).toList();
        }
        throw unknown(name, value);
    }

    private static String text(Map<?, ?> owner, String name) {
        if (isText(owner.get(name))) {
            return String.valueOf(owner.get(name));
        }
        throw unknown(name, owner.get(name));
    }

    private static boolean isText(Object value) {
        return value instanceof String || value instanceof Number;
    }

    private static IllegalStateException unknown(String what, Object value) {
        return new IllegalStateException("%s in the template cannot be %s in the local stack".formatted(what, value));
    }

    private static InputStream open(String name) throws IOException {
        if (Files.exists(Path.of(name))) {
            return Files.newInputStream(Path.of(name));
        }
        InputStream resource = Thread.currentThread().getContextClassLoader().getResourceAsStream(name);
        if (resource == null) {
            throw new IllegalStateException("there is no " + name);
        }
        return resource;
    }
}
