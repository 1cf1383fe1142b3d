package com.sothebais.agent.internal;

import com.sothebais.agent.internal.Cue.Origin;
import com.sothebais.agent.internal.Cue.Urgency;
import com.sothebais.agent.internal.Cue.Window;
import com.sothebais.api.agent.Line;
import com.sothebais.api.agent.Moment.Kind;
import com.sothebais.api.auction.AuctionEvent;
import com.sothebais.api.auction.AuctionEvent.AuctionClosed;
import com.sothebais.api.auction.AuctionEvent.AuctionExtended;
import com.sothebais.api.auction.AuctionEvent.AuctionOpened;
import com.sothebais.api.auction.AuctionEvent.AuctionPaused;
import com.sothebais.api.auction.AuctionEvent.AuctionResumed;
import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.BidRefused;
import com.sothebais.api.auction.AuctionEvent.BidVoided;
import com.sothebais.api.auction.AuctionEvent.CampaignPublished;
import com.sothebais.api.auction.AuctionEvent.LotAwarded;
import com.sothebais.api.auction.AuctionEvent.MaximumSet;
import com.sothebais.api.auction.AuctionEvent.OverrideMade;
import com.sothebais.api.auction.AuctionEvent.PostHeard;
import com.sothebais.api.auction.AuctionEvent.RulesChanged;
import com.sothebais.api.auction.AuctionEvent.SessionMoved;
import com.sothebais.api.auction.AuctionEvent.SessionPlanned;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Lot;
import com.sothebais.api.auction.Outcome;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.settlement.SettlementEvent.SettlementConfirmed;
import com.sothebais.api.show.LotView;
import com.sothebais.api.show.ShowView;
import com.sothebais.api.stream.Cue.Say;
import com.sothebais.api.stream.DeskEvent.LineCued;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What each fact is worth saying. Refusals and remarks are answered on the network, not on air. */
final class FactCues implements AuctionEvent.Cases<List<Cue>> {
    private static final Logger LOG = LoggerFactory.getLogger(FactCues.class);
    private static final int LEADER_SECONDS = 8;
    private static final int EXTENDED_SECONDS = 6;
    private static final int OPENED_SECONDS = 20;
    private static final int RESULT_SECONDS = 30;
    private static final int SETTLED_SECONDS = 60;
    private static final int GOODBYE_AFTER_SECONDS = 6;
    private static final int GOODBYE_SECONDS = 90;
    private static final int PRESENTED_SECONDS = 60;
    private static final int PRESENTED_MAX = 3;

    private final ShowView show;
    private final Recorded recorded;
    private final Instant now;

    /** @param show the state after the fact */
    FactCues(ShowView show, Recorded recorded, Instant now) {
        this.show = show;
        this.recorded = recorded;
        this.now = now;
    }

    List<Cue> cues() {
        if (recorded.event() instanceof AuctionEvent event) {
            return event.fold(this);
        }
        if (recorded.event() instanceof LineCued event) {
            return line(event);
        }
        return recorded.event() instanceof SettlementConfirmed event ? settled(event) : List.of();
    }

    /** Words of the rundown, with what the show says at this moment. */
    private List<Cue> line(LineCued event) {
        Facts facts = Facts.of(show);
        show.currentLot().ifPresent(facts::bidding);
        Director.openLot(show).ifPresent(lot -> facts.secondsUntil(lot.times().ends(), now));
        Optional<String> text = new Say(event.text(), event.mood()).filled(facts.map());
        if (text.isEmpty()) {
            LOG.warn("the line of the cue {} is not said, because not all it names is known now", event.cue());
        }
        Origin origin = new Origin(recorded.fact().correlation(), Optional.of(recorded.id()));
        return text.map(said -> Cue.scripted(new Line(said, event.mood()), now, origin)).stream()
                .toList();
    }

    @Override
    public List<Cue> campaignPublished(CampaignPublished event) {
        return List.of();
    }

    @Override
    public List<Cue> sessionPlanned(SessionPlanned event) {
        return List.of();
    }

    @Override
    public List<Cue> sessionMoved(SessionMoved event) {
        boolean begins = event.to() == SessionPhase.PRE
                || event.to() == SessionPhase.LIVE && event.from() == SessionPhase.PLANNED;
        if (begins) {
            return welcome(event);
        }
        return event.to() == SessionPhase.POST
                ? List.of(
                        cue(Kind.THANKS, Facts.of(show), Urgency.LOW, "thanks", GOODBYE_AFTER_SECONDS, GOODBYE_SECONDS))
                : List.of();
    }

    private List<Cue> welcome(SessionMoved event) {
        List<Cue> cues = new ArrayList<>();
        cues.add(cue(Kind.WELCOME, Facts.of(show), Urgency.HIGH, "welcome", 0, OPENED_SECONDS));
        show.lots().stream()
                .filter(lot -> lot.session().equals(event.session()))
                .limit(PRESENTED_MAX)
                .forEach(lot -> cues.add(cue(
                        Kind.LOT_PRESENTED,
                        Facts.of(show).lot(lot.lot()),
                        Urgency.NORMAL,
                        "present/" + lot.auction(),
                        0,
                        PRESENTED_SECONDS)));
        return cues;
    }

