package com.sothebais.web.internal.rest;

import com.sothebais.api.stream.ShowControl;
import com.sothebais.api.stream.ShowControl.View;
import com.sothebais.api.stream.Source;
import com.sothebais.api.stream.Transition;
import com.sothebais.web.internal.forms.ControlForm;
import com.sothebais.web.internal.guard.Call;
import com.sothebais.web.internal.guard.Fields;
import com.sothebais.web.internal.guard.Guard;
import com.sothebais.web.internal.json.ControlJson;
import com.sothebais.web.internal.parts.Parts;
import java.io.InputStream;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Program and preview, for those who are logged in. */
@Component(service = ControlResource.class)
@JaxrsResource
@Path("/api/stream/control")
@Produces(Answers.JSON)
public final class ControlResource {
    private static final Logger LOG = LoggerFactory.getLogger(ControlResource.class);
    private static final String PNG = "image/png";

    private final Guard guard;
    private final Parts parts;

    @Activate
    public ControlResource(@Reference Gate gate, @Reference Parts parts) {
        this(gate.guard(), parts);
    }

    ControlResource(Guard guard, Parts parts) {
        this.guard = guard;
        this.parts = parts;
    }

    @GET
    public Response status(@Context HttpServletRequest request) {
        guard.admin(Call.of(request));
        return Answers.ok(ControlJson.of(Desk.ask(parts, ShowControl::status)));
    }

    /** The picture on air, at most a second old. */
    @GET
    @Path("program.png")
    @Produces({PNG, Answers.JSON})
    public Response program(@Context HttpServletRequest request) {
        return still(request, View.PROGRAM);
    }

    /** The picture that a take would bring, at most a second old. */
    @GET
    @Path("preview.png")
    @Produces({PNG, Answers.JSON})
    public Response previewed(@Context HttpServletRequest request) {
        return still(request, View.PREVIEW);
    }

    @POST
    @Path("preview")
    public Response preview(@Context HttpServletRequest request, InputStream body) {
        return Answers.of(guard.change(Call.of(request), body, this::preview));
    }

    @POST
    @Path("take")
    public Response take(@Context HttpServletRequest request, InputStream body) {
        return Answers.of(guard.change(Call.of(request), body, this::take));
    }

    /** Keeps what a restart brought back. */
    @POST
    @Path("keep")
    public Response keep(@Context HttpServletRequest request, InputStream body) {
        return Answers.of(guard.change(Call.of(request), body, this::keep));
    }

    private Response still(HttpServletRequest request, View view) {
        guard.admin(Call.of(request));
        byte[] png = Desk.ask(parts, control -> control.still(view));
        return Response.ok(png, PNG).header("Cache-Control", "no-store").build();
    }

    private ControlJson preview(Fields fields) {
        Source source = ControlForm.source(fields.json());
        return ControlJson.of(Desk.ask(parts, control -> control.preview(source)));
    }

    private ControlJson take(Fields fields) {
        Transition transition = ControlForm.transition(fields.json());
        ShowControl.Status status = Desk.ask(parts, control -> control.take(transition, fields.person()));
        LOG.info("{} takes {} by {}", fields.person(), status.program(), transition.kind());
        return ControlJson.of(status);
    }

    private ControlJson keep(Fields fields) {
        ControlForm.nothing(fields.json());
        return ControlJson.of(Desk.ask(parts, control -> control.keep(fields.person())));
    }
}
