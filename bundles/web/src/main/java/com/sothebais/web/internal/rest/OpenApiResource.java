package com.sothebais.web.internal.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** The description of this API; a test holds it to the resources and the records. */
@Component(service = OpenApiResource.class)
@JaxrsResource
@Path("/api/openapi.json")
@Produces(Answers.JSON)
public final class OpenApiResource {
    private final byte[] document = read();

    @GET
    public Response document() {
        return Response.ok(document, Answers.JSON)
                .header("Cache-Control", "no-cache")
                .build();
    }

    static byte[] read() {
        try (InputStream resource = OpenApiResource.class.getResourceAsStream("/openapi.json")) {
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the bundle's own openapi.json cannot be read", e);
        }
    }
}
