package com.sothebais.rehearsal.bidder;

import com.sothebais.api.auction.Reason;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.money.Money;
import com.sothebais.api.show.BidView;
import com.sothebais.api.show.LotView;
import com.sothebais.api.social.Relation;
import java.time.Instant;
import java.util.Optional;

/** The bidders who keep an auctioneer awake. Every text begins with the address of the host, {@code at}. */
final class Oddities {
    private Oddities() {}

    /** Waits for the last seconds of the first lot and moves its end; on later lots bids in time like everybody. */
    static Habit sniper(String at) {
        return new Beats()
                .lot((now, lot) -> now.indexOf(lot) == 0
                                && !now.leads(lot)
                                && now.left(lot).compareTo(now.pace().lastMoments()) <= 0
                        ? bid(at + "bid %s ETH", Amounts.percent(lot.bidding().nextMinimum(), 105))
                        : Optional.empty())
                .at(
                        11,
                        (now, lot) -> now.indexOf(lot) > 0 && !now.leads(lot) && inTime(now, lot)
                                ? bid(
                                        at + "bid %s ETH please",
                                        Amounts.roundUp(lot.bidding().nextMinimum()))
                                : Optional.empty());
    }

    /** Loses the decimal point on the first lot, is asked to confirm, and corrects; is careful afterwards. */
    static Habit fatFinger(String at) {
        return new Beats()
                .at(
                        13,
                        (now, lot) -> now.indexOf(lot) == 0 && inTime(now, lot)
                                ? Optional.of(Move.say(at + "bid "
                                        + Amounts.withoutPoint(
                                                Amounts.percent(lot.bidding().nextMinimum(), 104)) + " ETH"))
                                : Optional.empty())
                .lot((now, lot) -> refused(now, lot, Reason.CONFIRM_LARGE)
                        .filter(typo -> isOlderThan(now, typo, 2.5) && inTime(now, lot))
                        .flatMap(typo -> bid(
                                at + "sorry! bid %s ETH",
                                Amounts.roundUp(lot.bidding().nextMinimum()))))
                .at(
                        9,
                        (now, lot) -> now.indexOf(lot) > 0 && inTime(now, lot) && !now.leads(lot)
                                ? bid(
                                        at + "bid %s ETH",
                                        Amounts.roundUp(lot.bidding().nextMinimum()))
                                : Optional.empty());
    }

    /** Has a wallet and nothing in it. */
    static Habit unfunded(String at) {
        return new Beats()
                .at(
                        6,
                        (now, lot) -> bid(
                                at + "bid %s ETH", Amounts.percent(lot.bidding().nextMinimum(), 110)))
                .at(
                        20,
                        (now, lot) -> bid(
                                at + "I'll go %s ETH!",
                                Amounts.percent(lot.bidding().nextMinimum(), 115)));
    }

    /** Has not heard of wallets yet. */
    static Habit unlinked(String at) {
        return new Beats()
                .at(
                        8,
                        (now, lot) -> bid(
                                at + "bid %s ETH", Amounts.percent(lot.bidding().nextMinimum(), 105)))
                .lot((now, lot) -> refused(now, lot, Reason.NEEDS_WALLET)
                        .filter(refusal -> isOlderThan(now, refusal, 5))
                        .map(refusal -> Move.say(at + "how do I link my wallet?")));
    }

    /** Asks, praises and thanks; bids nothing. */
    static Habit chatty(String at) {
        return new Beats()
                .in(SessionPhase.PRE, now -> now.lots().stream()
                        .findFirst()
                        .map(lot -> Move.say(
                                at + "what is the story behind " + lot.lot().title() + "?")))
                .at(4, (now, lot) -> Optional.of(Move.say(at + "those colours! I could look at this for hours 😍")))
                .at(
                        17,
                        (now, lot) -> Optional.of(
                                Move.say(at + "who is the artist, " + lot.lot().artist() + "? Love the work")))
                .at(29, (now, lot) -> Optional.of(Move.say(at + "how many people are bidding on this one?")))
                .in(SessionPhase.POST, now -> Optional.of(Move.say(at + "bravo, thank you for the show! 👏")));
    }

