package com.sothebais.web.internal.rest;

import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.EventId;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.EventLogException;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.stream.FirstFrames;
import com.sothebais.web.internal.answer.ErrorCode;
import com.sothebais.web.internal.answer.Refusal;
import com.sothebais.web.internal.guard.Call;
import com.sothebais.web.internal.guard.Guard;
import com.sothebais.web.internal.json.EventJson;
import com.sothebais.web.internal.json.StoryJson;
import com.sothebais.web.internal.parts.Parts;
import com.sothebais.web.internal.reads.EventPages;
import com.sothebais.web.internal.reads.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The facts of the log, for those who are logged in. What is confidential shows that it exists and nothing more. */
@Component(service = EventResource.class)
@JaxrsResource
@Path("/api")
@Produces(Answers.JSON)
public final class EventResource {
    /** Most facts of one story; of a longer one the newest are told. */
    static final int STORY_MAX = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(EventResource.class);
    private static final String UUID_SHAPE = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private final Guard guard;
    private final Parts parts;

    @Activate
    public EventResource(@Reference Gate gate, @Reference Parts parts) {
        this(gate.guard(), parts);
    }

    EventResource(Guard guard, Parts parts) {
        this.guard = guard;
        this.parts = parts;
    }

    /** In log order; without any filter the newest. */
    @GET
    @Path("events")
    public Response events(@Context HttpServletRequest request) {
        guard.admin(Call.of(request));
        Query query = Query.of(request.getQueryString(), EventPages.FILTERS.toArray(String[]::new));
        return Answers.ok(asked(log -> EventPages.page(log, query)));
    }

    @GET
    @Path("events/{id}")
    public Response event(@Context HttpServletRequest request, @PathParam("id") String id) {
        guard.admin(Call.of(request));
        Optional<Recorded> fact =
                id.matches(UUID_SHAPE) ? asked(log -> log.find(new EventId(UUID.fromString(id)))) : Optional.empty();
        return Answers.ok(EventJson.of(
                fact.orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no such fact; see /api/events."))));
    }

    /** Everything that followed from one post, with the times between; the correlation of a bid is its {@code story}. */
    @GET
    @Path("stories/{correlation: .+}")
    public Response story(@Context HttpServletRequest request, @PathParam("correlation") String correlation) {
        guard.admin(Call.of(request));
        CorrelationId id = id(correlation);
        List<Recorded> facts = asked(log -> log.correlated(id, STORY_MAX));
        if (facts.isEmpty()) {
            throw unknown();
        }
        Optional<Instant> frame = parts.find(FirstFrames.class).flatMap(frames -> frames.firstFrame(id));
        return Answers.ok(StoryJson.of(facts, frame, facts.size() < STORY_MAX));
    }

    private static CorrelationId id(String correlation) {
        if (correlation.chars().anyMatch(Character::isISOControl)) {
            throw unknown();
        }
        try {
            return new CorrelationId(correlation);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static Refusal unknown() {
        return new Refusal(
                ErrorCode.NOT_FOUND, "There is no such story; a bid names its own, see /api/auctions/{id}/bids.");
    }

    private interface Question<T> {
        T ask(EventLog log);
    }

    /** A log that cannot be read is a part that is away. */
    private <T> T asked(Question<T> question) {
        EventLog log = parts.find(EventLog.class).orElseThrow(() -> Refusal.unavailable(EventLog.class));
        try {
            return question.ask(log);
        } catch (EventLogException e) {
            LOG.warn("The log could not be read: {}", e.getMessage());
            throw Refusal.unavailable(EventLog.class);
        }
    }
}
