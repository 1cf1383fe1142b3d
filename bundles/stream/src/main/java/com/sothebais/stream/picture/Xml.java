package com.sothebais.stream.picture;

import javax.xml.stream.XMLInputFactory;

/** Reads XML from outside, and nothing that it refers to. */
final class Xml {
    private Xml() {}

    /** The JDK's own, or what a container that brings an older edition of these classes has. */
    static XMLInputFactory factory() {
        XMLInputFactory factory;
        try {
            factory = XMLInputFactory.newDefaultFactory();
        } catch (NoSuchMethodError e) {
            factory = XMLInputFactory.newFactory();
        }
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
