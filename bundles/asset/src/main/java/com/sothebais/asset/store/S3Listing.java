package com.sothebais.asset.store;

import com.sothebais.api.asset.AssetId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads the answers of an S3 store that are XML. */
final class S3Listing extends DefaultHandler {
    private static final Pattern CODE = Pattern.compile("<Code>([A-Za-z0-9]{1,80})</Code>");
    private static final int KEY_MAX = 2_000;

    private final String prefix;
    private final List<AssetId> ids = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private S3Listing(String prefix) {
        this.prefix = prefix;
    }

    /** The ids of a ListObjectsV2 result; keys that are no hashes are somebody else's and left out. */
    static List<AssetId> read(InputStream body, String prefix) throws IOException {
        S3Listing listing = new S3Listing(prefix);
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newSAXParser().parse(body, listing);
            return listing.ids;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("the list of contents cannot be read: " + e.getMessage(), e);
        }
    }

    /** The code of an error document, for people. */
    static String error(byte[] body) {
        Matcher code = CODE.matcher(new String(body, StandardCharsets.UTF_8));
        return code.find() ? code.group(1) : "without a reason";
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) {
        text.setLength(0);
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        if (text.length() + length <= KEY_MAX) {
            text.append(characters, start, length);
        }
    }

    @Override
    public void endElement(String uri, String local, String name) {
        String key = text.toString();
        if (local.equals("Key")
                && key.startsWith(prefix)
                && key.substring(prefix.length()).matches("[0-9a-f]{64}")) {
            ids.add(new AssetId(key.substring(prefix.length())));
        }
    }
}
