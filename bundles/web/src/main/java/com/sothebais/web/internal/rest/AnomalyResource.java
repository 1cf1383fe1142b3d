package com.sothebais.web.internal.rest;

import com.sothebais.api.auction.Anomalies;
import com.sothebais.api.auction.Anomalies.Hint;
import com.sothebais.api.auction.Anomalies.Kind;
import com.sothebais.web.internal.answer.Refusal;
import com.sothebais.web.internal.guard.Call;
import com.sothebais.web.internal.guard.Guard;
import com.sothebais.web.internal.json.AnomalyJson.HintJson;
import com.sothebais.web.internal.parts.Parts;
import com.sothebais.web.internal.reads.Paging;
import com.sothebais.web.internal.reads.Paging.Wanted;
import com.sothebais.web.internal.reads.Query;
import java.util.List;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** What should be looked at, for those who are logged in: it names people, and it is no verdict. */
@Component(service = AnomalyResource.class)
@JaxrsResource
@Path("/api")
@Produces(Answers.JSON)
public final class AnomalyResource {
    private static final int SCORE_MAX = 100;

    private final Guard guard;
    private final Parts parts;

    @Activate
    public AnomalyResource(@Reference Gate gate, @Reference Parts parts) {
        this(gate.guard(), parts);
    }

    AnomalyResource(Guard guard, Parts parts) {
        this.guard = guard;
        this.parts = parts;
    }

    /** Those with the newest evidence first. */
    @GET
    @Path("anomalies")
    public Response anomalies(@Context HttpServletRequest request) {
        guard.admin(Call.of(request));
        Query query = Query.of(request.getQueryString(), "kind", "score", Paging.LIMIT, Paging.CURSOR);
        Optional<Kind> kind = query.constant("kind", Kind.class);
        long least = query.whole("score", 1, 1, SCORE_MAX);
        List<Hint> hints = parts.find(Anomalies.class)
                .orElseThrow(() -> Refusal.unavailable(Anomalies.class))
                .hints();
        Wanted<Hint> wanted = new Wanted<>(
                hint -> hint.score() >= least && kind.map(hint.kind()::equals).orElse(true), Hint::id);
        return Answers.ok(Paging.page(hints, query, wanted, HintJson::of));
    }
}
