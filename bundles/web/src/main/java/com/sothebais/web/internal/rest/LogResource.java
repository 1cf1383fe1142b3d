package com.sothebais.web.internal.rest;

import com.sothebais.api.event.DeadLetter;
import com.sothebais.api.event.DeadLetters;
import com.sothebais.api.event.Decree;
import com.sothebais.api.event.Dispatcher;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.EventLogException;
import com.sothebais.web.internal.answer.ErrorCode;
import com.sothebais.web.internal.answer.Refusal;
import com.sothebais.web.internal.forms.ReaderForm;
import com.sothebais.web.internal.forms.ReaderForm.LetterWish;
import com.sothebais.web.internal.guard.Call;
import com.sothebais.web.internal.guard.Fields;
import com.sothebais.web.internal.guard.Guard;
import com.sothebais.web.internal.json.LogJson.DeadLetterJson;
import com.sothebais.web.internal.json.LogJson.SubscriberJson;
import com.sothebais.web.internal.parts.Parts;
import com.sothebais.web.internal.reads.Paging;
import com.sothebais.web.internal.reads.Query;
import java.io.InputStream;
import java.util.Map;
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

/** The log's readers, for those who are logged in. */
@Component(service = LogResource.class)
@JaxrsResource
@Path("/api")
@Produces(Answers.JSON)
public final class LogResource {
    /** A payload of the longest, in the longest form that JSON gives a character. */
    static final int EDIT_MAX_BYTES = 6 * DeadLetters.PAYLOAD_MAX + Guard.BODY_MAX_BYTES;

    private static final int OK = 200;

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

    @GET
    @Path("subscribers")
    public Response subscribers(@Context HttpServletRequest request) {
        guard.admin(Call.of(request));
        return Answers.ok(part(Dispatcher.class).progress().stream()
                .map(SubscriberJson::of)
                .toList());
    }

    /** Oldest first, of the oldest 1,000. */
    @GET
    @Path("dead-letters")
    public Response deadLetters(@Context HttpServletRequest request) {
        guard.admin(Call.of(request));
        Query query = Query.of(request.getQueryString(), Paging.LIMIT, Paging.CURSOR);
        Paging.Wanted<DeadLetter> wanted =
                new Paging.Wanted<>(all -> true, letter -> letter.subscriber() + "/" + letter.position());
        return Answers.ok(Paging.page(part(DeadLetters.class).list(), query, wanted, DeadLetterJson::of));
    }

    @POST
    @Path("dead-letters/retry")
    public Response retry(@Context HttpServletRequest request, InputStream body) {
        return Answers.of(guard.change(Call.of(request), body, fields -> {
            LetterWish wish = ReaderForm.readLetter(fields.json());
            return done(wish, letters -> letters.retry(wish.subscriber(), wish.position(), decree(fields, wish)));
        }));
    }

    @POST
    @Path("dead-letters/drop")
    public Response drop(@Context HttpServletRequest request, InputStream body) {
        return Answers.of(guard.change(Call.of(request), body, fields -> {
            LetterWish wish = ReaderForm.readLetter(fields.json());
            return done(wish, letters -> letters.drop(wish.subscriber(), wish.position(), decree(fields, wish)));
        }));
    }

    @POST
    @Path("dead-letters/edit")
    public Response edit(@Context HttpServletRequest request, InputStream body) {
        return Answers.of(guard.change(Call.of(request), new Guard.Body(body, EDIT_MAX_BYTES), OK, fields -> {
            ReaderForm.EditWish edit = ReaderForm.readEdit(fields.json());
            LetterWish wish = edit.letter();
            return done(
                    wish,
                    letters -> letters.edit(wish.subscriber(), wish.position(), edit.payload(), decree(fields, wish)));
        }));
    }

    /** One of the ways out of the dead letters; false when there is no such letter. */
    private interface WayOut {
        boolean take(DeadLetters letters);
    }

    private Map<String, Object> done(LetterWish wish, WayOut way) {
        Map<String, Object> which = Map.of("subscriber", wish.subscriber(), "position", wish.position());
        try {
            if (way.take(part(DeadLetters.class))) {
                return which;
            }
        } catch (IllegalArgumentException e) {
            throw new Refusal(ErrorCode.INVALID, "The dead letter cannot be edited so: " + e.getMessage() + ".", which);
        } catch (EventLogException e) {
            throw Refusal.unavailable(EventLog.class);
        }
        throw new Refusal(
                ErrorCode.NOT_FOUND, "There is no such dead letter, or it failed again; see /api/dead-letters.", which);
    }

    private static Decree decree(Fields fields, LetterWish wish) {
        return new Decree(fields.person(), wish.reason());
    }

    private <T> T part(Class<T> service) {
        return parts.find(service).orElseThrow(() -> Refusal.unavailable(service));
    }
}
