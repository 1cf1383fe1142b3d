package com.sothebais.web.internal.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sothebais.api.agent.HostEvent;
import com.sothebais.api.auction.AuctionEvent;
import com.sothebais.api.settlement.SettlementEvent;
import com.sothebais.api.show.ShowView;
import com.sothebais.web.internal.answer.Envelope;
import com.sothebais.web.internal.json.ShowJson;
import java.time.Instant;
import java.util.Optional;

/**
 * The message of each fact. It carries the parts of a lot as they are behind the fact, so that a client puts them in place and
 * computes nothing; every message about a lot names its auction.
 */
final class Deltas {
    private Deltas() {}

    /** Whether clients need the whole state to understand what happened: another campaign, session or set of lots. */
    static boolean isStructural(Step step) {
        return step.recorded().event() instanceof AuctionEvent.CampaignPublished
                || step.recorded().event() instanceof AuctionEvent.SessionPlanned
                || !session(step.before().show()).equals(session(step.after().show()));
    }

    /** Whether clients get to know of the fact. */
    static boolean isShown(Step step) {
        if (step.recorded().event() instanceof AuctionEvent event) {
            return !(event instanceof AuctionEvent.PostHeard
                    || event instanceof AuctionEvent.OverrideMade
                    || event instanceof AuctionEvent.MaximumSet);
        }
        return step.recorded().event() instanceof HostEvent.LineSpoken
                || step.recorded().event() instanceof HostEvent.Posted
                || step.recorded().event() instanceof SettlementEvent.SettlementConfirmed
                || step.recorded().event() instanceof SettlementEvent.SettlementRefused;
    }

    /** The whole state as a message. */
    static Frame snapshot(ShowWatch.State state, Instant now) {
        ObjectNode show = Envelope.JSON.valueToTree(ShowJson.of(state.show(), now));
        ObjectNode host = show.putObject("host");
        host.set("lines", Envelope.JSON.valueToTree(state.lines()));
        host.set("posts", Envelope.JSON.valueToTree(state.posts()));
        return Frame.at(state.show().position(), Frame.Kind.SHOW, show);
    }

    /** The message of a fact that is shown; empty for one about a lot that is not part of the show any more. */
    static Optional<Frame> of(Step step) {
        if (step.recorded().event() instanceof AuctionEvent event) {
            return event.fold(new AuctionDeltas(step));
        }
        if (step.recorded().event() instanceof HostEvent.LineSpoken line) {
            return Optional.of(host(step, "line", ShowWatch.line(step.recorded(), line)));
        }
        if (step.recorded().event() instanceof HostEvent.Posted posted) {
            return Optional.of(host(step, "post", ShowWatch.post(step.recorded(), posted)));
        }
        if (step.recorded().event() instanceof SettlementEvent.SettlementConfirmed settled) {
            return new AuctionDeltas(step).lot(settled.auction(), "result");
        }
        if (step.recorded().event() instanceof SettlementEvent.SettlementRefused refused) {
            return new AuctionDeltas(step).lot(refused.auction(), "result");
        }
        return Optional.empty();
    }

    private static Frame host(Step step, String name, Object said) {
        ObjectNode data = Envelope.JSON.createObjectNode();
        data.set(name, Envelope.JSON.valueToTree(said));
        return Frame.at(step.position(), Frame.Kind.HOST, data);
    }

    /** The session that the pages show, whatever its phase. */
    private static Optional<Object> session(ShowView show) {
        return show.session().map(session -> session.plan().id());
    }
}
