package io.tapedeck;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A package under {@code io.tapedeck}, and what it may import beside itself and {@code java}.
 *
 * @param rooms those that it may import
 * @param libraries packages that it may import, with those below them
 * @param isOpen whether it may import everything
 */
record Room(String name, List<String> rooms, List<String> libraries, boolean isOpen) {
    private static final String ROOT = "io.tapedeck.";

    static Room room(String name) {
        return new Room(name, List.of(), List.of(), false);
    }

    /** The name of the room that a package is; the package's own outside of {@code io.tapedeck}. */
    static String of(String packageName) {
        return packageName.startsWith(ROOT) ? packageName.substring(ROOT.length()) : packageName;
    }

    Room knows(String... more) {
        return new Room(name, joined(rooms, more), libraries, isOpen);
    }

    Room uses(String... more) {
        return new Room(name, rooms, joined(libraries, more), isOpen);
    }

    Room knowsAll() {
        return new Room(name, rooms, libraries, true);
    }

    boolean mayKnow(String packageName) {
        var isOwn = packageName.startsWith(ROOT);
        return isOpen
                || packageName.equals(ROOT + name)
                || isOwn && rooms.contains(of(packageName))
                || !isOwn
                        && Stream.concat(Stream.of("java"), libraries.stream())
                                .anyMatch(library ->
                                        packageName.equals(library) || packageName.startsWith(library + "."));
    }

    private static List<String> joined(List<String> names, String... more) {
        return Stream.concat(names.stream(), Arrays.stream(more)).distinct().toList();
    }
}
