package com.sothebais.auction.rules;

import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.SessionId;
import com.sothebais.api.auction.SessionPlan.PlannedLot;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.social.AccountId;
import com.sothebais.api.social.PostId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that a {@link Floor} knows, as plain records and lists, so that it can be written down and read back.
 *
 * @param sessions that are not over, or have lots that are not, in order of publishing
 * @param lots in order of publishing
 * @param published every lot that ever was
 * @param unsold lots that wait to be put up again
 * @param threads the host's posts that opened lots
 */
public record FloorState(
        List<CampaignState> campaigns,
        List<SessionState> sessions,
        List<Lot> lots,
        List<Published> published,
        List<AuctionId> unsold,
        Money money,
        List<Thread> threads) {
    public FloorState {
        campaigns = List.copyOf(campaigns);
        sessions = List.copyOf(sessions);
        lots = List.copyOf(lots);
        published = List.copyOf(published);
        unsold = List.copyOf(unsold);
        threads = List.copyOf(threads);
    }

    public record Published(AuctionId auction, SessionId session) {}

    /** A lot; {@code maxima} are confidential. */
    public record Lot(
            PlannedLot plan,
            SessionId session,
            LotState.Clockwork clock,
            Bidding bidding,
            LotState.Chain chain,
            List<Maxima.Maximum> maxima,
            LotState.Result result) {
        public Lot {
            maxima = List.copyOf(maxima);
        }

        static Lot of(LotState lot) {
            LotState.Lead lead = lot.lead();
            List<Waiting> pending = lead.pending().entrySet().stream()
                    .map(entry -> new Waiting(entry.getKey(), entry.getValue()))
                    .toList();
            Bidding bidding = new Bidding(lead.bid(), pending, lead.trail().oldestFirst(), lead.accepted());
            return new Lot(
                    lot.plan(),
                    lot.session(),
                    lot.clock(),
                    bidding,
                    lot.chain(),
                    lot.maxima().list(),
                    lot.result());
        }

        LotState restored() {
            Map<AccountId, LotState.Pending> pending = new LinkedHashMap<>();
            bidding.pending().forEach(waiting -> pending.put(waiting.account(), waiting.bid()));
            LotState.Lead lead =
                    new LotState.Lead(bidding.lead(), pending, Trail.of(bidding.trail()), bidding.accepted());
            return new LotState(plan, session, clock, lead, chain, new Maxima(maxima), result);
        }
    }

    /**
     * @param pending the oldest first
     * @param trail accepted bids, oldest first
     */
    public record Bidding(
            Optional<LotState.Leading> lead, List<Waiting> pending, List<Trail.Taken> trail, int accepted) {
        public Bidding {
            pending = List.copyOf(pending);
            trail = List.copyOf(trail);
        }
    }

    /** A large bid of an account that waits for a yes. */
    public record Waiting(AccountId account, LotState.Pending bid) {}

    /** Who is linked to which wallet, and what the wallets hold. */
    public record Money(List<Link> links, List<Held> purses) {
        public Money {
            links = List.copyOf(links);
            purses = List.copyOf(purses);
        }
    }

    public record Link(AccountId account, WalletAddress wallet) {}

    /** What a wallet has in escrow; what lots keep of it follows from the lots. */
    public record Held(Purses.Key wallet, java.math.BigInteger units) {}

    /** Replies to the post are about the lot. */
    public record Thread(PostId post, AuctionId auction) {}
}
