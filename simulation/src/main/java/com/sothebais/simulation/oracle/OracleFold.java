package com.sothebais.simulation.oracle;

import static com.sothebais.simulation.oracle.Violation.require;

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
import com.sothebais.api.auction.Outcome;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.ledger.LedgerEntry;
import com.sothebais.api.ledger.LedgerLine;
import com.sothebais.api.money.Money;
import com.sothebais.api.social.Post;
import com.sothebais.simulation.oracle.Justice.Case;
import com.sothebais.simulation.oracle.LotBook.Bid;
import com.sothebais.simulation.oracle.LotBook.Status;
import com.sothebais.simulation.oracle.Said.Due;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** How each fact of an auction changes the oracle's books, and what must be true for it. */
final class OracleFold implements AuctionEvent.Cases<Void> {

    private final Oracle oracle;
    private final Overrides overrides;
    private final Maxima maxima;
    private final Aftermath aftermath;
    private final Sessions sessions;
    private List<Knowledge> possible = List.of();
    private Recorded recorded;
    private Instant at = Instant.EPOCH;
    private Optional<AuctionExtended> due = Optional.empty();

    OracleFold(Oracle oracle) {
        this.oracle = oracle;
        this.overrides = oracle.overrides;
        this.maxima = oracle.maxima;
        this.aftermath = oracle.aftermath;
        this.sessions = new Sessions(oracle);
    }

    void begin(List<Knowledge> knowledge) {
        possible = knowledge;
    }

    void next(Recorded fact) {
        recorded = fact;
        at = fact.fact().at();
        overrides.next(false);
        if (!(fact.event() instanceof BidAccepted)
                && !(fact.event() instanceof BidRefused)
                && !(fact.event() instanceof PostHeard)) {
            // Also an extension moves what the clock does next, before which who arrived first goes first.
            oracle.turns.moved();
        }
        boolean extension = fact.event() instanceof AuctionExtended && due.isPresent();
        if (!extension) {
            noExtensionIsDue();
            if (!(fact.event() instanceof BidAccepted bid && bid.post().isByProxy())) {
                maxima.silent();
            }
        }
    }

    void end() {
        noExtensionIsDue();
        maxima.silent();
        overrides.next(true);
    }

    private void noExtensionIsDue() {
        require(due.isEmpty(), Invariant.CLOCK, "the bid moved no end, due was %s", due);
    }

    private LotBook lot(AuctionId id) {
        LotBook lot = oracle.lots.get(id);
        require(lot != null, Invariant.INVENTED, "there is no lot %s", id);
        lot.version++;
        return lot;
    }

    @Override
    public Void campaignPublished(CampaignPublished event) {
        oracle.policies.put(event.campaign().id(), event.campaign().policy());
        return null;
    }

    @Override
    public Void sessionPlanned(SessionPlanned event) {
        sessions.planned(event, at);
        return null;
    }

    @Override
    public Void sessionMoved(SessionMoved event) {
        sessions.moved(event, at);
        return null;
    }

    @Override
    public Void auctionOpened(AuctionOpened event) {
        LotBook lot = lot(event.auction());
        sessions.opened(event, lot, at);
        maxima.expect(lot, at, possible, false);
        return null;
    }

    /** The post as the oracle knows it, once. */
    private Case heard(Post post, AuctionEvent event) {
        Said said = oracle.hearsay.said(post.id()).orElse(null);
        require(said != null, Invariant.INVENTED, "nobody delivered %s", post);
        Post written = said.post();
        oracle.turns.judged(written, written.at());
        boolean same = written.author().id().equals(post.author().id())
                && written.at().truncatedTo(ChronoUnit.MICROS).equals(post.at())
                && written.text().length() == post.text().length();
        require(same, Invariant.INVENTED, "%s was written, %s is recorded", written, post);
        require(
                said.due() != Due.NOTHING && said.due() != Due.FAILURE,
                Invariant.INVENTED,
                "%s follows from %s",
                event,
                said);
        AuctionEvent before = oracle.answers.put(post.id(), event);
        require(before == null, Invariant.ONE_ANSWER, "%s was answered twice: %s and %s", said, before, event);
        require(
                !at.isBefore(oracle.hearsay.firstArrival(post.id())),
                Invariant.INVENTED,
                "%s was judged at %s, before it arrived at %s",
                said,
                at,
                oracle.hearsay.firstArrival(post.id()));
        return new Case(said, post.at(), at);
    }

