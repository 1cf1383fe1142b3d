package com.sothebais.web.internal.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sothebais.api.auction.AuctionEvent;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.show.BidView;
import com.sothebais.api.show.LotView;
import com.sothebais.web.internal.answer.Envelope;
import com.sothebais.web.internal.json.BidJson;
import com.sothebais.web.internal.json.LotJson;
import java.util.List;
import java.util.Optional;

/** The message of each fact of an auction; empty for what nobody sees and for a lot that is not part of the show any more. */
final class AuctionDeltas implements AuctionEvent.Cases<Optional<Frame>> {
    private final Step step;

    AuctionDeltas(Step step) {
        this.step = step;
    }

    /** A session that is planned changes the whole state; it comes as a snapshot. */
    @Override
    public Optional<Frame> sessionPlanned(AuctionEvent.SessionPlanned event) {
        return Optional.empty();
    }

    @Override
    public Optional<Frame> campaignPublished(AuctionEvent.CampaignPublished event) {
        return Optional.empty();
    }

    @Override
    public Optional<Frame> sessionMoved(AuctionEvent.SessionMoved event) {
        ObjectNode data = Envelope.JSON.createObjectNode();
        data.put("session", event.session().value());
        data.put("phase", event.to().name());
        data.put("at", at());
        return Optional.of(Frame.at(step.position(), Frame.Kind.SESSION, data));
    }

    @Override
    public Optional<Frame> auctionOpened(AuctionEvent.AuctionOpened event) {
        return lot(event.auction(), "times");
    }

    @Override
    public Optional<Frame> bidAccepted(AuctionEvent.BidAccepted event) {
        BidView bid = new BidView(
                Optional.of(event.auction()),
                event.post(),
                Optional.of(event.amount()),
                Optional.empty(),
                step.recorded().fact().at(),
                step.recorded().fact().correlation());
        return Optional.of(changesReserve(event.auction()) ? bid(bid, "bidding", "reserve") : bid(bid, "bidding"));
    }

    @Override
    public Optional<Frame> bidRefused(AuctionEvent.BidRefused event) {
        BidView bid = new BidView(
                event.auction(),
                event.post(),
                event.amount(),
                Optional.of(event.reason()),
                step.recorded().fact().at(),
                step.recorded().fact().correlation());
        return Optional.of(bid(bid, "bidding"));
    }

    @Override
    public Optional<Frame> auctionExtended(AuctionEvent.AuctionExtended event) {
        return lot(event.auction(), "times");
    }

    @Override
    public Optional<Frame> auctionClosed(AuctionEvent.AuctionClosed event) {
        return lot(event.auction(), "times", "result");
    }

    /** What is said to the host is told by the host's answer. */
    @Override
    public Optional<Frame> postHeard(AuctionEvent.PostHeard event) {
        return Optional.empty();
    }

    /** Who did it and why is for those who are logged in; what follows from it is told by the facts behind it. */
    @Override
    public Optional<Frame> overrideMade(AuctionEvent.OverrideMade event) {
        return Optional.empty();
    }

    @Override
    public Optional<Frame> auctionPaused(AuctionEvent.AuctionPaused event) {
        return lot(event.auction(), "times");
    }

    @Override
    public Optional<Frame> auctionResumed(AuctionEvent.AuctionResumed event) {
        return lot(event.auction(), "times");
    }

    /** The bid stays where it is shown and is marked there, so the message names its post. */
    @Override
    public Optional<Frame> bidVoided(AuctionEvent.BidVoided event) {
        return parts(event.auction(), "bidding", "reserve").map(data -> {
            data.put("voided", event.post().toString());
            data.put("at", at());
            return Frame.at(step.position(), Frame.Kind.LOT, data);
        });
    }

    @Override
    public Optional<Frame> rulesChanged(AuctionEvent.RulesChanged event) {
        return lot(event.auction(), "times", "reserve");
    }

    @Override
    public Optional<Frame> maximumSet(AuctionEvent.MaximumSet event) {
        return Optional.empty();
    }

    @Override
    public Optional<Frame> lotAwarded(AuctionEvent.LotAwarded event) {
        return lot(event.auction(), "result");
    }

    /** A bid changes of a reserve at most whether it is met. */
    private boolean changesReserve(AuctionId auction) {
        return !reserveMet(step.before(), auction).equals(reserveMet(step.after(), auction));
    }

    private static Optional<Boolean> reserveMet(ShowWatch.State state, AuctionId auction) {
        return state.show().lot(auction).map(LotView::reserveMet);
    }

    private Frame bid(BidView bid, String... parts) {
        ObjectNode data = Envelope.JSON.valueToTree(BidJson.of(bid));
        bid.auction().flatMap(auction -> parts(auction, parts)).ifPresent(lot -> data.set("lot", lot));
        return Frame.at(step.position(), Frame.Kind.BID, data);
    }

    /** Some parts of a lot as they are behind the fact. */
    Optional<Frame> lot(AuctionId auction, String... parts) {
        return parts(auction, parts).map(data -> Frame.at(step.position(), Frame.Kind.LOT, data.put("at", at())));
    }

    private Optional<ObjectNode> parts(AuctionId auction, String... parts) {
        return step.after().show().lot(auction).map(lot -> {
            ObjectNode whole = Envelope.JSON.valueToTree(LotJson.of(lot));
            return whole.retain(List.of(parts)).put("auction", auction.value());
        });
    }

    private String at() {
        return step.recorded().fact().at().toString();
    }
}
