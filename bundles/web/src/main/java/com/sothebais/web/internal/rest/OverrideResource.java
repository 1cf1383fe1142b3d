package com.sothebais.web.internal.rest;

import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Auctions;
import com.sothebais.api.auction.LotOverride;
import com.sothebais.api.auction.LotOverride.ChangeReserve;
import com.sothebais.api.auction.OverrideException;
import com.sothebais.api.event.Decree;
import com.sothebais.api.show.LotView;
import com.sothebais.web.internal.answer.ErrorCode;
import com.sothebais.web.internal.answer.Refusal;
import com.sothebais.web.internal.answer.Refusal.Mistake;
import com.sothebais.web.internal.forms.OverrideForm;
import com.sothebais.web.internal.guard.Call;
import com.sothebais.web.internal.guard.Fields;
import com.sothebais.web.internal.guard.Guard;
import com.sothebais.web.internal.json.OverridesJson.OverrideMadeJson;
import com.sothebais.web.internal.json.OverridesJson.OverridePreviewJson;
import com.sothebais.web.internal.json.PageJson;
import com.sothebais.web.internal.parts.Parts;
import com.sothebais.web.internal.reads.Paging;
import com.sothebais.web.internal.reads.Query;
import java.io.InputStream;
import java.util.List;
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

/** What those who are logged in do to lots by hand: first the effect, then the deed, and the list of all that was done. */
@Component(service = OverrideResource.class)
@JaxrsResource
@Path("/api/auctions/{auction}/overrides")
@Produces(Answers.JSON)
public final class OverrideResource {
    private final Guard guard;
    private final Reads reads;
    private final Parts parts;

    @Activate
    public OverrideResource(@Reference Gate gate, @Reference Reads reads, @Reference Parts parts) {
        this(gate.guard(), reads, parts);
    }

    OverrideResource(Guard guard, Reads reads, Parts parts) {
        this.guard = guard;
        this.reads = reads;
        this.parts = parts;
    }

    /** Newest first, from the log. */
    @GET
    public Response made(@Context HttpServletRequest request, @PathParam("auction") String id) {
        guard.admin(Call.of(request));
        Query query = Query.of(request.getQueryString(), Paging.LIMIT, Paging.CURSOR);
        List<OverrideMadeJson> made = reads.auction(id).notes().overrides().stream()
                .map(OverrideMadeJson::of)
                .toList();
        Paging.Wanted<OverrideMadeJson> wanted =
                new Paging.Wanted<>(all -> true, one -> String.valueOf(one.position()));
        PageJson<OverrideMadeJson> page = Paging.page(made, query, wanted, one -> one);
        return Answers.ok(page);
    }

    @POST
    @Path("preview")
    public Response preview(@Context HttpServletRequest request, @PathParam("auction") String id, InputStream body) {
        return Answers.of(guard.ask(Call.of(request), new Guard.Body(body), fields -> preview(id, fields)));
    }

    @POST
    public Response override(@Context HttpServletRequest request, @PathParam("auction") String id, InputStream body) {
        return Answers.of(guard.change(Call.of(request), body, fields -> override(id, fields)));
    }

    private OverridePreviewJson preview(String id, Fields fields) {
        OverrideForm.Wish wish = OverrideForm.readPreview(fields.json());
        LotView lot = checked(id, wish.override());
        return preview(lot.auction(), wish.override());
    }

    private OverridePreviewJson preview(AuctionId auction, LotOverride override) {
        try {
            return OverridePreviewJson.of(auctions().preview(auction, override));
        } catch (OverrideException e) {
            throw refused(e);
        }
    }

    private OverridePreviewJson override(String id, Fields fields) {
        OverrideForm.Wish wish = OverrideForm.readOrder(fields.json());
        AuctionId auction = checked(id, wish.override()).auction();
        Decree decree = new Decree(fields.person(), wish.reason());
        try {
            return OverridePreviewJson.of(
                    auctions().override(auction, wish.override(), Optional.of(wish.basis()), decree));
        } catch (OverrideException e) {
            throw e.obstacle() == OverrideException.Obstacle.CHANGED
                    ? stale(e, preview(auction, wish.override()))
                    : refused(e);
        }
    }

    private static Refusal stale(OverrideException e, OverridePreviewJson preview) {
        return new Refusal(ErrorCode.BASIS_STALE, e.getMessage(), Map.of("preview", preview));
    }

    private static Refusal refused(OverrideException e) {
        Map<String, Object> details = Map.of("obstacle", e.obstacle().name());
        return switch (e.obstacle()) {
            case UNKNOWN -> new Refusal(ErrorCode.NOT_FOUND, e.getMessage(), details);
            case ILLEGAL, CHANGED -> new Refusal(ErrorCode.CONFLICT, e.getMessage(), details);
            case UNAVAILABLE -> new Refusal(ErrorCode.PART_UNAVAILABLE, e.getMessage(), details);
        };
    }

    /** The lot, and a reserve in its currency. */
    private LotView checked(String id, LotOverride override) {
        LotView lot = reads.auction(id).lot();
        if (override instanceof ChangeReserve change) {
            change.reserve()
                    .filter(reserve ->
                            !reserve.amount().currency().equals(lot.rules().currency()))
                    .ifPresent(reserve -> {
                        String code = lot.rules().currency().code();
                        throw Refusal.invalid(
                                List.of(new Mistake("reserve.currency", "The lot is sold in " + code + ".")));
                    });
        }
        return lot;
    }

    private Auctions auctions() {
        return parts.find(Auctions.class).orElseThrow(() -> Refusal.unavailable(Auctions.class));
    }
}
