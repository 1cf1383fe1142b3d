package com.sothebais.web.internal.catalogue;

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
import com.sothebais.api.auction.CampaignId;
import com.sothebais.api.auction.SessionId;
import com.sothebais.api.event.Event;
import com.sothebais.api.settlement.SettlementEvent;
import com.sothebais.api.settlement.SettlementEvent.EscrowMoved;
import com.sothebais.api.settlement.SettlementEvent.SettlementConfirmed;
import com.sothebais.api.settlement.SettlementEvent.SettlementRefused;
import com.sothebais.api.settlement.SettlementEvent.SettlementRequested;
import java.util.Optional;

/**
 * What a fact is about, in as far as it belongs to a campaign; at most one of the three is present.
 *
 * @param campaign of facts about a campaign as a whole
 * @param session of facts about a session
 * @param auction of facts about a lot
 */
record Subject(Optional<CampaignId> campaign, Optional<SessionId> session, Optional<AuctionId> auction) {
    private static final Subject NONE = new Subject(Optional.empty(), Optional.empty(), Optional.empty());
    private static final Cases CASES = new Cases();

    static Subject of(Event event) {
        if (event instanceof AuctionEvent fact) {
            return fact.fold(CASES);
        }
        return event instanceof SettlementEvent fact ? fact.fold(CASES) : NONE;
    }

    private static Subject campaign(CampaignId id) {
        return new Subject(Optional.of(id), Optional.empty(), Optional.empty());
    }

    private static Subject session(SessionId id) {
        return new Subject(Optional.empty(), Optional.of(id), Optional.empty());
    }

    private static Subject auction(AuctionId id) {
        return new Subject(Optional.empty(), Optional.empty(), Optional.of(id));
    }

    private static final class Cases implements AuctionEvent.Cases<Subject>, SettlementEvent.Cases<Subject> {
        @Override
        public Subject campaignPublished(CampaignPublished event) {
            return campaign(event.campaign().id());
        }

        @Override
        public Subject sessionPlanned(SessionPlanned event) {
            return campaign(event.session().campaign());
        }

        @Override
        public Subject sessionMoved(SessionMoved event) {
            return session(event.session());
        }

        @Override
        public Subject auctionOpened(AuctionOpened event) {
            return auction(event.auction());
        }

        @Override
        public Subject bidAccepted(BidAccepted event) {
            return auction(event.auction());
        }

        @Override
        public Subject bidRefused(BidRefused event) {
            return event.auction().map(Subject::auction).orElse(NONE);
        }

        @Override
        public Subject auctionExtended(AuctionExtended event) {
            return auction(event.auction());
        }

        @Override
        public Subject auctionClosed(AuctionClosed event) {
            return auction(event.auction());
        }

        @Override
        public Subject postHeard(PostHeard event) {
            return NONE;
        }

        @Override
        public Subject overrideMade(OverrideMade event) {
            return auction(event.auction());
        }

        @Override
        public Subject auctionPaused(AuctionPaused event) {
            return auction(event.auction());
        }

        @Override
        public Subject auctionResumed(AuctionResumed event) {
            return auction(event.auction());
        }

        @Override
        public Subject bidVoided(BidVoided event) {
            return auction(event.auction());
        }

        @Override
        public Subject rulesChanged(RulesChanged event) {
            return auction(event.auction());
        }

        @Override
        public Subject maximumSet(MaximumSet event) {
            return auction(event.auction());
        }

        @Override
        public Subject lotAwarded(LotAwarded event) {
            return auction(event.auction());
        }

        @Override
        public Subject escrowMoved(EscrowMoved event) {
            return NONE;
        }

        @Override
        public Subject settlementRequested(SettlementRequested event) {
            return auction(event.auction());
        }

        @Override
        public Subject settlementConfirmed(SettlementConfirmed event) {
            return auction(event.auction());
        }

        @Override
        public Subject settlementRefused(SettlementRefused event) {
            return auction(event.auction());
        }
    }
}
