package com.sothebais.web.internal.rest;

import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.CampaignException;
import com.sothebais.api.auction.CampaignFiles;
import com.sothebais.api.auction.Campaigns;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.web.internal.answer.ErrorCode;
import com.sothebais.web.internal.answer.Refusal;
import com.sothebais.web.internal.answer.Refusal.Mistake;
import com.sothebais.web.internal.catalogue.Catalogue;
import com.sothebais.web.internal.catalogue.Entry;
import com.sothebais.web.internal.forms.CampaignForm;
import com.sothebais.web.internal.guard.Call;
import com.sothebais.web.internal.guard.Fields;
import com.sothebais.web.internal.guard.Guard;
import com.sothebais.web.internal.json.CampaignsJson;
import com.sothebais.web.internal.json.PlanJson;
import com.sothebais.web.internal.json.PublishedJson;
import com.sothebais.web.internal.parts.Parts;
import com.sothebais.web.internal.reads.Paging;
import com.sothebais.web.internal.reads.Query;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
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

/** Campaigns: everyone may read them, those who are logged in plan and publish them. */
@Component(service = CampaignResource.class)
@JaxrsResource
@Path("/api/campaigns")
@Produces(Answers.JSON)
public final class CampaignResource {
    private static final int CREATED = 201;

    private final Guard guard;
    private final Reads reads;
    private final Parts parts;

    @Activate
    public CampaignResource(@Reference Gate gate, @Reference Reads reads, @Reference Parts parts) {
        this(gate.guard(), reads, parts);
    }

    CampaignResource(Guard guard, Reads reads, Parts parts) {
        this.guard = guard;
        this.reads = reads;
        this.parts = parts;
    }

    /** Newest first. */
    @GET
    public Response campaigns(@Context HttpServletRequest request, @HeaderParam("If-None-Match") String known) {
        Query query = Query.of(request.getQueryString(), "state", Paging.LIMIT, Paging.CURSOR);
        Catalogue all = reads.catalogue();
        return reads.kept("campaigns" + query, all.version(), known, () -> {
            Optional<Entry.State> state = query.constant("state", Entry.State.class);
            Predicate<Entry> filter = entry -> state.map(entry.state()::equals).orElse(true);
            Paging.Wanted<Entry> wanted =
                    new Paging.Wanted<>(filter, entry -> entry.campaign().id().value());
            return Paging.page(all.entries(), query, wanted, CampaignsJson::summary);
        });
    }

    @GET
    @Path("{campaign}")
    public Response campaign(@PathParam("campaign") String id, @HeaderParam("If-None-Match") String known) {
        Entry entry = reads.campaign(id);
        return reads.kept("campaign " + id, entry.show().position(), known, () -> CampaignsJson.detail(entry));
    }

    @GET
    @Path("{campaign}/calendar")
    public Response calendar(@PathParam("campaign") String id, @HeaderParam("If-None-Match") String known) {
        Entry entry = reads.campaign(id);
        return reads.kept("calendar " + id, entry.show().position(), known, () -> CampaignsJson.calendar(entry));
    }

    /** Every instant that publishing would fix; changes nothing. */
    @POST
    @Path("dry-run")
    public Response dryRun(@Context HttpServletRequest request, InputStream body) {
        return Answers.of(guard.ask(Call.of(request), new Guard.Body(body, CampaignFiles.BYTES_MAX), this::plan));
    }

    /** The campaign with what the tokens of its lots say; may be repeated till no lot is left. */
    @POST
    @Path("fill")
    public Response fill(@Context HttpServletRequest request, InputStream body) {
        return Answers.of(guard.ask(
                Call.of(request),
                new Guard.Body(body, CampaignFiles.BYTES_MAX),
                fields -> WrittenCampaigns.lots(parts, fields.person()).fill(fields.json())));
    }

    /** The id makes publishing idempotent: the very same campaign is published once, another one is refused. */
    @POST
    public Response publish(@Context HttpServletRequest request, InputStream body) {
        return Answers.of(
                guard.change(Call.of(request), new Guard.Body(body, CampaignFiles.BYTES_MAX), CREATED, this::publish));
    }

    private PlanJson plan(Fields fields) {
        CampaignForm.Wish wish = CampaignForm.read(fields.json(), WrittenCampaigns.stored(parts));
        List<SessionPlan> sessions = possible(() -> campaigns().dryRun(wish.campaign()));
        return PlanJson.of(
                wish.campaign(), sessions, wish.order().name(), wish.seed().orElse(null));
    }

    private PublishedJson publish(Fields fields) {
        CampaignForm.Wish wish = CampaignForm.read(fields.json(), WrittenCampaigns.stored(parts));
        Long seed = wish.seed().orElse(null);
        Optional<PublishedJson> before = published(wish.campaign(), seed);
        if (before.isPresent()) {
            return before.get();
        }
        try {
            List<SessionPlan> sessions = campaigns().publish(wish.campaign());
            return PublishedJson.of(wish.campaign().id(), sessions, seed, false);
        } catch (CampaignException e) {
            return published(wish.campaign(), seed).orElseThrow(() -> refused(e));
        }
    }

    /** The very same campaign, when a call that broke off had published it. */
    private Optional<PublishedJson> published(Campaign campaign, Long seed) {
        Optional<Entry> entry = reads.catalogue().campaign(campaign.id());
        if (entry.filter(known -> !known.campaign().equals(campaign)).isPresent()) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "There is another campaign with this id; give another 'id'.",
                    Map.of("campaign", campaign.id().value()));
        }
        return entry.map(known -> PublishedJson.of(
                campaign.id(),
                known.show().sessions().stream().map(session -> session.plan()).toList(),
                seed,
                true));
    }

    private interface Planning {
        List<SessionPlan> plan();
    }

    private static List<SessionPlan> possible(Planning planning) {
        try {
            return planning.plan();
        } catch (CampaignException e) {
            throw refused(e);
        }
    }

    private static Refusal refused(CampaignException e) {
        return Refusal.invalid(
                e.reasons().stream().map(reason -> new Mistake("", reason)).toList());
    }

    private Campaigns campaigns() {
        return parts.find(Campaigns.class).orElseThrow(() -> Refusal.unavailable(Campaigns.class));
    }
}
