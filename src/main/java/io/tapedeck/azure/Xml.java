package io.tapedeck.azure;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tapedeck.storage.StorageException;
import io.tapedeck.xml.PlainXml;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/** Reads what Azure answers, without what else XML can say. */
final class Xml {
    private static final char MARK = '\uFEFF';

    private Xml() {}

    /**
     * What is in an element.
     *
     * @param path the names of those that it is in and its own, with slashes between them
     */
    record Leaf(String path, String text) {}

    /**
     * The elements at these paths, in their order.
     *
     * @throws StorageException.Unavailable if it is no XML
     */
    static List<Leaf> leaves(byte[] document, Set<String> paths) {
        var text = new String(document, UTF_8);
        var marked = !text.isEmpty() && text.charAt(0) == MARK;
        try {
            return PlainXml.read(marked ? text.substring(1) : text, reader -> leaves(reader, paths));
        } catch (XMLStreamException other) {
            throw new StorageException.Unavailable("Azure answers what is no XML.", Optional.empty(), other);
        }
    }

    /** The first of these; empty for none. */
    static Optional<String> text(List<Leaf> leaves, String path) {
        return leaves.stream()
                .filter(leaf -> leaf.path().equals(path))
                .map(Leaf::text)
                .findFirst();
    }

    private static List<Leaf> leaves(XMLStreamReader reader, Set<String> paths) throws XMLStreamException {
        var leaves = new ArrayList<Leaf>();
        var open = new ArrayDeque<Element>();
        open.push(new Element("", false, new StringBuilder()));
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT ->
                    open.push(open.element().begin(reader));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    open.element().text().append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    var element = open.pop();
                    if (paths.contains(element.path())) {
                        leaves.add(new Leaf(element.path(), element.decoded()));
                    }
                }
                default -> {}
            }
        }
        return leaves;
    }

    /** An element that has begun. */
    private record Element(String path, boolean isEncoded, StringBuilder text) {
        Element begin(XMLStreamReader reader) {
            var name = path.isEmpty() ? reader.getLocalName() : path + "/" + reader.getLocalName();
            return new Element(name, "true".equals(reader.getAttributeValue(null, "Encoded")), new StringBuilder());
        }

        /** Names with characters that XML has not are encoded as in a path. */
        String decoded() {
            return isEncoded ? SdkHttpUtils.urlDecode(text.toString().replace("+", "%2B")) : text.toString();
        }
    }
}
