package com.sothebais.web.internal.rest;

import java.net.URI;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** {@code /} leads to the dashboard. Belongs to the whiteboard's default application, which owns that address. */
@Component(service = HomeResource.class)
@JaxrsResource
@Path("/")
public final class HomeResource {
    @GET
    public Response home() {
        return Response.seeOther(URI.create("/dashboard/")).build();
    }
}
