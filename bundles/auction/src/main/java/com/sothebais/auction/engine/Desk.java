package com.sothebais.auction.engine;

import com.sothebais.api.auction.AuctionEvent.CampaignPublished;
import com.sothebais.api.auction.AuctionEvent.OverrideMade;
import com.sothebais.api.auction.AuctionEvent.SessionMoved;
import com.sothebais.api.auction.AuctionEvent.SessionPlanned;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.CampaignException;
import com.sothebais.api.auction.LotOverride;
import com.sothebais.api.auction.OverrideException;
import com.sothebais.api.auction.OverrideException.Obstacle;
import com.sothebais.api.auction.OverridePreview;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.Decree;
import com.sothebais.api.event.StreamId;
import com.sothebais.auction.engine.Work.Command;
import com.sothebais.auction.engine.Work.Ending;
import com.sothebais.auction.engine.Work.Maximum;
import com.sothebais.auction.engine.Work.Overriding;
import com.sothebais.auction.engine.Work.Publication;
import com.sothebais.auction.rules.Decided;
import com.sothebais.auction.rules.Effects;
import com.sothebais.auction.rules.Floor;
import com.sothebais.auction.rules.LotState;
import com.sothebais.auction.rules.Overrides;
import com.sothebais.auction.rules.ProxyDesk;
import com.sothebais.auction.rules.SessionState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Does what admins and bidders ask for by name: publishing, overrides and private maxima. */
final class Desk {
    private final Batch batch;
    private final Verdicts verdicts;
    private final Floor floor;

    Desk(Batch batch, Verdicts verdicts) {
        this.batch = batch;
        this.verdicts = verdicts;
        this.floor = batch.floor();
    }

    void take(Command command) {
        Instant at = batch.moment(command.arrived());
        if (command instanceof Publication publication) {
            publish(publication, at);
        } else if (command instanceof Overriding overriding) {
            override(overriding, at);
        } else if (command instanceof Maximum maximum) {
            maximum(maximum, at);
        } else if (command instanceof Ending ending) {
            end(ending, at);
        }
    }

    /** What is not closed is cancelled, then the session takes every step that is left at once. */
    private void end(Ending ending, Instant at) {
        Optional<SessionState> known = floor.session(ending.session());
        if (known.isEmpty()) {
            // Over, settled and forgotten.
            batch.awaits(ending.done());
            return;
        }
        for (LotState lot : floor.lotsOf(known.get())) {
            if (!lot.is(LotState.Status.CLOSED)) {
                cancel(lot.plan().auction(), ending.decree(), at);
            }
        }
        StreamId stream = Streams.of(ending.session());
        SessionPhase[] phases = SessionPhase.values();
        for (int next = known.get().phase().ordinal() + 1; next < phases.length; next++) {
            SessionMoved moved = new SessionMoved(ending.session(), phases[next - 1], phases[next]);
            batch.decide(stream, moved, at, Streams.story(stream));
        }
        batch.awaits(ending.done());
    }

    private void cancel(AuctionId auction, Decree decree, Instant at) {
        StreamId stream = Streams.of(auction);
        CorrelationId story = Streams.story(stream);
        LotOverride cancel = new LotOverride.Cancel();
        List<Decided> facts = Overrides.decide(floor, auction, cancel, at);
        batch.decide(stream, new OverrideMade(auction, cancel, decree), at, story);
        facts.forEach(decided -> batch.decide(stream, decided.fact(), at, story));
    }

    private void publish(Publication publication, Instant at) {
        List<String> reasons = known(publication);
        if (!reasons.isEmpty()) {
            batch.refuses(publication.done(), new CampaignException(reasons));
            return;
        }
        StreamId stream = Streams.of(publication.campaign().id());
        CorrelationId story = Streams.story(stream);
        batch.decide(stream, new CampaignPublished(publication.campaign()), at, story);
        publication
                .sessions()
                .forEach(session -> batch.decide(Streams.of(session.id()), new SessionPlanned(session), at, story));
        batch.awaits(publication.done());
    }

    private List<String> known(Publication publication) {
        List<String> reasons = new ArrayList<>();
        if (floor.knows(publication.campaign().id())) {
            reasons.add("A campaign " + publication.campaign().id() + " was published before.");
        }
        publication.sessions().forEach(session -> {
            if (floor.knows(session.id())) {
                reasons.add("A session " + session.id() + " was published before.");
            }
            session.lots().stream()
                    .filter(lot -> floor.lot(lot.auction()).isPresent())
                    .forEach(lot -> reasons.add("A lot " + lot.auction() + " was published before."));
        });
        return reasons;
    }

    private void override(Overriding overriding, Instant at) {
        AuctionId auction = overriding.auction();
        OverridePreview preview;
        try {
            preview = Effects.preview(floor, auction, overriding.override(), at);
            check(preview, overriding.basis());
        } catch (OverrideException refused) {
            batch.refuses(overriding.done(), refused);
            return;
        }
        if (overriding.decree().isPresent()) {
            StreamId stream = Streams.of(auction);
            CorrelationId story = Streams.story(stream);
            List<Decided> facts = Overrides.decide(floor, auction, overriding.override(), at);
            OverrideMade made = new OverrideMade(
                    auction, overriding.override(), overriding.decree().get());
            batch.decide(stream, made, at, story);
            facts.forEach(decided -> batch.decide(stream, decided.fact(), at, story));
            verdicts.respond(auction, at, story);
        }
        batch.awaits(overriding.done(), preview);
    }

    private static void check(OverridePreview now, Optional<String> basis) {
        if (basis.isPresent() && !basis.get().equals(now.basis())) {
            throw new OverrideException(
                    Obstacle.CHANGED, "The lot has changed since the preview; look at the effect again.");
        }
    }

    private void maximum(Maximum maximum, Instant at) {
        ProxyDesk.Wish wish = new ProxyDesk.Wish(maximum.auction(), maximum.account(), maximum.maximum());
        ProxyDesk.Decision decision = ProxyDesk.decide(floor, wish, at);
        if (decision.refusal().isPresent()) {
            batch.awaits(maximum.done(), decision.refusal().get());
            return;
        }
        if (decision.fact().isPresent()) {
            StreamId stream = Streams.of(maximum.auction());
            CorrelationId story = Streams.story(stream);
            batch.decide(stream, decision.fact().get(), at, story);
            verdicts.respond(maximum.auction(), at, story);
        }
        batch.awaits(maximum.done(), ProxyDesk.standing(floor, wish));
    }
}
