package com.sothebais.web.internal.rest;

import com.sothebais.api.stream.OutputStatus;
import com.sothebais.api.stream.StreamOutputs;
import com.sothebais.web.internal.answer.ErrorCode;
import com.sothebais.web.internal.answer.Refusal;
import com.sothebais.web.internal.forms.Form;
import com.sothebais.web.internal.forms.Mistakes;
import com.sothebais.web.internal.guard.Call;
import com.sothebais.web.internal.guard.Fields;
import com.sothebais.web.internal.guard.Guard;
import com.sothebais.web.internal.json.OutputStatusJson;
import com.sothebais.web.internal.parts.Parts;
import java.io.InputStream;
import java.util.Map;
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

/** The outputs of the stream, for those who are logged in. */
@Component(service = OutputResource.class)
@JaxrsResource
@Path("/api/stream/outputs")
@Produces(Answers.JSON)
public final class OutputResource {
    private final Guard guard;
    private final Parts parts;

    @Activate
    public OutputResource(@Reference Gate gate, @Reference Parts parts) {
        this(gate.guard(), parts);
    }

    OutputResource(Guard guard, Parts parts) {
        this.guard = guard;
        this.parts = parts;
    }

    @GET
    public Response outputs(@Context HttpServletRequest request) {
        guard.admin(Call.of(request));
        return Answers.ok(service().outputs().stream().map(OutputStatusJson::of).toList());
    }

    /** Ends the pause before the next attempt; one that is up or connecting goes on. Recorded when it did. */
    @POST
    @Path("{name}/retry")
    public Response retry(@Context HttpServletRequest request, @PathParam("name") String name, InputStream body) {
        return Answers.of(guard.change(Call.of(request), body, fields -> retry(fields, name)));
    }

    private OutputStatusJson retry(Fields fields, String name) {
        Form form = new Form(fields.json(), "", new Mistakes());
        form.end();
        form.mistakes().check();
        OutputStatus status = service()
                .retry(name, fields.person())
                .orElseThrow(() ->
                        new Refusal(ErrorCode.NOT_FOUND, "There is no such output now; see /api/stream/outputs."));
        if (status.state() == OutputStatus.State.FAILED) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "This output has given up for good; start a new one instead.",
                    Map.of("name", status.name()));
        }
        return OutputStatusJson.of(status);
    }

    private StreamOutputs service() {
        return parts.find(StreamOutputs.class).orElseThrow(() -> Refusal.unavailable(StreamOutputs.class));
    }
}
