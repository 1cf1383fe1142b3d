package com.sothebais.web.internal.rest;

import javax.ws.rs.core.Application;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationBase;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;

/** The REST application at {@code /api}; resources select it by {@link #SELECT}. */
@Component(service = Application.class)
@JaxrsApplicationBase("/api")
@JaxrsName(RestApplication.NAME)
public final class RestApplication extends Application {
    static final String NAME = "sothebais";

    /** For resources and extensions that belong to it. */
    static final String SELECT = "(osgi.jaxrs.name=" + NAME + ")";
}
