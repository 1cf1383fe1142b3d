package com.sothebais.web.internal.live;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.http.context.ServletContextHelper;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardContext;

/** A servlet context of its own: servlets in the default one get in the way of the REST whiteboard. */
@Component(service = ServletContextHelper.class, scope = ServiceScope.BUNDLE)
@HttpWhiteboardContext(name = LiveContext.NAME, path = "/api/live")
public final class LiveContext extends ServletContextHelper {
    static final String NAME = "sothebais-live";
}