    @Override
    public Void bidAccepted(BidAccepted event) {
        LotBook lot = lot(event.auction());
        require(lot.isOpen(), Invariant.CLOCK, "%s took a bid although it is %s", lot.id(), lot.status);
        require(
                lot.lead.isEmpty() || lot.lead.get().amount().isLessThan(event.amount()),
                Invariant.PRICE,
                "%s fell from %s to %s",
                lot.id(),
                lot.price(),
                event.amount());
        Instant made = event.post().at().isBefore(at) ? event.post().at() : at;
        boolean proxy = event.post().isByProxy();
        if (proxy) {
            made = maxima.bid(event, lot);
        } else {
            oracle.verdicts.accepted(event, lot, heard(event.post(), event), possible);
        }
        chain(lot, Said.Line.of(event.post()), "ACCEPTED", Optional.of(event.amount()), Optional.of(event.entry()));
        due = lot.extension(made)
                .map(end -> end.truncatedTo(ChronoUnit.MICROS))
                .filter(end -> end.isAfter(lot.ends))
                .map(end -> new AuctionExtended(lot.id(), lot.ends, end, lot.extensions + 1));
        Bid bid = new Bid(event.post().id(), event.bidder(), event.amount(), false);
        lot.bids.add(bid);
        lot.lead = Optional.of(bid);
        lot.pending.remove(event.post().author().id());
        if (!proxy) {
            maxima.expect(lot, made, possible, false);
        }
        return null;
    }

    @Override
    public Void bidRefused(BidRefused event) {
        Case post = heard(event.post(), event);
        oracle.verdicts.refused(event, post, possible);
        Optional<LotBook> lot = event.auction().map(this::lot);
        boolean chained = lot.filter(LotBook::isOpen).isPresent();
        require(
                event.entry().isPresent() == chained,
                Invariant.LEDGER,
                "%s has entry %s",
                event.auction(),
                event.entry());
        if (chained) {
            chain(lot.get(), Said.Line.of(event.post()), event.reason().name(), event.amount(), event.entry());
            require(
                    event.nextMinimum().equals(Optional.of(lot.get().least())),
                    Invariant.VERDICT,
                    "the next minimum of %s is %s, said is %s",
                    lot.get().id(),
                    lot.get().least(),
                    event.nextMinimum());
        }
        lot.ifPresent(known -> waits(known, post, event));
        if (lot.isEmpty() && event.reason() == Reason.RETRACTION) {
            oracle.lots().forEach(any -> any.pending.remove(post.author()));
        }
        return null;
    }

    /** What a refusal means for the large bid that waits for a yes. */
    private void waits(LotBook lot, Case post, BidRefused event) {
        LotBook.Large before = lot.pending.get(post.author());
        boolean another = before != null && !Optional.of(before.amount()).equals(event.amount());
        boolean money = event.reason() == Reason.TOO_LOW || event.reason() == Reason.NEEDS_FUNDS;
        if (event.reason() == Reason.CONFIRM_LARGE && event.amount().isPresent()) {
            lot.pending.put(post.author(), new LotBook.Large(event.amount().get(), at));
        } else if (event.reason() == Reason.RETRACTION || money && another) {
            lot.pending.remove(post.author());
        }
    }

    private void chain(LotBook lot, Said.Line said, String verdict, Optional<Money> amount, Optional<Hash> entry) {
        LedgerLine line = new LedgerLine(
                lot.id().value(),
                at,
                said.post().toString(),
                said.author().toString(),
                verdict,
                amount.map(money -> money.units().toString()).orElse(""),
                lot.rules.currency().code());
        LedgerEntry expected = LedgerEntry.chain(lot.entries, lot.head, line);
        require(
                entry.equals(Optional.of(expected.hash())),
                Invariant.LEDGER,
                "entry %d of %s is %s, it should be %s",
                lot.entries,
                lot.id(),
                entry,
                expected);
        lot.head = expected.hash();
        lot.entries++;
    }

