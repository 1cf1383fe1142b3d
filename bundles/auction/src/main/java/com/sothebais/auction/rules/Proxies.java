package com.sothebais.auction.rules;

import com.sothebais.api.auction.Bidder;
import com.sothebais.api.auction.Reserve;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.money.Money;
import com.sothebais.api.social.AccountId;
import com.sothebais.api.social.Post;
import com.sothebais.auction.rules.LotState.Leading;
import com.sothebais.auction.rules.LotState.Status;
import com.sothebais.auction.rules.Maxima.Maximum;
import com.sothebais.auction.rules.Verdict.Accepted;
import java.time.Instant;
import java.util.Optional;

/**
 * What the engine bids for private maxima. The highest maximum wins, of equal ones the earlier; it pays the least that leads: one
 * increment over the next highest, never more than itself, and at least the reserve if it reaches that. The answer to anything is one
 * bid, after which no other maximum can answer, however far the price has to go. Pure.
 */
public final class Proxies {

    private Proxies() {}

    /** A bid that nobody posted. */
    public record Answer(Post post, Accepted accepted) {}

    /**
     * What the engine bids now, if anything: after a bid, a void, a change of the reserve, a resumption, the opening, or a new maximum.
     *
     * @param now when that happened
     */
    public static Optional<Answer> respond(Floor floor, LotState lot, Instant now) {
        return respond(floor, lot, now, now);
    }

    /**
     * The same after an accepted bid, to which the answer belongs in time: it extends the lot no further than the bid did.
     *
     * @param now when the bid arrived
     */
    public static Optional<Answer> respond(Floor floor, LotState lot, Post bid, Instant now) {
        return respond(floor, lot, Referee.made(bid, now), now);
    }

    private static Optional<Answer> respond(Floor floor, LotState lot, Instant made, Instant now) {
        if (lot.maxima().list().isEmpty() || !lot.is(Status.OPEN) || lot.isPaused()) {
            return Optional.empty();
        }
        Contest contest = contest(floor, lot);
        return contest.price(lot).map(price -> {
            Bidder winner = contest.first().bidder();
            Accepted accepted = Verdict.accepted(lot, winner, price, Extensions.seen(lot, made));
            String id = lot.plan().auction() + "-" + lot.chain().entries();
            return new Answer(Post.byProxy(id, winner.account(), now), accepted);
        });
    }

    /**
     * The two that go furthest, of those who can make the next bid.
     *
     * @param first null when nobody can
     * @param second null when nobody else can
     */
    private record Contest(Maximum first, Maximum second) {

        /** What the first has to bid, if anything. */
        Optional<Money> price(LotState lot) {
            if (first == null) {
                return Optional.empty();
            }
            boolean leads = leads(lot, first.bidder());
            Optional<Reserve> reserve = lot.rules().reserve();
            boolean reaches = reserve.isPresent()
                    && !first.amount().isLessThan(reserve.get().amount());
            boolean met = lot.lead().bid().isPresent() && lot.meetsReserve(lot.price());
            if (leads && second == null && (met || !reaches || reserve.isEmpty())) {
                return Optional.empty();
            }
            Money price = lot.nextMinimum();
            if (second != null) {
                price = higher(price, lower(first.amount(), lot.after(second.amount())));
            }
            return Optional.of(reaches ? higher(price, reserve.get().amount()) : price);
        }
    }

    /** Looks at no more maxima than can matter: the list is sorted, and money can only lower what one is good for. */
    private static Contest contest(Floor floor, LotState lot) {
        Money least = lot.nextMinimum();
        Maximum first = null;
        Maximum second = null;
        for (Maximum maximum : lot.maxima().list()) {
            boolean tooLow = maximum.amount().isLessThan(least);
            if (tooLow || second != null && !maximum.amount().isMoreThan(second.amount())) {
                break;
            }
            Maximum good = good(floor, lot, maximum);
            if (good == null || good.amount().isLessThan(least)) {
                continue;
            }
            if (first == null || good.amount().isMoreThan(first.amount())) {
                second = first;
                first = good;
            } else if (second == null || good.amount().isMoreThan(second.amount())) {
                second = good;
            }
        }
        return new Contest(first, second);
    }

    /** The maximum as far as its bidder's money goes; null without a wallet. */
    private static Maximum good(Floor floor, LotState lot, Maximum maximum) {
        AccountId account = maximum.bidder().account().id();
        Optional<WalletAddress> wallet = floor.purses().walletOf(account);
        if (wallet.isEmpty()) {
            return null;
        }
        Bidder bidder = new Bidder(maximum.bidder().account(), wallet.get());
        return new Maximum(bidder, lower(maximum.amount(), floor.free(wallet.get(), lot)));
    }

    static boolean leads(LotState lot, Bidder bidder) {
        Optional<Leading> lead = lot.lead().bid();
        return lead.isPresent()
                && lead.get().bidder().account().id().equals(bidder.account().id());
    }

    private static Money lower(Money one, Money other) {
        return other.isLessThan(one) ? other : one;
    }

    private static Money higher(Money one, Money other) {
        return other.isMoreThan(one) ? other : one;
    }
}
