package com.sothebais.web.internal.rest;

import com.sothebais.api.agent.Host;
import com.sothebais.api.rehearsal.Rehearsals;
import com.sothebais.api.settlement.EscrowBook;
import com.sothebais.api.stream.Studio;
import com.sothebais.web.internal.answer.Envelope;
import com.sothebais.web.internal.answer.Refusal;
import com.sothebais.web.internal.json.EscrowJson;
import com.sothebais.web.internal.json.HealthJson;
import com.sothebais.web.internal.json.HostJson;
import com.sothebais.web.internal.json.RehearsalJson;
import com.sothebais.web.internal.json.StreamJson;
import com.sothebais.web.internal.live.LiveFeed;
import com.sothebais.web.internal.live.ShowWatch;
import com.sothebais.web.internal.parts.Parts;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** How the parts of the platform are. */
@Component(service = StatusResource.class)
@JaxrsResource
@Path("/api")
@Produces(Answers.JSON)
public final class StatusResource {
    private static final int UNAVAILABLE = 503;

    private final Supplier<Optional<ShowWatch.State>> state;
    private final Parts parts;

    @Activate
    public StatusResource(@Reference LiveFeed feed, @Reference Parts parts) {
        this(feed::current, parts);
    }

    StatusResource(Supplier<Optional<ShowWatch.State>> state, Parts parts) {
        this.state = state;
        this.parts = parts;
    }

    @GET
    @Path("stream")
    public Response stream() {
        return Answers.ok(StreamJson.of(part(Studio.class).health()));
    }

    @GET
    @Path("escrow")
    public Response escrow() {
        return Answers.ok(EscrowJson.of(part(EscrowBook.class)));
    }

    @GET
    @Path("host")
    public Response host() {
        Optional<ShowWatch.State> known = state.get();
        return Answers.ok(new HostJson(
                parts.find(Host.class)
                        .map(host -> HostJson.ActivityJson.of(host.activity()))
                        .orElse(null),
                known.map(ShowWatch.State::lines).orElse(List.of()),
                known.map(ShowWatch.State::posts).orElse(List.of())));
    }

    @GET
    @Path("rehearsal")
    public Response rehearsal() {
        return Answers.ok(RehearsalJson.of(part(Rehearsals.class).progress()));
    }

    /** Always 200: whoever asks wants to read how the parts are. */
    @GET
    @Path("health")
    public Response health() {
        return Answers.ok(HealthJson.of(parts.healthSources()));
    }

    /** For load balancers and monitors: 503 when a part is down. */
    @GET
    @Path("health/ready")
    public Response ready() {
        HealthJson health = HealthJson.of(parts.healthSources());
        return health.down()
                ? Response.status(UNAVAILABLE)
                        .type(Answers.JSON)
                        .header("Cache-Control", "no-store")
                        .entity(Envelope.ok(health))
                        .build()
                : Answers.ok(health);
    }

    private <T> T part(Class<T> service) {
        return parts.find(service).orElseThrow(() -> Refusal.unavailable(service));
    }
}
