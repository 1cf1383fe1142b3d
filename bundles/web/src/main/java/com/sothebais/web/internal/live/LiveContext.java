package com.sothebais.web.internal.live;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.http.context.ServletContextHelper;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardContext;

/**
 * A servlet context of its own at the root: in the default one a servlet gets in the way of the REST whiteboard, and below
 * {@code /api/live} the server would redirect to a trailing slash.
 */
@Component(service = ServletContextHelper.class, scope = ServiceScope.BUNDLE)
@HttpWhiteboardContext(name = LiveContext.NAME, path = "/")
public final class LiveContext extends ServletContextHelper {
    public static final String NAME = "sothebais-live";
}
