package io.tapedeck.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/**
 * The contract of the HTTP API as a judge of answers. It is stricter than its letter: an object of an answer has no
 * property that the contract does not name, and {@code data} of an event is held to what its description says.
 */
@Singleton
public class Contract {
    private static final Path FILE = Path.of("src/contract/openapi.yaml");
    private static final String PROBLEM = "application/problem+json";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    private final JsonNode document;
    private final Map<JsonNode, JsonSchema> schemas = new ConcurrentHashMap<>();

    public Contract() {
        try (var reader = Files.newBufferedReader(FILE)) {
            document = new ObjectMapper().valueToTree(new Yaml().load(reader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ((ObjectNode) document.at("/components/schemas/Event/properties")).set("data", snapshot());
        close(document.at("/components"));
        close(document.at("/paths"));
    }

    /**
     * What of an answer is against the contract, in words; nothing if all is well.
     *
     * @param contentType empty if there is none
     */
    public List<String> judge(String method, String path, int status, String contentType, String body) {
        var responses = operation(method, path).map(operation -> operation.get("responses"));
        var expected = responses
                .map(all -> all.path(String.valueOf(status)))
                .filter(found -> !found.isMissingNode())
                .or(() -> responses.map(all -> all.path("default")))
                .orElse(document.at("/components/responses/Problem"));
        var content = resolve(expected).path("content");
        if (content.isMissingNode()) {
            return path.equals("/health") || body.isEmpty()
                    ? List.of()
                    : List.of("a body that nobody promised: " + body);
        }
        return judge(content, status, contentType.split(";")[0].strip(), body);
    }

    /** What of a JSON text is against a schema of this name. */
    public List<String> judge(String schema, String json) {
        return violations(reference(schema), json);
    }

    /** The names of the properties that a schema of this name has. */
    public Set<String> propertiesOf(String schema) {
        var names = new TreeSet<String>();
        document.at("/components/schemas/" + schema + "/properties")
                .fieldNames()
                .forEachRemaining(names::add);
        return names;
    }

    private List<String> judge(JsonNode content, int status, String contentType, String body) {
        if (!content.has(contentType)) {
            return List.of("status %d with content type '%s': %s".formatted(status, contentType, body));
        }
        return contentType.equals(PROBLEM) && !Problems.fits(status, body)
                ? List.of("status %d with a problem of another: %s".formatted(status, body))
                : Optional.of(content.get(contentType).path("schema"))
                        .filter(schema -> !schema.isMissingNode())
                        .map(schema -> violations(schema, body))
                        .orElse(List.of());
    }

    private List<String> violations(JsonNode schema, String json) {
        return schemas.computeIfAbsent(schema, this::compile).validate(json, InputFormat.JSON).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    private JsonSchema compile(JsonNode schema) {
        var root = (ObjectNode) schema.deepCopy();
        root.set("components", document.get("components"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                        root,
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build());
    }

    private Optional<JsonNode> operation(String method, String path) {
        var templates = new TreeMap<String, JsonNode>();
        document.get("paths").properties().stream()
                .filter(entry -> matches(entry.getKey(), path))
                .forEach(entry -> templates.put(entry.getKey(), entry.getValue()));
        var name = method.toLowerCase(Locale.ROOT);
        // a literal segment comes before a parameter
        return templates.descendingMap().values().stream()
                .reduce((_, last) -> last)
                .filter(_ -> METHODS.contains(name))
                .map(item -> item.get(name));
    }

    private static boolean matches(String template, String path) {
        var pattern = Pattern.compile("\\{[^}]+}").matcher(template).replaceAll("[^/]+");
        return path.matches(pattern);
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    private static ObjectNode reference(String schema) {
        return JsonNodeFactory.instance.objectNode().put("$ref", "#/components/schemas/" + schema);
    }

    private static ObjectNode snapshot() {
        var data = JsonNodeFactory.instance.objectNode().put("type", "object");
        data.putArray("required").add("recording");
        var properties = data.putObject("properties");
        properties.set("recording", reference("CallRecording"));
        properties.set("job", reference("Job"));
        properties.putObject("changed").put("type", "array").putObject("items").put("type", "string");
        return data;
    }

    private static void close(JsonNode node) {
        node.forEach(Contract::close);
        if (node instanceof ObjectNode object && object.path("properties").isObject()) {
            object.putIfAbsent("additionalProperties", JsonNodeFactory.instance.booleanNode(false));
        }
    }
}
