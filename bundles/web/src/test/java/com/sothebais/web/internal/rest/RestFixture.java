package com.sothebais.web.internal.rest;

import com.sothebais.web.internal.guard.Guard;
import com.sothebais.web.internal.live.ShowWatch;
import com.sothebais.web.internal.parts.Parts;
import java.nio.file.Path;
import java.time.InstantSource;
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

    public static Servlet servlet(Supplier<Optional<ShowWatch.State>> state, Parts parts) {
        Set<Object> resources = resources(state, parts);
        return new CXFNonSpringJaxrsServlet(new Application() {
            @Override
            public Set<Object> getSingletons() {
                return resources;
            }
        });
    }

    static Set<Object> resources(Supplier<Optional<ShowWatch.State>> state, Parts parts) {
        Guard guard = new Guard(parts, POSTS_MAX, InstantSource.system());
        return Set.of(
                new ShowResource(state, parts),
                new StatusResource(state, parts),
                new LogResource(guard, parts),
                new SessionResource(guard, parts),
                new DirectorResource(guard, parts, Path.of("demo"), InstantSource.system()),
                new AssetResource(parts),
                new OpenApiResource(),
                new Failures(),
                new Headers());
    }
}
