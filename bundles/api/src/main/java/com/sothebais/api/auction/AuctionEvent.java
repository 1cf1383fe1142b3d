package com.sothebais.api.auction;

import com.sothebais.api.event.Decree;
import com.sothebais.api.event.Event;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.money.Money;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.PostId;
import java.time.Instant;
import java.util.Optional;

/**
 * Everything that happens to campaigns, sessions and lots. Streams: {@code campaign/<id>}, {@code session/<id>},
 * {@code auction/<id>}, and {@code mentions/<network>} for what is said outside a lot.
 */
public sealed interface AuctionEvent extends Event {

    <R> R fold(Cases<R> cases);

    /** One case per fact, so that a new fact breaks every reader at compile time. */
    interface Cases<R> {
        R campaignPublished(CampaignPublished event);

        R sessionPlanned(SessionPlanned event);

        R sessionMoved(SessionMoved event);

        R auctionOpened(AuctionOpened event);

        R bidAccepted(BidAccepted event);

        R bidRefused(BidRefused event);

        R auctionExtended(AuctionExtended event);

        R auctionClosed(AuctionClosed event);

        R postHeard(PostHeard event);

        R overrideMade(OverrideMade event);

        R auctionPaused(AuctionPaused event);

        R auctionResumed(AuctionResumed event);

        R bidVoided(BidVoided event);

        R rulesChanged(RulesChanged event);

        R maximumSet(MaximumSet event);

        R lotAwarded(LotAwarded event);
    }

    /** A campaign was published; its sessions follow as {@link SessionPlanned}. */
    record CampaignPublished(Campaign campaign) implements AuctionEvent {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.campaignPublished(this);
        }
    }

    record SessionPlanned(SessionPlan session) implements AuctionEvent {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.sessionPlanned(this);
        }
    }

    record SessionMoved(SessionId session, SessionPhase from, SessionPhase to) implements AuctionEvent {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.sessionMoved(this);
        }
    }

    /** @param ends first end, exclusive, UTC */
    record AuctionOpened(AuctionId auction, SessionId session, Lot lot, Rules rules, Instant ends)
            implements AuctionEvent {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.auctionOpened(this);
        }
    }

    /**
     * A bid leads.
     *
     * @param amount the new price
     * @param nextMinimum the least next bid
     * @param displaced who led before, whose money is free again
     * @param entry hash of the ledger entry of this verdict
     */
    record BidAccepted(
            AuctionId auction,
            Post post,
            Bidder bidder,
            Money amount,
            Money nextMinimum,
            Optional<Bidder> displaced,
            Hash entry)
            implements AuctionEvent {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.bidAccepted(this);
        }
    }

    /**
     * A post that meant to bid and does not count, at least not yet.
     *
     * @param auction the lot it was for; empty when no lot was open or about to
     * @param amount what was read from it, if anything
     * @param nextMinimum the least bid that would count now; empty without a lot
     * @param entry hash of the ledger entry; empty when the lot's ledger is closed or there is no lot
     */
    record BidRefused(
            Optional<AuctionId> auction,
            Post post,
            Reason reason,
            Optional<Money> amount,
            Optional<Money> nextMinimum,
            Optional<Hash> entry)
            implements AuctionEvent {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.bidRefused(this);
        }
    }

    /** @param count how many times the end has moved now */
    record AuctionExtended(AuctionId auction, Instant from, Instant to, int count) implements AuctionEvent {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.auctionExtended(this);
        }
    }

    /**
     * @param root root of the lot's ledger
     * @param entries number of entries in it
     */
    record AuctionClosed(AuctionId auction, Lot lot, Outcome outcome, Hash root, int entries) implements AuctionEvent {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.auctionClosed(this);
        }
    }

    /** Something said to the host that is no bid; the host may answer. */
    record PostHeard(Post post, boolean question) implements AuctionEvent {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.postHeard(this);
        }
    }

    /** An admin did something by hand; the facts that follow from it come next in the log. */
    record OverrideMade(AuctionId auction, LotOverride override, Decree decree) implements AuctionEvent {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.overrideMade(this);
        }
    }

    /** The clock of the lot stands still from now on and no bid is taken. */
    record AuctionPaused(AuctionId auction) implements AuctionEvent {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.auctionPaused(this);
        }
    }

    /** @param ends the end, moved on by the length of the pause */
    record AuctionResumed(AuctionId auction, Instant ends) implements AuctionEvent {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.auctionResumed(this);
        }
    }

    /**
     * An accepted bid was taken back by an admin. It stays in the ledger, followed by this.
     *
     * @param post of the bid
     * @param standing who leads now with what, if anybody
     * @param nextMinimum the least next bid
     * @param entry hash of the ledger entry of this
     */
    record BidVoided(
            AuctionId auction,
            PostId post,
            Bidder bidder,
            Money amount,
            Optional<Standing> standing,
            Money nextMinimum,
            Hash entry)
            implements AuctionEvent {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.bidVoided(this);
        }
    }

    /** Who leads with what. */
    record Standing(Bidder bidder, Money amount) {}

    /** Reserve or viewers' delay of a lot were changed; the rules as they are now. */
    record RulesChanged(AuctionId auction, Rules rules) implements AuctionEvent {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.rulesChanged(this);
        }
    }

    /**
     * A bidder's private maximum; nobody else may learn it.
     *
     * @param maximum empty when it was withdrawn
     */
    record MaximumSet(AuctionId auction, Bidder bidder, Optional<Money> maximum) implements AuctionEvent {
        @Override
        public boolean confidential() {
            return true;
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.maximumSet(this);
        }
    }

    /**
     * The winner of the round before could not settle, and this is what the campaign's policy makes of it.
     *
     * @param outcome sold to the runner-up, or returned because nobody else can pay
     * @param round from 2; see {@link AuctionId#settlement}
     */
    record LotAwarded(AuctionId auction, Lot lot, Outcome outcome, int round, Hash root) implements AuctionEvent {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.lotAwarded(this);
        }
    }
}