    @Override
    public List<Cue> auctionOpened(AuctionOpened event) {
        return about(
                event.auction(),
                lot -> cue(
                        Kind.LOT_OPENED,
                        Facts.of(show).bidding(lot),
                        Urgency.HIGH,
                        "present/" + lot.auction(),
                        0,
                        OPENED_SECONDS));
    }

    @Override
    public List<Cue> bidAccepted(BidAccepted event) {
        return about(event.auction(), lot -> {
            Facts facts = Facts.of(show)
                    .bidding(lot)
                    .know("price", event.amount().toString())
                    .know("next", event.nextMinimum().toString())
                    .handle("leader", event.bidder().account());
            event.displaced()
                    .filter(other -> !other.account()
                            .id()
                            .equals(event.bidder().account().id()))
                    .ifPresent(other -> facts.handle("outbid", other.account()));
            return cue(Kind.NEW_LEADER, facts, Urgency.NORMAL, "leader", 0, LEADER_SECONDS);
        });
    }

    @Override
    public List<Cue> bidRefused(BidRefused event) {
        return List.of();
    }

    @Override
    public List<Cue> auctionExtended(AuctionExtended event) {
        return about(event.auction(), lot -> {
            Facts facts = Facts.of(show).bidding(lot).secondsUntil(event.to(), now);
            Cue cue = cue(Kind.EXTENDED, facts, Urgency.HIGH, "time", 0, EXTENDED_SECONDS);
            return new Cue(
                    cue.moment(),
                    cue.script(),
                    cue.urgency(),
                    cue.group(),
                    cue.window(),
                    Optional.of(event.to()),
                    cue.origin());
        });
    }

    @Override
    public List<Cue> auctionClosed(AuctionClosed event) {
        return List.of(result(event.lot(), event.outcome()));
    }

    private Cue result(Lot lot, Outcome outcome) {
        Facts facts = Facts.of(show).lot(lot);
        if (outcome instanceof Outcome.Sold sold) {
            facts.handle("leader", sold.winner().account())
                    .know("price", sold.price().toString());
            return cue(Kind.SOLD, facts, Urgency.URGENT, "", 0, RESULT_SECONDS);
        }
        facts.know("reason", ((Outcome.Returned) outcome).cause().name());
        return cue(Kind.RETURNED, facts, Urgency.URGENT, "", 0, RESULT_SECONDS);
    }

    @Override
    public List<Cue> postHeard(PostHeard event) {
        return List.of();
    }

    /** What follows from it is said, not that somebody ordered it. */
    @Override
    public List<Cue> overrideMade(OverrideMade event) {
        return List.of();
    }

    @Override
    public List<Cue> auctionPaused(AuctionPaused event) {
        return about(
                event.auction(),
                lot -> cue(Kind.PAUSED, Facts.of(show).bidding(lot), Urgency.URGENT, "time", 0, OPENED_SECONDS));
    }

    @Override
    public List<Cue> auctionResumed(AuctionResumed event) {
        return about(
                event.auction(),
                lot -> cue(
                        Kind.RESUMED,
                        Facts.of(show).bidding(lot).secondsUntil(event.ends(), now),
                        Urgency.URGENT,
                        "time",
                        0,
                        OPENED_SECONDS));
    }

    @Override
    public List<Cue> bidVoided(BidVoided event) {
        return about(event.auction(), lot -> {
            Facts facts = Facts.of(show)
                    .bidding(lot)
                    .know("amount", event.amount().toString())
                    .know("next", event.nextMinimum().toString());
            event.standing()
                    .ifPresent(standing -> facts.know("price", standing.amount().toString())
                            .handle("leader", standing.bidder().account()));
            return cue(Kind.BID_VOIDED, facts, Urgency.HIGH, "leader", 0, RESULT_SECONDS);
        });
    }

    @Override
    public List<Cue> rulesChanged(RulesChanged event) {
        return List.of();
    }

    /** Private. */
    @Override
    public List<Cue> maximumSet(MaximumSet event) {
        return List.of();
    }

    @Override
    public List<Cue> lotAwarded(LotAwarded event) {
        return List.of(result(event.lot(), event.outcome()));
    }

    private List<Cue> settled(SettlementConfirmed event) {
        return about(
                event.auction(),
                lot -> cue(
                        Kind.SETTLED,
                        Facts.of(show).bidding(lot).without("next"),
                        Urgency.NORMAL,
                        "",
                        0,
                        SETTLED_SECONDS));
    }

    private List<Cue> about(AuctionId auction, java.util.function.Function<LotView, Cue> words) {
        return show.lot(auction).map(words).map(List::of).orElse(List.of());
    }

    private Cue cue(Kind kind, Facts facts, Urgency urgency, String group, int afterSeconds, int withinSeconds) {
        return new Cue(
                Director.moment(kind, facts),
                Optional.empty(),
                urgency,
                group,
                new Window(now.plusSeconds(afterSeconds), now.plusSeconds(withinSeconds)),
                Optional.empty(),
                new Origin(recorded.fact().correlation(), Optional.of(recorded.id())));
    }
}
