package com.sothebais.web.internal.rest;

import com.sothebais.web.internal.catalogue.CatalogueView;
import com.sothebais.web.internal.guard.Guard;
import com.sothebais.web.internal.guard.MemoryKeys;
import com.sothebais.web.internal.live.LiveFixture;
import com.sothebais.web.internal.live.ShowWatch;
import com.sothebais.web.internal.parts.Parts;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.servlet.Servlet;
import javax.ws.rs.core.Application;
import org.apache.cxf.jaxrs.servlet.CXFNonSpringJaxrsServlet;

/** The resources as the whiteboard puts them together. */
public final class RestFixture {
    /** Calls that change something, in a minute: few, so that a test can reach it. */
    public static final int POSTS_MAX = 40;

    private RestFixture() {}

    public static Servlet servlet(LiveFixture live, CatalogueView catalogue, Parts parts) {
        Set<Object> resources = new HashSet<>(resources(live::current, catalogue, parts, POSTS_MAX));
        resources.add(new MetricsResource(live::load, parts));
        return servlet(resources);
    }

    /** Of these resources only. */
    static Servlet servlet(Set<Object> resources) {
        return new CXFNonSpringJaxrsServlet(new Application() {
            @Override
            public Set<Object> getSingletons() {
                return resources;
            }
        });
    }

    static Set<Object> resources(
            Supplier<Optional<ShowWatch.State>> state, CatalogueView catalogue, Parts parts, int postsMax) {
        InstantSource clock = InstantSource.system();
        Guard guard = new Guard(parts, postsMax, new MemoryKeys(clock), clock);
        Reads reads = new Reads(catalogue::current);
        return Set.of(
                new ShowResource(state, reads, parts),
                new CampaignResource(guard, reads, parts),
                new AuctionResource(reads, parts, clock),
                new OverrideResource(guard, reads, parts),
                new EventResource(guard, parts),
                new StatusResource(state, parts),
                new OutputResource(guard, parts),
                new ClipResource(guard, parts),
                new ControlResource(guard, parts),
                new RundownResource(guard, parts),
                new LogResource(guard, parts),
                new ReplayResource(guard, parts),
                new AnomalyResource(guard, parts),
                new SessionResource(guard, parts),
                new DirectorResource(guard, parts, Path.of("demo"), clock),
                new RehearsalResource(guard, parts),
                new AssetResource(guard, parts),
                new TokenResource(guard, parts),
                new OpenApiResource(),
                new Failures(),
                new Headers());
    }
}
