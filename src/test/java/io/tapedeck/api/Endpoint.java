package io.tapedeck.api;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.yaml.snakeyaml.Yaml;

/**
 * An operation of the contract that the running stack serves.
 *
 * @param scope absent where no key is needed
 * @param takesBody whether the contract knows a body of its requests
 */
record Endpoint(String id, String method, String path, Optional<String> scope, boolean takesBody) {
    /** An id that is well-formed, of something that never was. */
    static final String NOBODYS = "rec_01ARYZ6S41TSV4RRFFQ69G5FAV";

    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("update", "{\"tags\":[\"seen\"]}"),
            Map.entry("completeUpload", "{\"parts\":[{\"partNumber\":1,\"etag\":\"x\"}]}"),
            Map.entry("convert", "{\"format\":\"ogg\"}"),
            Map.entry("trim", "{\"start\":1}"),
            Map.entry("merge", "{\"recordings\":[\"" + NOBODYS + "\",\"" + NOBODYS + "\"]}"),
            Map.entry("restore", "{\"version\":1}"),
            Map.entry("redactPII", "{\"entities\":[],\"ranges\":[{\"start\":0,\"end\":0.1}]}"),
            Map.entry("putTranscript", "{\"segments\":[]}"),
            Map.entry("createExport", "{\"recordings\":[\"" + NOBODYS + "\"]}"),
            Map.entry("createKey", "{\"name\":\"another\"}"),
            Map.entry("createWebhook", "{\"url\":\"https://example.com/hook\"}"),
            Map.entry("updateWebhook", "{\"description\":\"ours\"}"),
            Map.entry("resendWebhook", "{\"since\":1}"),
            Map.entry("move", "{\"storage\":\"s3\"}"),
            Map.entry("setDefaultStorage", "{\"storage\":\"s3\"}"),
            Map.entry("putImport", "{\"secret\":\"sesame\"}"),
            Map.entry(
                    "putStorage",
                    "{\"provider\":\"s3\",\"bucket\":\"calls\",\"region\":\"eu-west-1\",\"access\":{\"accessKeyId\":\"AKIAEXAMPLE\",\"secretAccessKey\":\"none\"}}"));

    /** All of them, by the routes that the stack has. */
    static List<Endpoint> all() {
        var paths = map(document().get("paths"));
        return routes().entrySet().stream()
                .filter(route -> paths.containsKey(route.getKey()))
                .flatMap(route -> route.getValue().stream()
                        .map(method -> of(method, route.getKey(), map(paths.get(route.getKey())))))
                .toList();
    }

    /** Those that need a key. */
    static List<Endpoint> guarded() {
        return all().stream().filter(endpoint -> endpoint.scope().isPresent()).toList();
    }

    /** Those that are about a recording. */
    static List<Endpoint> ofRecordings() {
        return all().stream()
                .filter(endpoint -> endpoint.path().contains("{id}"))
                .toList();
    }

    /** Those whose requests have a body of the API's own form, or may have one; a transcript is a document of many. */
    static List<Endpoint> bodied() {
        return guarded().stream()
                .filter(Endpoint::takesBody)
                .filter(endpoint -> !endpoint.id().equals("putTranscript"))
                .toList();
    }

    /** The methods of each path. */
    static Map<String, List<String>> routes() {
        var routes = new TreeMap<String, List<String>>();
        for (var route : ConfigProvider.getConfig()
                .getValue("tapedeck.http.routes", String.class)
                .split(";")) {
            var parts = route.strip().split(" +");
            routes.computeIfAbsent(parts[1], _ -> new ArrayList<>()).addAll(List.of(parts[0].split(",")));
        }
        return routes;
    }

    /** The methods that an address takes, by whatever route. */
    static Set<String> methods(String address) {
        return routes().entrySet().stream()
                .filter(route -> address.matches(route.getKey().replaceAll("\\{[a-z]+}", "[^/]+")))
                .flatMap(route -> route.getValue().stream())
                .collect(Collectors.toSet());
    }

    /** Sends a request that is well-formed, about a recording. */
    Response send(RequestSpecification request, String recording) {
        return send(request, recording, "");
    }

    /** Sends a request that is well-formed but for its query. */
    Response send(RequestSpecification request, String recording, String query) {
        if (BODIES.containsKey(id)) {
            request.contentType(ContentType.JSON).body(BODIES.get(id));
        }
        return request.urlEncodingEnabled(false).request(method, address(recording) + query);
    }

    /** Sends any body. */
    ValidatableResponse send(RequestSpecification request, String recording, String type, byte[] body) {
        var typed = request.contentType(type);
        return (body.length == 0 ? typed : typed.body(body))
                .urlEncodingEnabled(false)
                .request(method, address(recording))
                .then();
    }

    /** Whether it answers something for every recording that there is. */
    boolean isAnsweredWithoutAudio() {
        return List.of("retrieve", "listVersions", "listEvents", "listJobs", "delete")
                .contains(id);
    }

    private String address(String recording) {
        return path.replace("{id}", recording)
                .replace("{job}", "job_01ARYZ6S41TSV4RRFFQ69G5FAV")
                .replace("{export}", "exp_01ARYZ6S41TSV4RRFFQ69G5FAV")
                .replace("{share}", "shr_01ARYZ6S41TSV4RRFFQ69G5FAV")
                .replace("{webhook}", "whk_01ARYZ6S41TSV4RRFFQ69G5FAV")
                .replace("{storage}", "nowhere")
                .replace("{provider}", "vapi")
                .replace("{key}", "key_01ARYZ6S41TSV4RRFFQ69G5FAV");
    }

    private static Endpoint of(String method, String path, Map<String, Object> item) {
        var operation = map(item.get(method.toLowerCase(Locale.ROOT)));
        return new Endpoint(
                (String) operation.get("operationId"),
                method,
                path,
                Optional.ofNullable((String) operation.get("x-scope")),
                operation.containsKey("requestBody"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    private static Map<String, Object> document() {
        try (var reader = Files.newBufferedReader(Path.of("src/contract/openapi.yaml"))) {
            return new Yaml().load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