    /** Tries a maximum in public, edits a bid, takes it back, and leans on what others bid. */
    static Habit ruleBreaker(String at) {
        Beats beats = new Beats().at(5, (now, lot) -> Optional.of(Move.say(at + "max bid 4 eth")));
        // Somebody else may be quicker; without a bid that leads there is nothing to edit and nothing to take back.
        for (int second : new int[] {10, 14, 18, 22}) {
            beats.at(
                    second,
                    (now, lot) -> inTime(now, lot)
                                    && !now.leads(lot)
                                    && accepted(now, lot).isEmpty()
                            ? bid(
                                    at + "bid %s ETH",
                                    Amounts.roundUp(lot.bidding().nextMinimum()))
                            : Optional.empty());
        }
        return beats.lot((now, lot) -> accepted(now, lot)
                        .filter(mine -> isOlderThan(now, mine, 3))
                        .map(mine -> Move.about(Relation.Kind.EDIT, mine.post(), at + "bid 1 ETH")))
                .lot((now, lot) -> accepted(now, lot)
                        .filter(mine -> isOlderThan(now, mine, 6))
                        .map(mine -> Move.about(Relation.Kind.REPLY, mine.post(), at + "retract my bid")))
                .at(24, (now, lot) -> now.rival(lot)
                        .map(rival ->
                                Move.about(Relation.Kind.QUOTE, rival.post(), at + "I want that too, same for me")))
                .at(26, (now, lot) -> now.rival(lot)
                        .map(rival -> Move.about(
                                Relation.Kind.REPOST, rival.post(), rival.post().text())));
    }

    /** Offers half of what it takes while the lot is open, and a fortune when it is closed. */
    static Habit tooLittleTooLate(String at) {
        return new Beats()
                .at(
                        7,
                        (now, lot) -> bid(
                                at + "bid %s ETH", Amounts.percent(lot.bidding().price(), 50)))
                .at(
                        22,
                        (now, lot) -> bid(
                                at + "ok ok, bid %s ETH",
                                Amounts.percent(lot.bidding().price(), 80)))
                .afterClose(
                        0.7,
                        (now, lot) -> Optional.of(Move.say(at + "#" + lot.lot().number() + " bid 9 eth")));
    }

    /** Says amounts that can be read in more than one way, and once a clear one. */
    static Habit vague(String at) {
        return new Beats()
                .at(
                        3,
                        (now, lot) ->
                                Optional.of(Move.say(now.indexOf(lot) == 0 ? at + "bid 1,000 eth" : at + "2 or 3 eth")))
                .at(
                        12,
                        (now, lot) ->
                                Optional.of(Move.say(now.indexOf(lot) == 0 ? at + "bid 2-3 eth" : at + "bid two eth")))
                .at(
                        15,
                        (now, lot) -> inTime(now, lot) && !now.leads(lot)
                                ? bid(
                                        at + "bid %s ETH",
                                        Amounts.roundUp(lot.bidding().nextMinimum()))
                                : Optional.empty())
                .at(28, (now, lot) -> Optional.of(Move.say(at + "bid 3 eth?")));
    }

    /** Early enough to leave the end of the lot where it is. */
    private static boolean inTime(Situation now, LotView lot) {
        return now.left(lot).compareTo(now.pace().hush()) > 0;
    }

    private static Optional<Move> bid(String text, Money amount) {
        return Optional.of(Move.say(String.format(text, amount.decimal())));
    }

    private static Optional<BidView> refused(Situation now, LotView lot, Reason reason) {
        return now.mine(lot).stream()
                .filter(bid -> bid.refusal().filter(reason::equals).isPresent())
                .findFirst();
    }

    private static Optional<BidView> accepted(Situation now, LotView lot) {
        return now.mine(lot).stream().filter(bid -> bid.refusal().isEmpty()).findFirst();
    }

    private static boolean isOlderThan(Situation now, BidView bid, double seconds) {
        Instant then = bid.at().plus(now.pace().seconds(seconds));
        return !now.now().isBefore(then);
    }
}
