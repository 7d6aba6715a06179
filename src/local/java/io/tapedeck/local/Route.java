package io.tapedeck.local;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A route of the API.
 *
 * @param path as in the template: segments, or {@code {name}} for a path parameter, which is one segment
 * @param function name of the function it calls
 * @param authorized whether the authorizer is asked first
 */
public record Route(String method, String path, String function, boolean authorized) {

    /** Path of the route that takes what no other takes. */
    static final String DEFAULT = "$default";

    /** Literal paths before those with parameters, the default route last. */
    static final Comparator<Route> BY_PRECEDENCE = Comparator.comparing((Route route) -> DEFAULT.equals(route.path()))
            .thenComparing(route -> route.path().chars().filter(c -> c == '{').count())
            .thenComparing(Route::path)
            .thenComparing(Route::method);

    /** The route's key, as API Gateway writes it. */
    String key() {
        return DEFAULT.equals(path) ? DEFAULT : method + " " + path;
    }

    /**
     * The path parameters when the route takes a request, still percent-encoded.
     *
     * @param rawPath as sent: only a slash that is not encoded parts segments
     */
    Optional<Map<String, String>> match(String method, String rawPath) {
        if (DEFAULT.equals(path)) {
            return Optional.of(Map.of());
        }
        if (!this.method.equals(method) && !"ANY".equals(this.method)) {
            return Optional.empty();
        }
        return match(segments(path), segments(rawPath));
    }

    private static Optional<Map<String, String>> match(List<String> pattern, List<String> segments) {
        if (pattern.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < pattern.size(); i++) {
            String expected = pattern.get(i);
            String found = segments.get(i);
            if (expected.startsWith("{") && !found.isEmpty()) {
                parameters.put(expected.substring(1, expected.length() - 1), found);
            } else if (!expected.equals(found)) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }

    private static List<String> segments(String path) {
        return Arrays.asList(path.split("/", -1));
    }
}
