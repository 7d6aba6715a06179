package io.tapedeck.http;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which methods each address of the API takes. */
public record Routes(List<Route> routes) {
    public Routes {
        routes = List.copyOf(routes);
    }

    /** Reads {@code GET,POST /path;GET /other/{id}}. */
    public static Routes parse(String text) {
        return new Routes(Arrays.stream(text.split(";"))
                .map(String::strip)
                .filter(route -> !route.isEmpty())
                .map(Routes::route)
                .toList());
    }

    /** The methods that a path takes, by whatever route; none for one that is not there. */
    public List<String> methods(String path) {
        return routes.stream()
                .filter(route -> route.path().matcher(path).matches())
                .flatMap(route -> route.methods().stream())
                .distinct()
                .toList();
    }

    private static Route route(String text) {
        var parts = text.split(" +", 2);
        var pattern = Arrays.stream(parts[1].split("/", -1))
                .map(segment -> segment.startsWith("{") ? "[^/]+" : Pattern.quote(segment))
                .collect(Collectors.joining("/"));
        return new Route(List.of(parts[0].split(",")), Pattern.compile(pattern));
    }

    /** An address and its methods. */
    public record Route(List<String> methods, Pattern path) {
        public Route {
            methods = List.copyOf(methods);
        }
    }
}
