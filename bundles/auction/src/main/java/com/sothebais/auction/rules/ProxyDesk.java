package com.sothebais.auction.rules;

import com.sothebais.api.auction.AuctionEvent.MaximumSet;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Bidder;
import com.sothebais.api.auction.MaximumAnswer;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.money.Money;
import com.sothebais.api.social.Account;
import com.sothebais.auction.rules.LotState.Status;
import com.sothebais.auction.rules.Maxima.Maximum;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes private maxima: from PRE of the session until the viewers' zero of the lot, raised, lowered to the own price, or withdrawn at
 * any time. Pure.
 */
public final class ProxyDesk {

    private ProxyDesk() {}

    /**
     * What a bidder wants.
     *
     * @param maximum empty withdraws it
     */
    public record Wish(AuctionId auction, Account account, Optional<Money> maximum) {}

    /**
     * What becomes of it: a refusal, or a fact to record, after which {@link Proxies#respond} bids and {@link #standing} answers;
     * neither when there is nothing to withdraw.
     */
    public record Decision(Optional<MaximumSet> fact, Optional<MaximumAnswer.Refused> refusal) {}

    public static Decision decide(Floor floor, Wish wish, Instant now) {
        Optional<LotState> known = floor.lot(wish.auction());
        if (wish.maximum().isEmpty()) {
            return withdraw(known, wish);
        }
        if (known.isEmpty() || !isShown(floor, known.get())) {
            return refused(Reason.NO_OPEN_LOT, Optional.empty());
        }
        LotState lot = known.get();
        boolean over = lot.is(Status.OPEN) && !lot.isPaused() && !now.isBefore(lot.zero());
        if (over || lot.is(Status.CLOSED)) {
            return refused(Reason.AUCTION_CLOSED, Optional.empty());
        }
        return judge(floor, lot, wish);
    }

    private static Decision judge(Floor floor, LotState lot, Wish wish) {
        Money maximum = wish.maximum().orElseThrow();
        if (!maximum.currency().equals(lot.rules().currency())) {
            return refused(Reason.UNSUPPORTED_CURRENCY, Optional.of(lot.nextMinimum()));
        }
        Optional<WalletAddress> wallet = floor.purses().walletOf(wish.account().id());
        if (wallet.isEmpty()) {
            return refused(Reason.NEEDS_WALLET, Optional.of(lot.nextMinimum()));
        }
        Bidder bidder = new Bidder(wish.account(), wallet.get());
        Money least = Proxies.leads(lot, bidder) ? lot.price() : lot.nextMinimum();
        if (maximum.isLessThan(least)) {
            return refused(Reason.TOO_LOW, Optional.of(least));
        }
        if (maximum.isMoreThan(floor.free(wallet.get(), lot))) {
            return refused(Reason.NEEDS_FUNDS, Optional.of(least));
        }
        Optional<Maximum> before = lot.maxima().of(wish.account().id());
        if (before.isEmpty() && lot.maxima().list().size() >= Maxima.PER_LOT_MAX) {
            return refused(Reason.RATE_LIMITED, Optional.of(least));
        }
        return new Decision(Optional.of(new MaximumSet(wish.auction(), bidder, wish.maximum())), Optional.empty());
    }

    private static Decision withdraw(Optional<LotState> lot, Wish wish) {
        return new Decision(
                lot.flatMap(known -> known.maxima().of(wish.account().id()))
                        .map(old -> new MaximumSet(wish.auction(), old.bidder(), Optional.empty())),
                Optional.empty());
    }

    /** How the bidder stands, for the answer. */
    public static MaximumAnswer standing(Floor floor, Wish wish) {
        Optional<LotState> lot = floor.lot(wish.auction());
        if (wish.maximum().isEmpty() || lot.isEmpty()) {
            return new MaximumAnswer.Withdrawn();
        }
        boolean leading = lot.get().lead().bid().isPresent()
                && lot.get()
                        .lead()
                        .bid()
                        .get()
                        .bidder()
                        .account()
                        .id()
                        .equals(wish.account().id());
        return new MaximumAnswer.Standing(leading, lot.get().price());
    }

    private static boolean isShown(Floor floor, LotState lot) {
        return lot.is(Status.CLOSED)
                || floor.session(lot.session())
                        .filter(session -> session.phase() != SessionPhase.PLANNED)
                        .isPresent();
    }

    private static Decision refused(Reason reason, Optional<Money> least) {
        return new Decision(Optional.empty(), Optional.of(new MaximumAnswer.Refused(reason, least)));
    }
}
