package com.sothebais.web.internal.rest;

import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Auctions;
import com.sothebais.api.ledger.Ledger;
import com.sothebais.api.show.LotView;
import com.sothebais.api.show.ShowView;
import com.sothebais.web.internal.answer.Envelope;
import com.sothebais.web.internal.answer.ErrorCode;
import com.sothebais.web.internal.answer.Refusal;
import com.sothebais.web.internal.json.BidJson;
import com.sothebais.web.internal.json.LedgerJson;
import com.sothebais.web.internal.json.LotJson;
import com.sothebais.web.internal.live.LiveFeed;
import com.sothebais.web.internal.live.ShowWatch;
import com.sothebais.web.internal.parts.Parts;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** The auction as everyone may see it. */
@Component(service = ShowResource.class)
@JaxrsResource
@Path("/api")
@Produces(Answers.JSON)
public final class ShowResource {
    private final Supplier<Optional<ShowWatch.State>> state;
    private final Reads reads;
    private final Parts parts;
    private final InstantSource clock = InstantSource.system();
    private final WrittenShow written = new WrittenShow();

    @Activate
    public ShowResource(@Reference LiveFeed feed, @Reference Reads reads, @Reference Parts parts) {
        this(feed::current, reads, parts);
    }

    ShowResource(Supplier<Optional<ShowWatch.State>> state, Reads reads, Parts parts) {
        this.state = state;
        this.reads = reads;
        this.parts = parts;
    }

    @GET
    @Path("show")
    public Response show() {
        return Answers.json(written.at(known().show(), clock.instant()));
    }

    @GET
    @Path("bids")
    public Response bids(@HeaderParam("If-None-Match") String etag) {
        ShowView show = known().show();
        return reads.kept("newest bids", show.position(), etag, () -> show.bids().stream()
                .map(BidJson::of)
                .toList());
    }

    @GET
    @Path("lots/{auction}")
    public Response lot(@PathParam("auction") String auction) {
        LotView lot = id(auction).flatMap(id -> known().show().lot(id)).orElseThrow(() -> unknown(auction));
        return Answers.ok(LotJson.of(lot));
    }

    /** The ledger as a file: without the envelope, so that it can be verified as it is. */
    @GET
    @Path("lots/{auction}/ledger")
    public Response ledger(@PathParam("auction") String auction) {
        Auctions auctions = parts.find(Auctions.class).orElseThrow(() -> Refusal.unavailable(Auctions.class));
        Ledger ledger = id(auction).flatMap(auctions::ledger).orElseThrow(() -> unknown(auction));
        return Response.ok(Envelope.write(LedgerJson.of(ledger)), Answers.JSON)
                .header("Cache-Control", "no-cache")
                .header("Content-Disposition", "attachment; filename=\"ledger-" + auction + ".json\"")
                .build();
    }

    private ShowWatch.State known() {
        return state.get()
                .orElseThrow(() -> new Refusal(
                        ErrorCode.STARTING, "The show is still being read from the log; try again in a second."));
    }

    private static Optional<AuctionId> id(String text) {
        try {
            return Optional.of(new AuctionId(text));
        } catch (IllegalArgumentException e) {
            // What cannot be an id names no lot.
            return Optional.empty();
        }
    }

    private static Refusal unknown(String auction) {
        return new Refusal(
                ErrorCode.NOT_FOUND, "There is no such lot; see /api/show for the lots.", Map.of("auction", auction));
    }
}
