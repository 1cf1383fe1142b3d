package com.sothebais.auction.rules;

import com.sothebais.api.auction.AuctionEvent;
import com.sothebais.api.auction.AuctionEvent.AuctionClosed;
import com.sothebais.api.auction.AuctionEvent.AuctionExtended;
import com.sothebais.api.auction.AuctionEvent.AuctionResumed;
import com.sothebais.api.auction.AuctionEvent.BidVoided;
import com.sothebais.api.auction.AuctionEvent.RulesChanged;
import com.sothebais.api.auction.AuctionEvent.Standing;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Bidder;
import com.sothebais.api.auction.LotOverride;
import com.sothebais.api.auction.Outcome;
import com.sothebais.api.auction.OverridePreview;
import com.sothebais.api.auction.Reserve;
import com.sothebais.api.auction.Rules;
import com.sothebais.api.money.Money;
import com.sothebais.auction.rules.LotState.Leading;
import com.sothebais.auction.rules.Trail.Taken;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says in sentences what an override does. Private maxima are never looked at: that somebody could try a void and read from it what
 * the engine would bid next would reveal them. Pure.
 */
public final class Effects {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final String PROXIES = "Private maximums, if there are any, answer at once.";

    private Effects() {}

    /**
     * @return one sentence each, at least one
     * @throws com.sothebais.api.auction.OverrideException when the override cannot be made
     */
    public static OverridePreview preview(Floor floor, AuctionId auction, LotOverride override, Instant now) {
        List<Decided> facts = Overrides.decide(floor, auction, override, now);
        LotState lot = floor.known(auction);
        List<String> effects = new ArrayList<>();
        facts.forEach(decided -> of(floor, lot, decided.fact(), now, effects));
        return new OverridePreview(auction, override, Overrides.basis(lot), effects);
    }

    private static void of(Floor floor, LotState lot, AuctionEvent fact, Instant now, List<String> effects) {
        ZoneId zone = floor.session(lot.session())
                .map(session -> session.plan().zone())
                .orElse(ZoneOffset.UTC);
        if (fact instanceof AuctionExtended moved) {
            effects.add("The end of " + name(lot) + " moves from " + time(moved.from(), zone) + " to "
                    + time(moved.to(), zone) + " (" + zone + "); the hard stop moves with it.");
        } else if (fact instanceof AuctionResumed resumed) {
            effects.add("Bids on " + name(lot) + " are taken again.");
            effects.add("It ends at " + time(resumed.ends(), zone) + " instead of "
                    + time(lot.clock().ends(), zone) + " (" + zone + ").");
            effects.add(PROXIES);
        } else if (fact instanceof AuctionClosed closed) {
            closed(lot, closed.outcome(), effects);
        } else if (fact instanceof BidVoided voided) {
            voided(floor, lot, voided, effects);
        } else if (fact instanceof RulesChanged changed) {
            rules(lot, changed.rules(), effects);
        } else {
            effects.add("No bid on " + name(lot) + " is taken, and its clock stands still until it is resumed.");
            effects.add(
                    "It stops with " + lasts(Duration.between(now, lot.clock().ends())) + " left.");
        }
    }

    private static void closed(LotState lot, Outcome outcome, List<String> effects) {
        Optional<Leading> lead = lot.lead().bid();
        if (outcome instanceof Outcome.Sold sold) {
            effects.add(upper(name(lot)) + " is sold to " + at(sold.winner()) + " for " + sold.price() + ".");
            return;
        }
        Outcome.Cause cause = ((Outcome.Returned) outcome).cause();
        effects.add(upper(name(lot)) + " ends now without a sale"
                + switch (cause) {
                    case NO_BIDS -> ": there is no bid.";
                    case RESERVE_NOT_MET -> ": the reserve is not met.";
                    default -> ".";
                });
        lead.ifPresent(bid -> effects.add(free(bid.bidder(), bid.amount())));
    }

    private static void voided(Floor floor, LotState lot, BidVoided voided, List<String> effects) {
        Taken bid = new Taken(voided.post(), voided.bidder(), voided.amount());
        if (!Overrides.leads(lot, bid)) {
            effects.add("The bid of " + bid.amount() + " of " + at(bid.bidder()) + " is marked as void"
                    + lot.lead()
                            .bid()
                            .map(lead -> "; " + at(lead.bidder()) + " still leads with " + lead.amount() + ".")
                            .orElse("; nobody leads."));
            return;
        }
        Optional<Standing> standing = voided.standing();
        effects.add(standing.map(lead -> "The price falls from " + bid.amount() + " to " + lead.amount() + "; "
                        + at(lead.bidder()) + " leads again.")
                .orElse("The price falls from " + bid.amount() + " to the start price of "
                        + lot.rules().startPrice() + "; nobody leads."));
        boolean same = standing.filter(
                        lead -> lead.bidder().wallet().equals(bid.bidder().wallet()))
                .isPresent();
        effects.add(
                same
                        ? at(bid.bidder()) + "'s "
                                + bid.amount().minus(standing.get().amount()) + " are free again."
                        : free(bid.bidder(), bid.amount()));
        passedOver(floor, lot, bid, standing).ifPresent(effects::add);
        effects.add("The next bid is at least " + voided.nextMinimum() + ".");
        effects.add(PROXIES);
    }

    private static Optional<String> passedOver(Floor floor, LotState lot, Taken without, Optional<Standing> standing) {
        long passed = lot.lead().trail().without(without.post()).bestFirst().stream()
                .filter(bid -> standing.map(lead -> bid.amount().isMoreThan(lead.amount()))
                        .orElse(true))
                .filter(bid -> !Overrides.canPay(floor, lot, bid))
                .count();
        return passed == 0
                ? Optional.empty()
                : Optional.of(passed + (passed == 1 ? " better bid is" : " better bids are")
                        + " passed over because the money is no longer free.");
    }

    private static void rules(LotState lot, Rules rules, List<String> effects) {
        if (!rules.reserve().equals(lot.rules().reserve())) {
            effects.add("The reserve of " + name(lot) + " changes from "
                    + reserve(lot.rules().reserve()) + " to " + reserve(rules.reserve()) + ".");
            effects.add(PROXIES);
        } else if (!rules.viewerDelay().equals(lot.rules().viewerDelay())) {
            effects.add("Bids on " + name(lot) + " count when they are posted up to " + seconds(rules.viewerDelay())
                    + " after its end, instead of " + seconds(lot.rules().viewerDelay()) + ".");
        } else {
            effects.add("Nothing changes: it is so already.");
        }
    }

    private static String reserve(Optional<Reserve> reserve) {
        return reserve.map(known -> known.amount() + (known.hidden() ? " (hidden)" : " (public)"))
                .orElse("none");
    }

    private static String free(Bidder bidder, Money amount) {
        return at(bidder) + "'s " + amount + " are free again.";
    }

    private static String at(Bidder bidder) {
        return "@" + bidder.account().handle();
    }

    private static String name(LotState lot) {
        return "lot " + lot.plan().lot().number();
    }

    private static String upper(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String time(Instant at, ZoneId zone) {
        return CLOCK.format(at.atZone(zone));
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() % 1_000 == 0
                ? duration.toSeconds() + " s"
                : duration.toMillis() / 1_000 + "." + String.format("%03d", duration.toMillis() % 1_000) + " s";
    }

    private static String lasts(Duration duration) {
        return duration.toMinutes() == 0
                ? duration.toSecondsPart() + " s"
                : duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
    }
}
