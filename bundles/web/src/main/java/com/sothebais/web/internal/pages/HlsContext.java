package com.sothebais.web.internal.pages;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.http.context.ServletContextHelper;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardContext;

/** The servlet context of the stream's files. */
@Component(service = ServletContextHelper.class, scope = ServiceScope.BUNDLE)
@HttpWhiteboardContext(name = HlsContext.NAME, path = "/hls")
public final class HlsContext extends ServletContextHelper {
    static final String NAME = "sothebais-hls";
}
