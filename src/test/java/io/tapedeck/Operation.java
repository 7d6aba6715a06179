package io.tapedeck;

import static io.tapedeck.SamTemplate.list;
import static io.tapedeck.SamTemplate.map;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.Yaml;

/**
 * An operation of the HTTP API, in the contract or as a route of the template.
 *
 * @param id operationId or name of the function
 * @param path as in the contract; {@code $default} for what no other route takes
 * @param open whether it can be called without credentials
 */
public record Operation(String id, String method, String path, boolean open) {
    private static final Set<String> METHODS = Set.of("get", "head", "put", "post", "patch", "delete");

    /** All that the contract promises, built or not. */
    static List<Operation> ofTheContract() throws IOException {
        try (var reader = Files.newBufferedReader(Path.of("src/contract/openapi.yaml"))) {
            Map<String, Object> document = new Yaml().load(reader);
            List<Operation> operations = new ArrayList<>();
            map(document.get("paths"))
                    .forEach((path, item) -> map(item).forEach((method, operation) -> {
                        if (METHODS.contains(method)) {
                            operations.add(operation(path, method.toUpperCase(Locale.ROOT), map(operation)));
                        }
                    }));
            return operations;
        }
    }

    /** Its method and path, by which API Gateway knows a route. */
    String key() {
        return method + " " + path;
    }

    private static Operation operation(String path, String method, Map<String, Object> operation) {
        boolean open = operation.containsKey("security")
                && list(operation.get("security")).isEmpty();
        return new Operation((String) operation.get("operationId"), method, path, open);
    }
}
