package com.sothebais.web.internal.rest;

import com.sothebais.api.event.DeadLetters;
import com.sothebais.api.event.Decree;
import com.sothebais.api.event.Dispatcher;
import com.sothebais.api.event.EventLog;
import com.sothebais.web.internal.answer.ErrorCode;
import com.sothebais.web.internal.answer.Refusal;
import com.sothebais.web.internal.guard.Call;
import com.sothebais.web.internal.guard.Fields;
import com.sothebais.web.internal.guard.Guard;
import com.sothebais.web.internal.json.EventJson;
import com.sothebais.web.internal.json.LogJson.DeadLetterJson;
import com.sothebais.web.internal.json.LogJson.SubscriberJson;
import com.sothebais.web.internal.parts.Parts;
import java.io.InputStream;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** The log and its readers, for those who are logged in. */
@Component(service = LogResource.class)
@JaxrsResource
@Path("/api")
@Produces(Answers.JSON)
public final class LogResource {
    /** Most facts of one answer. */
    static final int LIMIT_MAX = 500;

    private static final int LIMIT_DEFAULT = 100;
    private static final int NAME_MAX = 100;

    private final Guard guard;
    private final Parts parts;

    @Activate
    public LogResource(@Reference Gate gate, @Reference Parts parts) {
        this(gate.guard(), parts);
    }

    LogResource(Guard guard, Parts parts) {
        this.guard = guard;
        this.parts = parts;
    }

    /** Without {@code after}: the newest facts. */
    @GET
    @Path("events")
    public Response events(
            @Context HttpServletRequest request, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        guard.admin(Call.of(request));
        EventLog log = part(EventLog.class);
        int count = (int) number("limit", limit, LIMIT_DEFAULT, 1, LIMIT_MAX);
        long from = number("after", after, Math.max(0, log.last() - count), 0, Long.MAX_VALUE);
        return Answers.ok(log.read(from, count).stream().map(EventJson::of).toList());
    }

    @GET
    @Path("subscribers")
    public Response subscribers(@Context HttpServletRequest request) {
        guard.admin(Call.of(request));
        return Answers.ok(part(Dispatcher.class).progress().stream()
                .map(SubscriberJson::of)
                .toList());
    }

    @GET
    @Path("dead-letters")
    public Response deadLetters(@Context HttpServletRequest request) {
        guard.admin(Call.of(request));
        return Answers.ok(
                part(DeadLetters.class).list().stream().map(DeadLetterJson::of).toList());
    }

    @POST
    @Path("dead-letters/retry")
    public Response retry(@Context HttpServletRequest request, InputStream body) {
        return resolve(
                request, body, (letters, wish) -> letters.retry(wish.subscriber(), wish.position(), wish.decree()));
    }

    @POST
    @Path("dead-letters/drop")
    public Response drop(@Context HttpServletRequest request, InputStream body) {
        return resolve(
                request, body, (letters, wish) -> letters.drop(wish.subscriber(), wish.position(), wish.decree()));
    }

    @POST
    @Path("dead-letters/edit")
    public Response edit(@Context HttpServletRequest request, InputStream body) {
        return resolve(
                request,
                body,
                (letters, wish) -> letters.edit(
                        wish.subscriber(),
                        wish.position(),
                        wish.fields().text("payload", DeadLetters.PAYLOAD_MAX),
                        wish.decree()));
    }

    /** What is to be done with which dead letter, by whom and why. */
    private record Wish(Fields fields, String subscriber, long position, Decree decree) {}

    /** One of the ways out of the dead letters. */
    private interface WayOut {
        boolean take(DeadLetters letters, Wish wish);
    }

    private Response resolve(HttpServletRequest request, InputStream body, WayOut way) {
        Call call = Call.of(request);
        return Answers.json(guard.change(call, body, fields -> {
            Decree decree = new Decree(guard.admin(call).name(), fields.text("reason", Decree.REASON_MAX));
            return done(new Wish(fields, fields.text("subscriber", NAME_MAX), fields.number("position"), decree), way);
        }));
    }

    private Map<String, Object> done(Wish wish, WayOut way) {
        Map<String, Object> which = Map.of("subscriber", wish.subscriber(), "position", wish.position());
        try {
            if (!way.take(part(DeadLetters.class), wish)) {
                throw new Refusal(
                        ErrorCode.NOT_FOUND,
                        "There is no such dead letter, or it failed again; see /api/dead-letters.",
                        which);
            }
        } catch (IllegalArgumentException e) {
            throw new Refusal(ErrorCode.INVALID, "The dead letter cannot be edited so: " + e.getMessage() + ".", which);
        }
        return which;
    }

    private static long number(String name, String text, long fallback, long min, long max) {
        if (text == null) {
            return fallback;
        }
        if (text.matches("[0-9]{1,18}")) {
            long value = Long.parseLong(text);
            if (value >= min && value <= max) {
                return value;
            }
        }
        String range = max == Long.MAX_VALUE ? min + " or more" : min + " to " + max;
        throw new Refusal(
                ErrorCode.INVALID, "'" + name + "' must be a whole number, " + range + ".", Map.of("field", name));
    }

    private <T> T part(Class<T> service) {
        return parts.find(service).orElseThrow(() -> Refusal.unavailable(service));
    }
}
