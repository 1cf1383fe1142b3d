package com.sothebais.web.internal.preview;

import com.sothebais.web.internal.guard.Guard;
import com.sothebais.web.internal.guard.MemoryKeys;
import com.sothebais.web.internal.parts.Parts;
import java.time.InstantSource;
import javax.servlet.Servlet;

/** The preview with its thread and its servlet. */
public final class PreviewFixture implements AutoCloseable {
    private final PreviewHub hub;
    private final PreviewServlet servlet;

    public PreviewFixture(Parts parts) {
        hub = new PreviewHub(parts);
        InstantSource clock = InstantSource.system();
        servlet = new PreviewServlet(new Guard(parts, 1, new MemoryKeys(clock), clock), hub);
    }

    public Servlet servlet() {
        return servlet;
    }

    public int viewers() {
        return hub.viewers();
    }

    @Override
    public void close() {
        hub.stop();
    }
}
