package com.sothebais.web.internal.rest;

import com.sothebais.api.auction.SessionId;
import com.sothebais.api.rehearsal.RehearsalException;
import com.sothebais.api.rehearsal.Rehearsals;
import com.sothebais.api.rehearsal.Rehearsals.Order;
import com.sothebais.api.rehearsal.Rehearsals.Rehearsed;
import com.sothebais.web.internal.answer.ErrorCode;
import com.sothebais.web.internal.answer.Refusal;
import com.sothebais.web.internal.forms.Form;
import com.sothebais.web.internal.forms.Mistakes;
import com.sothebais.web.internal.guard.Call;
import com.sothebais.web.internal.guard.Fields;
import com.sothebais.web.internal.guard.Guard;
import com.sothebais.web.internal.json.RehearsedJson;
import com.sothebais.web.internal.parts.Parts;
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

/** Rehearsals of planned sessions, for those who are logged in. */
@Component(service = RehearsalResource.class)
@JaxrsResource
@Path("/api/rehearsals")
@Produces(Answers.JSON)
public final class RehearsalResource {
    private static final int CREATED = 201;
    private static final int ID_MAX = 80;
    /** Where nobody says otherwise. */
    private static final long SPEED = 60;

    private static final long SEED = 20_260_101;

    private final Guard guard;
    private final Parts parts;

    @Activate
    public RehearsalResource(@Reference Gate gate, @Reference Parts parts) {
        this(gate.guard(), parts);
    }

    RehearsalResource(Guard guard, Parts parts) {
        this.guard = guard;
        this.parts = parts;
    }

    /** Newest first. */
    @GET
    public Response rehearsals(@Context HttpServletRequest request) {
        guard.admin(Call.of(request));
        return Answers.ok(service().rehearsals().stream().map(RehearsedJson::of).toList());
    }

    @GET
    @Path("{rehearsal}")
    public Response rehearsal(@Context HttpServletRequest request, @PathParam("rehearsal") String id) {
        guard.admin(Call.of(request));
        Rehearsed found = service().rehearsals().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown(id));
        return Answers.ok(RehearsedJson.of(found));
    }

    /** Starts one. */
    @POST
    public Response rehearse(@Context HttpServletRequest request, InputStream body) {
        return Answers.of(guard.change(Call.of(request), new Guard.Body(body), CREATED, this::rehearse));
    }

    /** Ends one; the outputs are back some seconds later. One that has ended stays as it is. */
    @POST
    @Path("{rehearsal}/abort")
    public Response abort(@Context HttpServletRequest request, @PathParam("rehearsal") String id, InputStream body) {
        return Answers.of(guard.change(Call.of(request), body, fields -> abort(fields, id)));
    }

    private RehearsedJson rehearse(Fields fields) {
        Form form = new Form(fields.json(), "", new Mistakes());
        Optional<SessionId> session =
                form.required("session", form.text("session", ID_MAX)).flatMap(text -> session(form, text));
        Optional<Long> speed = form.whole("speed", 1, Rehearsals.SPEED_MAX);
        Optional<Long> seed = form.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE);
        form.end();
        form.mistakes().check();
        Order order = new Order(session.orElseThrow(), speed.orElse(SPEED).intValue(), seed.orElse(SEED));
        try {
            return RehearsedJson.of(service().rehearse(order));
        } catch (RehearsalException e) {
            throw switch (e.obstacle()) {
                case UNKNOWN -> new Refusal(ErrorCode.NOT_FOUND, e.getMessage());
                case BUSY -> new Refusal(ErrorCode.CONFLICT, e.getMessage());
                case UNAVAILABLE -> new Refusal(ErrorCode.PART_UNAVAILABLE, e.getMessage());
            };
        }
    }

    private static Optional<SessionId> session(Form form, String text) {
        try {
            return Optional.of(new SessionId(text));
        } catch (IllegalArgumentException e) {
            form.mistakes().add("session", "'session' must be 1 to 80 letters, digits, '.', '-' or '_'.");
            return Optional.empty();
        }
    }

    private RehearsedJson abort(Fields fields, String id) {
        Form form = new Form(fields.json(), "", new Mistakes());
        form.end();
        form.mistakes().check();
        return RehearsedJson.of(service().abort(id, fields.person()).orElseThrow(() -> unknown(id)));
    }

    private static Refusal unknown(String id) {
        return new Refusal(
                ErrorCode.NOT_FOUND, "There is no such rehearsal; see /api/rehearsals.", Map.of("rehearsal", id));
    }

    private Rehearsals service() {
        return parts.find(Rehearsals.class).orElseThrow(() -> Refusal.unavailable(Rehearsals.class));
    }
}
