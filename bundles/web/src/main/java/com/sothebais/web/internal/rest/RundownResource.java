package com.sothebais.web.internal.rest;

import com.sothebais.api.stream.Cue;
import com.sothebais.api.stream.ShowControl;
import com.sothebais.web.internal.forms.ControlForm;
import com.sothebais.web.internal.guard.Call;
import com.sothebais.web.internal.guard.Fields;
import com.sothebais.web.internal.guard.Guard;
import com.sothebais.web.internal.json.CueJson;
import com.sothebais.web.internal.json.RundownJson;
import com.sothebais.web.internal.parts.Parts;
import java.io.InputStream;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rundown of the stream, for those who are logged in. */
@Component(service = RundownResource.class)
@JaxrsResource
@Path("/api/stream/rundown")
@Produces(Answers.JSON)
public final class RundownResource {
    private static final Logger LOG = LoggerFactory.getLogger(RundownResource.class);

    private final Guard guard;
    private final Parts parts;

    @Activate
    public RundownResource(@Reference Gate gate, @Reference Parts parts) {
        this(gate.guard(), parts);
    }

    RundownResource(Guard guard, Parts parts) {
        this.guard = guard;
        this.parts = parts;
    }

    @GET
    public Response rundown(@Context HttpServletRequest request) {
        guard.admin(Call.of(request));
        return Answers.ok(RundownJson.of(Desk.ask(parts, ShowControl::rundown)));
    }

    /** Holds all cues, or lets them go on. */
    @POST
    @Path("hold")
    public Response holdAll(@Context HttpServletRequest request, InputStream body) {
        return Answers.of(guard.change(Call.of(request), body, this::holdAll));
    }

    @POST
    @Path("cues")
    public Response add(@Context HttpServletRequest request, InputStream body) {
        return Answers.of(guard.change(Call.of(request), body, this::add));
    }

    @POST
    @Path("cues/{cue}/fire")
    public Response fire(@Context HttpServletRequest request, @PathParam("cue") String cue, InputStream body) {
        return change(request, body, new Deed("fires", cue, ShowControl::fire));
    }

    @POST
    @Path("cues/{cue}/skip")
    public Response skip(@Context HttpServletRequest request, @PathParam("cue") String cue, InputStream body) {
        return change(request, body, new Deed("skips", cue, ShowControl::skip));
    }

    @POST
    @Path("cues/{cue}/hold")
    public Response hold(@Context HttpServletRequest request, @PathParam("cue") String cue, InputStream body) {
        return change(request, body, new Deed("holds", cue, ShowControl::hold));
    }

    /** Lets a held or skipped cue go on. */
    @POST
    @Path("cues/{cue}/go")
    public Response go(@Context HttpServletRequest request, @PathParam("cue") String cue, InputStream body) {
        return change(request, body, new Deed("lets go", cue, ShowControl::go));
    }

    /** What somebody does with a cue. */
    private record Deed(String word, String cue, Act act) {}

    @FunctionalInterface
    private interface Act {
        Cue of(ShowControl control, String cue, String admin);
    }

    private Response change(HttpServletRequest request, InputStream body, Deed deed) {
        return Answers.of(guard.change(Call.of(request), body, fields -> change(fields, deed)));
    }

    private CueJson change(Fields fields, Deed deed) {
        ControlForm.nothing(fields.json());
        Cue cue = Desk.ask(parts, control -> deed.act().of(control, deed.cue(), fields.person()));
        LOG.info("{} {} the cue {}", fields.person(), deed.word(), cue.id());
        return CueJson.of(cue);
    }

    private RundownJson holdAll(Fields fields) {
        boolean held = ControlForm.held(fields.json());
        RundownJson rundown = RundownJson.of(Desk.ask(parts, control -> control.holdAll(held, fields.person())));
        LOG.info("{} {} the rundown", fields.person(), held ? "holds" : "lets go");
        return rundown;
    }

    private CueJson add(Fields fields) {
        ControlForm.Wish wish = ControlForm.cue(fields.json());
        return CueJson.of(
                Desk.ask(parts, control -> control.add(wish.at(), wish.label(), wish.action(), fields.person())));
    }
}
