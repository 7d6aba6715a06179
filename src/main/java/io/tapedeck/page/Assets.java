package io.tapedeck.page;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Map;
import java.util.Optional;

/** The files that the pages load, under the names that they were built with. A name changes with its file's content. */
public final class Assets {
    private static final Map<String, String> TYPES =
            Map.of("js", "text/javascript; charset=utf-8", "css", "text/css; charset=utf-8", "svg", "image/svg+xml");

    private final Map<String, Asset> assets = Built.read("assets.txt")
            .lines()
            .collect(toUnmodifiableMap(identity(), name -> new Asset(type(name), Built.read("assets/" + name))));

    /** The file of that name; empty if there is none. */
    public Optional<Asset> find(String name) {
        return Optional.ofNullable(assets.get(name));
    }

    private static String type(String name) {
        return Optional.ofNullable(TYPES.get(name.substring(name.lastIndexOf('.') + 1)))
                .orElseThrow(() -> new IllegalStateException("nothing is known of files such as " + name));
    }

    /** A file of text. */
    public record Asset(String contentType, String text) {}
}
