package com.sothebais.web.internal.rest;

import com.sothebais.web.internal.live.LiveFeed;
import com.sothebais.web.internal.metrics.Metrics;
import com.sothebais.web.internal.parts.Parts;
import java.util.function.Supplier;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** {@code /metrics} for Prometheus: figures that everybody may read, as those of {@code /api/health} and {@code /api/stream}. */
@Component(service = MetricsResource.class)
@JaxrsResource
@Path("/metrics")
public final class MetricsResource {
    private final Metrics metrics;

    @Activate
    public MetricsResource(@Reference LiveFeed feed, @Reference Parts parts) {
        this(feed::load, parts);
    }

    MetricsResource(Supplier<LiveFeed.Load> feed, Parts parts) {
        this.metrics = new Metrics(parts, feed);
    }

    @GET
    @Produces(Metrics.MEDIA_TYPE)
    public Response metrics() {
        return Response.ok(metrics.page(), Metrics.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
