package com.sothebais.stream.picture;

import javax.xml.stream.XMLStreamException;

/** A drawing that is not drawn; the message says why, and what whoever made it can do. */
public final class SvgRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SvgRefused(String message) {
        super(message);
    }

    SvgRefused(String message, Throwable cause) {
        super(message, cause);
    }

    static SvgRefused noXml(XMLStreamException cause) {
        return new SvgRefused("it is no XML: " + cause.getMessage().replaceAll("\\s+", " "), cause);
    }
}
