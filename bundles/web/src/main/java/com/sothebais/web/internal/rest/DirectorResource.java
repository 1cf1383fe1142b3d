package com.sothebais.web.internal.rest;

import com.sothebais.api.agent.Host;
import com.sothebais.api.agent.Mood;
import com.sothebais.api.rehearsal.Rehearsals;
import com.sothebais.web.internal.answer.ErrorCode;
import com.sothebais.web.internal.answer.Refusal;
import com.sothebais.web.internal.forms.Form;
import com.sothebais.web.internal.forms.Mistakes;
import com.sothebais.web.internal.guard.Call;
import com.sothebais.web.internal.guard.Fields;
import com.sothebais.web.internal.guard.Guard;
import com.sothebais.web.internal.json.RehearsalJson;
import com.sothebais.web.internal.parts.Parts;
import com.sothebais.web.internal.parts.WebSettings;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.POST;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** What a director does during a show. */
@Component(service = DirectorResource.class)
@JaxrsResource
@javax.ws.rs.Path("/api")
@Produces(Answers.JSON)
public final class DirectorResource {
    /** Longest line, as {@link Host#say} takes it. */
    static final int LINE_MAX = 280;

    private static final DateTimeFormatter FOLDER =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Guard guard;
    private final Parts parts;
    private final Path demoDirectory;
    private final InstantSource clock;

    @Activate
    public DirectorResource(@Reference Gate gate, @Reference Parts parts, @Reference WebSettings settings) {
        this(gate.guard(), parts, settings.values().demoDirectory(), InstantSource.system());
    }

    DirectorResource(Guard guard, Parts parts, Path demoDirectory, InstantSource clock) {
        this.guard = guard;
        this.parts = parts;
        this.demoDirectory = demoDirectory;
        this.clock = clock;
    }

    /** Starts the demo show. */
    @POST
    @javax.ws.rs.Path("rehearsal")
    public Response rehearse(@Context HttpServletRequest request, InputStream body) {
        return Answers.of(guard.change(Call.of(request), body, fields -> start(clock.instant())));
    }

    /** Lets the host say something at the next chance. */
    @POST
    @javax.ws.rs.Path("host/say")
    public Response say(@Context HttpServletRequest request, InputStream body) {
        return Answers.of(guard.change(Call.of(request), body, this::speak));
    }

    private RehearsalJson start(Instant now) {
        Rehearsals rehearsals = parts.find(Rehearsals.class).orElseThrow(() -> Refusal.unavailable(Rehearsals.class));
        try {
            rehearsals.start(demoDirectory.resolve(FOLDER.format(now)));
        } catch (IllegalStateException e) {
            throw new Refusal(ErrorCode.CONFLICT, "A show is already playing; wait for its end.");
        }
        return RehearsalJson.of(rehearsals.progress());
    }

    private Map<String, Object> speak(Fields fields) {
        Form form = new Form(fields.json(), "", new Mistakes());
        Optional<String> said = form.required("text", form.text("text", LINE_MAX));
        Mood mood = form.constant("mood", Mood.class).orElse(Mood.CALM);
        form.end();
        form.mistakes().check();
        String text = said.orElseThrow();
        parts.find(Host.class)
                .orElseThrow(() -> Refusal.unavailable(Host.class))
                .say(text, mood);
        return Map.of("text", text, "mood", mood.name());
    }
}