    @Override
    public Void auctionExtended(AuctionExtended event) {
        LotBook lot = lot(event.auction());
        require(
                lot.isOpen() && event.from().equals(lot.ends),
                Invariant.CLOCK,
                "%s does not end at %s",
                lot.id(),
                event.from());
        require(
                event.to().isAfter(event.from()),
                Invariant.CLOCK,
                "the end of %s moves back to %s",
                lot.id(),
                event.to());
        boolean byRule = due.filter(event::equals).isPresent();
        boolean byHand = !byRule && overrides.extendsByHand(event, lot);
        require(byRule || byHand, Invariant.CLOCK, "%s, due was %s", event, due);
        due = Optional.empty();
        lot.ends = event.to();
        lot.extensions = event.count();
        if (byHand) {
            maxima.expect(lot, at, possible, true);
        }
        return null;
    }

    @Override
    public Void auctionClosed(AuctionClosed event) {
        LotBook lot = lot(event.auction());
        require(!lot.isClosed(), Invariant.CLOCK, "%s closes twice", lot.id());
        Outcome outcome = outcome(lot);
        if (overrides.cancels(lot)) {
            outcome = new Outcome.Returned(Outcome.Cause.CANCELLED);
        } else if (!overrides.closes(lot)) {
            boolean early = lot.isOpen() && (at.isBefore(lot.lastCall()) || lot.isPaused());
            require(!early, Invariant.CLOCK, "%s closes at %s, before %s", lot.id(), at, lot.lastCall());
        }
        require(
                outcome.equals(event.outcome()),
                Invariant.OUTCOME,
                "%s ended as %s, by its bids %s",
                lot.id(),
                event.outcome(),
                outcome);
        require(
                event.root().equals(lot.head) && event.entries() == lot.entries,
                Invariant.LEDGER,
                "%s closes with the root %s of %d entries, the chain has %s of %d",
                lot.id(),
                event.root(),
                event.entries(),
                lot.head,
                lot.entries);
        lot.status = Status.CLOSED;
        lot.outcome = Optional.of(event.outcome());
        lot.pending.clear();
        lot.maxima.clear();
        lot.paused = Optional.empty();
        return null;
    }

    private static Outcome outcome(LotBook lot) {
        if (lot.lead.isEmpty()) {
            return new Outcome.Returned(Outcome.Cause.NO_BIDS);
        }
        Bid best = lot.lead.get();
        return lot.meetsReserve(best.amount())
                ? new Outcome.Sold(best.bidder(), best.amount())
                : new Outcome.Returned(Outcome.Cause.RESERVE_NOT_MET);
    }

    @Override
    public Void postHeard(PostHeard event) {
        Case post = heard(event.post(), event);
        require(
                post.said().due() == Due.HEARING,
                Invariant.ONE_ANSWER,
                "%s got no verdict, it was only heard",
                post.said());
        boolean awaited = post.said().meaning().kind() == Meaning.Kind.YES
                && post.said().reply()
                && oracle.lots.values().stream().anyMatch(lot -> lot.awaitsYes(post.author(), at));
        require(!awaited, Invariant.ONE_ANSWER, "the yes %s was not taken", post.said());
        return null;
    }

    @Override
    public Void overrideMade(OverrideMade event) {
        overrides.made(event, lot(event.auction()), at);
        return null;
    }

    @Override
    public Void auctionPaused(AuctionPaused event) {
        overrides.paused(lot(event.auction()), at);
        return null;
    }

    @Override
    public Void auctionResumed(AuctionResumed event) {
        LotBook lot = lot(event.auction());
        overrides.resumed(event, lot, at);
        maxima.expect(lot, at, possible, false);
        return null;
    }

    @Override
    public Void bidVoided(BidVoided event) {
        LotBook lot = lot(event.auction());
        overrides.voided(event, lot, possible);
        Said.Line line = new Said.Line(event.post(), event.bidder().account().id());
        chain(lot, line, "VOIDED", Optional.of(event.amount()), Optional.of(event.entry()));
        maxima.expect(lot, at, possible, false);
        return null;
    }

    @Override
    public Void rulesChanged(RulesChanged event) {
        LotBook lot = lot(event.auction());
        boolean reserve = overrides.changed(event, lot);
        maxima.expect(lot, at, possible, !reserve);
        return null;
    }

    @Override
    public Void maximumSet(MaximumSet event) {
        maxima.set(event, lot(event.auction()), at, possible);
        return null;
    }

    @Override
    public Void lotAwarded(LotAwarded event) {
        aftermath.awarded(event, lot(event.auction()), possible);
        return null;
    }
}
