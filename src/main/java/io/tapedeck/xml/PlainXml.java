package io.tapedeck.xml;

import java.io.StringReader;
import java.util.MissingResourceException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML without a DTD, and so without entities of its own. */
public final class PlainXml {
    private PlainXml() {}

    /** Goes through a document. */
    public interface Reading<T> {
        T of(XMLStreamReader reader) throws XMLStreamException;
    }

    /**
     * What a reading makes of a document.
     *
     * @throws XMLStreamException if it is not well-formed; it may have no place, and its message is for nobody
     */
    public static <T> T read(String document, Reading<T> reading) throws XMLStreamException {
        try {
            return reading.of(factory().createXMLStreamReader(new StringReader(document)));
        } catch (MissingResourceException e) {
            // A native image has no words for what is wrong with it.
            throw new XMLStreamException(e);
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
