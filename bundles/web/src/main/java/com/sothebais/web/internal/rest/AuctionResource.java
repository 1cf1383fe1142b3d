package com.sothebais.web.internal.rest;

import com.sothebais.api.auction.Auctions;
import com.sothebais.api.auction.Reason.Verdict;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.ledger.Ledger;
import com.sothebais.api.show.LotView;
import com.sothebais.web.internal.answer.AnswerCache;
import com.sothebais.web.internal.answer.Envelope;
import com.sothebais.web.internal.answer.Refusal;
import com.sothebais.web.internal.catalogue.Catalogue;
import com.sothebais.web.internal.catalogue.Entry;
import com.sothebais.web.internal.json.AuctionsJson;
import com.sothebais.web.internal.json.LedgerJson;
import com.sothebais.web.internal.parts.Parts;
import com.sothebais.web.internal.reads.BidPages;
import com.sothebais.web.internal.reads.Paging;
import com.sothebais.web.internal.reads.Query;
import com.sothebais.web.internal.rest.Reads.Found;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** Auctions with their bids and ledgers, as everyone may see them. */
@Component(service = AuctionResource.class)
@JaxrsResource
@Path("/api/auctions")
@Produces(Answers.JSON)
public final class AuctionResource {
    private static final List<String> YES_OR_NO = List.of("true", "false");

    private final Reads reads;
    private final Parts parts;
    private final InstantSource clock;

    @Activate
    public AuctionResource(@Reference Reads reads, @Reference Parts parts) {
        this(reads, parts, InstantSource.system());
    }

    AuctionResource(Reads reads, Parts parts, InstantSource clock) {
        this.reads = reads;
        this.parts = parts;
        this.clock = clock;
    }

    /** A lot of a list with its campaign. */
    private record Item(Entry entry, LotView lot) {}

    /** Those of the newest campaign first, in order of sale. */
    @GET
    public Response auctions(@Context HttpServletRequest request, @HeaderParam("If-None-Match") String known) {
        Query query = Query.of(request.getQueryString(), "campaign", "session", "status", Paging.LIMIT, Paging.CURSOR);
        Catalogue all = reads.catalogue();
        return reads.kept("auctions" + query, all.version(), known, () -> {
            Optional<String> campaign = query.text("campaign");
            Optional<String> session = query.text("session");
            Optional<LotView.Status> status = query.constant("status", LotView.Status.class);
            List<Item> items = all.entries().stream()
                    .filter(entry ->
                            campaign.map(entry.campaign().id().value()::equals).orElse(true))
                    .flatMap(entry -> entry.show().lots().stream().map(lot -> new Item(entry, lot)))
                    .toList();
            Predicate<Item> filter =
                    item -> session.map(item.lot().session().value()::equals).orElse(true)
                            && status.map(item.lot().times().status()::equals).orElse(true);
            Paging.Wanted<Item> wanted =
                    new Paging.Wanted<>(filter, item -> item.lot().auction().value());
            return Paging.page(items, query, wanted, item -> AuctionsJson.summary(item.entry(), item.lot()));
        });
    }

    /** The tag is of the state alone: the clock in the answer runs on, and whoever knows the state can count down from it. */
    @GET
    @Path("{auction}")
    public Response auction(@PathParam("auction") String id, @HeaderParam("If-None-Match") String known) {
        Found found = reads.auction(id);
        Instant now = clock.instant();
        String tag = "W/\"" + found.entry().show().position() + "\"";
        if (Answers.matches(tag, known)) {
            return Answers.tagged(new AnswerCache.Text(new byte[0], tag), known);
        }
        String text = Envelope.ok(AuctionsJson.detail(found.entry(), found.lot(), now));
        return Answers.tagged(new AnswerCache.Text(text.getBytes(StandardCharsets.UTF_8), tag), known);
    }

    /** Newest first; a bid that was taken back stays and is marked. */
    @GET
    @Path("{auction}/bids")
    public Response bids(
            @Context HttpServletRequest request,
            @PathParam("auction") String id,
            @HeaderParam("If-None-Match") String known) {
        Query query = Query.of(request.getQueryString(), "verdict", "bidder", "voided", Paging.LIMIT, Paging.CURSOR);
        Found found = reads.auction(id);
        return reads.kept("bids " + id + query, found.notes().sequence(), known, () -> {
            BidPages.Filter filter = new BidPages.Filter(
                    query.constant("verdict", Verdict.class), query.text("bidder"), flag(query, "voided"));
            BidPages pages = new BidPages(part(EventLog.class));
            return pages.page(found.lot().auction(), found.notes(), filter, query);
        });
    }

    /** The ledger as a file: without the envelope, so that it can be verified as it is. */
    @GET
    @Path("{auction}/ledger")
    public Response ledger(@PathParam("auction") String id, @HeaderParam("If-None-Match") String known) {
        Found found = reads.auction(id);
        Auctions auctions = part(Auctions.class);
        AnswerCache.Text text = reads.file("ledger " + id, found.notes().sequence(), () -> auctions.ledger(
                        found.lot().auction())
                .map(LedgerJson::of)
                .orElseGet(() -> LedgerJson.of(new Ledger(id, List.of()))));
        return Response.fromResponse(Answers.tagged(text, known))
                .header("Content-Disposition", "attachment; filename=\"ledger-" + id + ".json\"")
                .build();
    }

    private static Optional<Boolean> flag(Query query, String name) {
        return query.text(name).map(value -> {
            if (!YES_OR_NO.contains(value)) {
                throw Query.wrong(name, "must be true or false");
            }
            return value.equals("true");
        });
    }

    private <T> T part(Class<T> service) {
        return parts.find(service).orElseThrow(() -> Refusal.unavailable(service));
    }
}
