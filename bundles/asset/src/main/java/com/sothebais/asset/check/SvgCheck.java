package com.sothebais.asset.check;

import com.sothebais.api.asset.AssetRefusedException;
import com.sothebais.api.asset.AssetRefusedException.Reason;
import com.sothebais.api.asset.NamedAsset.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * SVG that is a picture and nothing else: UTF-8, no scripts, no references to elsewhere, no entities, a tree of bounded size. The
 * JDK's own parser reads it; nothing outside the file is ever opened.
 */
final class SvgCheck {
    /** Largest SVG: it is text that a browser must hold as a tree. */
    static final int BYTES_MAX = 5 * 1024 * 1024;

    private static final Pattern ENCODING =
            Pattern.compile("\\A\\s*<\\?xml[^>]{0,200}encoding\\s*=\\s*[\"']([^\"']{0,40})[\"']");
    private static final int DECLARATION_MAX = 300;

    private SvgCheck() {}

    static Shape check(Path file, Limits limits) throws IOException {
        long size = Files.size(file);
        if (size > BYTES_MAX) {
            throw new AssetRefusedException(
                    Reason.LIMIT_BYTES,
                    "The SVG is larger than " + BYTES_MAX + " bytes; simplify it, or export it as PNG.",
                    BYTES_MAX,
                    size);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return check(in.readNBytes(BYTES_MAX), limits);
        }
    }

    static Shape check(byte[] content, Limits limits) throws IOException {
        utf8(content);
        SvgTree tree = new SvgTree(limits);
        try (InputStream in = new java.io.ByteArrayInputStream(content)) {
            SAXParser parser = parser();
            parser.getXMLReader().setProperty("http://xml.org/sax/properties/lexical-handler", tree);
            parser.getXMLReader().setProperty("http://xml.org/sax/properties/declaration-handler", tree);
            InputSource source = new InputSource(in);
            source.setEncoding(StandardCharsets.UTF_8.name());
            parser.parse(source, tree);
        } catch (SAXException e) {
            // The parser counts too: what it refuses for its size or depth ends here as well.
            throw Source.damaged("is no SVG that can be read (" + firstLine(e.getMessage()) + ")");
        }
        return tree.shape();
    }

    /** Another encoding could mean another document to a browser than to this check. */
    private static void utf8(byte[] content) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
        } catch (CharacterCodingException e) {
            throw Source.damaged("is no UTF-8 text");
        }
        String head = new String(content, 0, Math.min(DECLARATION_MAX, content.length), StandardCharsets.UTF_8);
        Matcher encoding = ENCODING.matcher(head.startsWith("\uFEFF") ? head.substring(1) : head);
        if (encoding.find() && !encoding.group(1).matches("(?i)utf-8|us-ascii")) {
            throw Source.damaged("is not in UTF-8");
        }
    }

    private static SAXParser parser() throws SAXException {
        try {
            // The JDK's own, whatever other parsers the platform has.
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            SAXParser parser = factory.newSAXParser();
            parser.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            parser.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return parser;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's parser knows its own features", e);
        }
    }

    private static String firstLine(String message) {
        String text =
                message == null ? "no message" : message.lines().findFirst().orElse("");
        return text.length() <= 160 ? text : text.substring(0, 160);
    }
}
