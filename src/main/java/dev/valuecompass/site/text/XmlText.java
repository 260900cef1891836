package dev.valuecompass.site.text;

import java.io.StringWriter;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML document that is written from the top. Texts of others cannot break out of it, nor make it unreadable. */
public final class XmlText {
    private static final Pattern ILLEGAL = Pattern.compile("[\\ufffe\\uffff]");
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter writer;

    /** @param namespace of every element without a prefix; empty for none */
    public XmlText(String root, String namespace, String... attributes) {
        try {
            text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
            writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            writer.writeStartElement(root);
            if (!namespace.isEmpty()) {
                writer.writeDefaultNamespace(namespace);
            }
            attributes(attributes);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param attributes names and values by turns; one without a value (null) is left out */
    public XmlText open(String name, String... attributes) {
        try {
            writer.writeCharacters("\n");
            writer.writeStartElement(name);
            attributes(attributes);
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    public XmlText close() {
        try {
            writer.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An element with nothing but text in it. */
    public XmlText element(String name, String content, String... attributes) {
        open(name, attributes);
        try {
            writer.writeCharacters(legal(content));
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return close();
    }

    /** Closes the root; nothing can be added after it. */
    public String finish() {
        try {
            writer.writeEndDocument();
            writer.close();
            return text.append('\n').toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                writer.writeAttribute(attributes[i], legal(attributes[i + 1]));
            }
        }
    }

    /** XML 1.0 has no place for some characters, escaped or not; the invisible ones are shown as on the pages. */
    private static String legal(String text) {
        return ILLEGAL.matcher(HostileText.line(text)).replaceAll("\ufffd");
    }
}
