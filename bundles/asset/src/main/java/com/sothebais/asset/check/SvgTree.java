package com.sothebais.asset.check;

import com.sothebais.api.asset.AssetRefusedException;
import com.sothebais.api.asset.AssetRefusedException.Reason;
import com.sothebais.api.asset.NamedAsset.Shape;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.ext.DefaultHandler2;

/** Walks through an SVG and refuses it at the first thing that is more than a picture. */
final class SvgTree extends DefaultHandler2 {
    static final String SVG = "http://www.w3.org/2000/svg";

    private static final int DEPTH_MAX = 100;
    private static final int ATTRIBUTES_MAX = 200;

    /** Elements of filters; each costs a pass over the whole picture. */
    private static final int FILTERS_MAX = 100;

    /** All pictures inside one SVG, since whoever draws it holds them all. */
    private static final long EMBEDDED_PIXELS_MAX = 16_000_000;

    /** Vocabularies that browsers act on inside an SVG. Others are notes of drawing programs and inert. */
    private static final Set<String> ACTIVE_VOCABULARIES = Set.of(
            "http://www.w3.org/1999/xhtml",
            "http://www.w3.org/1998/math/mathml",
            "http://www.w3.org/2001/xml-events",
            "http://www.w3.org/2001/xinclude",
            "http://www.w3.org/1999/xsl/transform",
            "http://www.mozilla.org/keymaster/gatekeeper/there.is.only.xul");

    private static final Set<String> ACTIVE_ELEMENTS = Set.of(
            "script",
            "foreignobject",
            "iframe",
            "embed",
            "object",
            "audio",
            "video",
            "canvas",
            "handler",
            "listener",
            "html",
            "body",
            "link",
            "meta",
            "base",
            "animation",
            "discard");

    private static final Set<String> ANIMATIONS = Set.of("animate", "set", "animatecolor", "animatetransform");

    private final Limits limits;
    private final SvgCosts costs;
    private final Deque<String> open = new ArrayDeque<>();
    private final StringBuilder style = new StringBuilder();
    private Shape shape = Shape.UNKNOWN;
    private int filters;
    private long embeddedPixels;

    SvgTree(Limits limits) {
        this.limits = limits;
        this.costs = new SvgCosts(limits);
    }

    Shape shape() {
        return shape;
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) {
        if (open.isEmpty()) {
            if (!local.equals("svg") || !uri.equals(SVG)) {
                throw ContentCheck.notMedia(" (XML is taken when its root is <svg xmlns=\"" + SVG + "\">.)");
            }
            shape = SvgShape.of(attributes);
        }
        String element = local.toLowerCase(Locale.ROOT);
        if (ACTIVE_VOCABULARIES.contains(uri.toLowerCase(Locale.ROOT)) || ACTIVE_ELEMENTS.contains(element)) {
            throw active("an element <" + shown(name) + ">");
        }
        if (open.size() == DEPTH_MAX) {
            throw Source.damaged("has SVG elements nested deeper than " + DEPTH_MAX);
        }
        if (attributes.getLength() > ATTRIBUTES_MAX) {
            throw Source.damaged("has an SVG element with more than " + ATTRIBUTES_MAX + " attributes");
        }
        if (element.startsWith("fe") && ++filters > FILTERS_MAX) {
            throw Source.damaged("has more than " + FILTERS_MAX + " steps of SVG filters");
        }
        open.push(element);
        costs.begin(element, attributes);
        for (int i = 0; i < attributes.getLength(); i++) {
            attribute(element, attributes.getLocalName(i), attributes.getQName(i), attributes.getValue(i));
            if (attributes.getURI(i).isEmpty()) {
                styled(attributes.getLocalName(i), attributes.getValue(i));
            }
        }
    }

    private void attribute(String element, String local, String name, String value) {
        String attribute = local.toLowerCase(Locale.ROOT);
        if (attribute.startsWith("on") || name.toLowerCase(Locale.ROOT).startsWith("on")) {
            throw active("an event handler '" + shown(name) + "'");
        }
        if (attribute.equals("href") || attribute.equals("src")) {
            embeddedPixels += SvgText.link(element, value, limits);
            if (embeddedPixels > EMBEDDED_PIXELS_MAX) {
                throw new AssetRefusedException(
                        Reason.LIMIT_PIXELS,
                        "The pictures inside the SVG have more than " + EMBEDDED_PIXELS_MAX
                                + " pixels together; scale them down.",
                        EMBEDDED_PIXELS_MAX,
                        embeddedPixels);
            }
        } else if (attribute.equals("base") || name.equals("xml:base")) {
            throw active("an attribute 'xml:base', which leads elsewhere");
        } else if (ANIMATIONS.contains(element) && attribute.equals("attributename")) {
            String target = value.strip().toLowerCase(Locale.ROOT);
            if (target.endsWith("href") || target.startsWith("on") || target.endsWith("src")) {
                throw active("an animation of '" + shown(value) + "'");
            }
        }
    }

    /** Any attribute of the drawing may be a style; those of other vocabularies are notes. */
    private static void styled(String name, String value) {
        if (!name.equals("href") && !name.startsWith("data-") && !name.equals("id") && !name.equals("class")) {
            SvgText.style(value);
        }
    }

    @Override
    public void characters(char[] text, int start, int length) {
        if ("style".equals(open.peek())) {
            style.append(text, start, length);
        }
    }

    @Override
    public void endElement(String uri, String local, String name) {
        if (open.pop().equals("style")) {
            SvgText.style(style.toString());
            costs.sheet(style.toString());
            style.setLength(0);
        }
        costs.end();
    }

    @Override
    public void endDocument() {
        costs.check();
    }

    @Override
    public void processingInstruction(String target, String data) {
        throw active("an instruction <?" + shown(target) + "?>");
    }

    @Override
    public void skippedEntity(String name) {
        throw active("an entity '" + shown(name) + "'");
    }

    @Override
    public void internalEntityDecl(String name, String value) {
        throw active("an entity '" + shown(name) + "'");
    }

    @Override
    public void externalEntityDecl(String name, String publicId, String systemId) {
        throw active("an entity '" + shown(name) + "'");
    }

    @Override
    public void elementDecl(String name, String model) {
        throw active("a declaration of '" + shown(name) + "'");
    }

    @Override
    public void attributeDecl(String element, String attribute, String type, String mode, String value) {
        throw active("a declaration of '" + shown(attribute) + "'");
    }

    static AssetRefusedException active(String what) {
        return new AssetRefusedException(
                Reason.ACTIVE,
                "The SVG has " + what + ", which is more than a picture; remove it, or export the picture as PNG.");
    }

    static String shown(String text) {
        String safe = text.replaceAll("[\\p{Cntrl}<>]", "?");
        return safe.length() <= 40 ? safe : safe.substring(0, 40);
    }
}
