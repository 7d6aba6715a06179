package io.tapedeck.siprec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element of the metadata with what is in it. Those of other namespaces are not there.
 *
 * @param attributes by their names
 * @param line where it begins, from 1
 */
record Element(String name, Map<String, String> attributes, int line, StringBuilder content, List<Element> children) {
    Element(String name, Map<String, String> attributes, int line) {
        this(name, attributes, line, new StringBuilder(), new ArrayList<>());
    }

    Stream<Element> all(String child) {
        return children.stream().filter(each -> each.name.equals(child));
    }

    Optional<Element> first(String child) {
        return all(child).findFirst();
    }

    /** Its own text without spaces around it; empty where there is none. */
    Optional<String> text() {
        return Optional.of(content.toString().strip()).filter(text -> !text.isEmpty());
    }

    /** An attribute that says something. */
    Optional<String> attribute(String key) {
        return Optional.ofNullable(attributes.get(key)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
