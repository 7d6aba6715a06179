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
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The SAM template, which owns the routes and the table also of the stack on one machine. */
final class Template {
    private static final String FUNCTION = "AWS::Serverless::Function";

    private final Map<?, ?> parameters;
    private final Map<?, ?> resources;

    private Template(Map<?, ?> document) {
        this.parameters = map(document.get("Parameters"));
        this.resources = map(document.get("Resources"));
    }

    /**
     * Reads the file of that name, or else the resource.
     *
     * @throws IllegalStateException when there is neither
     */
    static Template read(String name) {
        try (InputStream in = open(name)) {
            return new Template(new Yaml(new CloudFormation()).load(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The routes of all functions; the one without a path is the {@code $default} route and comes last. */
    List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        ofType(FUNCTION).forEach(function -> routes.addAll(routes(function)));
        routes.sort(Route.BY_PRECEDENCE);
        return List.copyOf(routes);
    }

    /** The routes with a path, in the template's order, as the function {@code unmatched} is told them. */
    String routesSetting() {
        return ofType(FUNCTION)
                .flatMap(function -> routes(function).stream())
                .filter(route -> !route.path().equals(Route.DEFAULT))
                .map(route -> route.method() + " " + route.path())
                .collect(joining(";"));
    }

    /** Which web pages may call the API; empty when none may. */
    Optional<Cors> cors() {
        return ofType("AWS::Serverless::HttpApi")
                .map(api -> map(api.get("CorsConfiguration")))
                .filter(cors -> !cors.isEmpty())
                .map(cors -> new Cors(
                        texts(cors.get("AllowOrigins")),
                        texts(cors.get("AllowMethods")),
                        texts(cors.get("AllowHeaders")),
                        texts(cors.get("ExposeHeaders")),
                        String.valueOf(cors.get("MaxAge"))))
                .findFirst();
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
                .filter(resource -> type.equals(resource.get("Type")))
                .map(resource -> map(resource.get("Properties")));
    }

    private static Map<?, ?> variables(Map<?, ?> function) {
        return map(map(function.get("Environment")).get("Variables"));
    }

    private List<String> texts(Object value) {
        if (value instanceof Reference reference) {
            Object preset = map(parameters.get(reference.name())).get("Default");
            return List.of(String.valueOf(preset).split(","));
        }
        return list(value).stream().map(String::valueOf).toList();
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

    private record Reference(String name) {}

    /** Takes CloudFormation's short forms: a {@code !Ref} is kept as such, of the others the plain value. */
    private static final class CloudFormation extends SafeConstructor {
        CloudFormation() {
            super(new LoaderOptions());
            yamlMultiConstructors.put("!", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    return value(node);
                }
            });
        }

        private Object value(Node node) {
            return switch (node) {
                case ScalarNode scalar
                when "!Ref".equals(scalar.getTag().getValue()) -> new Reference(constructScalar(scalar));
                case ScalarNode scalar -> constructScalar(scalar);
                case SequenceNode sequence -> constructSequence(sequence);
                case MappingNode mapping -> constructMapping(mapping);
                default -> throw new IllegalStateException("unknown YAML node " + node.getTag());
            };
        }
    }
}
