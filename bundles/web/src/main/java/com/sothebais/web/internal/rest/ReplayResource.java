package com.sothebais.web.internal.rest;

import com.sothebais.api.event.Decree;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.EventLogException;
import com.sothebais.api.event.Replays;
import com.sothebais.web.internal.answer.ErrorCode;
import com.sothebais.web.internal.answer.Refusal;
import com.sothebais.web.internal.forms.ReaderForm;
import com.sothebais.web.internal.guard.Call;
import com.sothebais.web.internal.guard.Fields;
import com.sothebais.web.internal.guard.Guard;
import com.sothebais.web.internal.json.LogJson.ReplayJson;
import com.sothebais.web.internal.parts.Parts;
import com.sothebais.web.internal.reads.Paging;
import com.sothebais.web.internal.reads.Query;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** Facts that readers get once more, for those who are logged in. */
@Component(service = ReplayResource.class)
@JaxrsResource
@Path("/api/replays")
@Produces(Answers.JSON)
public final class ReplayResource {
    private static final int CREATED = 201;
    private static final String NUMBER = "[0-9]{1,18}";

    private final Guard guard;
    private final Parts parts;

    @Activate
    public ReplayResource(@Reference Gate gate, @Reference Parts parts) {
        this(gate.guard(), parts);
    }

    ReplayResource(Guard guard, Parts parts) {
        this.guard = guard;
        this.parts = parts;
    }

    /** Newest first. */
    @GET
    public Response replays(@Context HttpServletRequest request) {
        guard.admin(Call.of(request));
        Query query = Query.of(request.getQueryString(), Paging.LIMIT, Paging.CURSOR);
        Paging.Wanted<Replays.Replay> wanted =
                new Paging.Wanted<>(all -> true, replay -> String.valueOf(replay.number()));
        return Answers.ok(Paging.page(service().replays(), query, wanted, ReplayJson::of));
    }

    @GET
    @Path("{number}")
    public Response replay(@Context HttpServletRequest request, @PathParam("number") String number) {
        guard.admin(Call.of(request));
        return Answers.ok(ReplayJson.of(known(number)));
    }

    @POST
    public Response start(@Context HttpServletRequest request, InputStream body) {
        return Answers.of(guard.change(Call.of(request), new Guard.Body(body), CREATED, this::start));
    }

    /** Stops behind the fact at hand; what was taken stays taken. */
    @POST
    @Path("{number}/stop")
    public Response stop(@Context HttpServletRequest request, @PathParam("number") String number, InputStream body) {
        return Answers.of(guard.change(Call.of(request), body, fields -> stop(number)));
    }

    private ReplayJson start(Fields fields) {
        ReaderForm.ReplayWish wish = ReaderForm.readReplay(fields.json());
        Replays replays = service();
        long running = replays.replays().stream()
                .filter(replay -> replay.status() == Replays.Status.RUNNING)
                .count();
        if (running >= Replays.RUNNING_MAX) {
            throw new Refusal(
                    ErrorCode.CONFLICT, running + " replays run already; wait for one or stop it, see /api/replays.");
        }
        try {
            Decree decree = new Decree(fields.person(), wish.reason());
            return ReplayJson.of(replays.start(wish.subscriber(), wish.selection(), wish.shadow(), decree));
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    ErrorCode.INVALID,
                    "The replay cannot start: " + e.getMessage() + ".",
                    Map.of("subscriber", wish.subscriber()));
        } catch (EventLogException e) {
            throw Refusal.unavailable(EventLog.class);
        }
    }

    private ReplayJson stop(String number) {
        Replays.Replay replay = known(number);
        if (!service().stop(replay.number())) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "The replay does not run any more; see /api/replays for its result.",
                    Map.of("number", replay.number()));
        }
        return ReplayJson.of(known(number));
    }

    private Replays.Replay known(String number) {
        Optional<Replays.Replay> replay = number.matches(NUMBER)
                ? service().replays().stream()
                        .filter(known -> known.number() == Long.parseLong(number))
                        .findFirst()
                : Optional.empty();
        return replay.orElseThrow(() -> new Refusal(
                ErrorCode.NOT_FOUND, "There is no such replay since the start of the platform; see /api/replays."));
    }

    private Replays service() {
        return parts.find(Replays.class).orElseThrow(() -> Refusal.unavailable(Replays.class));
    }
}
