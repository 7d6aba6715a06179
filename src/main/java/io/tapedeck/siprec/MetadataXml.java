package io.tapedeck.siprec;

import io.tapedeck.problem.ProblemException;
import io.tapedeck.xml.PlainXml;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML that somebody sent: only as deep and as large as metadata can be. */
final class MetadataXml {
    private static final String NAMESPACE = "urn:ietf:params:xml:ns:recording:1";
    private static final String ROOT = "recording";
    private static final int DEEPEST = 16;
    private static final int MOST_ELEMENTS = 4096;

    private MetadataXml() {}

    /**
     * The element around everything.
     *
     * @throws ProblemException invalid-request if it is no such document
     */
    static Element read(String document) {
        try {
            return PlainXml.read(document, MetadataXml::root);
        } catch (XMLStreamException e) {
            var place = e.getLocation();
            throw wrong("is invalid XML"
                    + (place == null
                            ? ""
                            : " at line %d, column %d".formatted(place.getLineNumber(), place.getColumnNumber()))
                    + ": it must be well-formed");
        }
    }

    static ProblemException wrong(String message) {
        return ProblemException.invalid("", "the metadata " + message);
    }

    private static Element root(XMLStreamReader reader) throws XMLStreamException {
        var document = new Element("", Map.of(), 1);
        var open = new ArrayDeque<Element>();
        open.push(document);
        var count = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    var element = element(reader);
                    if (open.size() > DEEPEST) {
                        throw wrong("is nested deeper than %d levels at line %d".formatted(DEEPEST, element.line()));
                    } else if (++count > MOST_ELEMENTS) {
                        throw wrong("has more than " + MOST_ELEMENTS + " elements");
                    } else if (NAMESPACE.equals(reader.getNamespaceURI())) {
                        open.element().children().add(element);
                    }
                    open.push(element);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                    open.element().content().append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw wrong("has a document type or an entity of its own at line %d; it must have neither"
                            .formatted(reader.getLocation().getLineNumber()));
                default -> {}
            }
        }
        return document.first(ROOT)
                .orElseThrow(() -> wrong("must be an element %s of the namespace %s".formatted(ROOT, NAMESPACE)));
    }

    private static Element element(XMLStreamReader reader) {
        var attributes = new HashMap<String, String>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return new Element(
                reader.getLocalName(), attributes, reader.getLocation().getLineNumber());
    }
}
