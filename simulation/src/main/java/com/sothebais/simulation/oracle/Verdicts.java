package com.sothebais.simulation.oracle;

import static com.sothebais.simulation.oracle.Violation.require;

import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.BidRefused;
import com.sothebais.api.auction.Reason;
import com.sothebais.simulation.oracle.Justice.Case;
import com.sothebais.simulation.oracle.Justice.Finding;
import com.sothebais.simulation.oracle.Meaning.Kind;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges every verdict again; right is what is right for one of the possible states of knowledge. */
final class Verdicts {
    private final Collection<LotBook> lots;
    private final Hearsay hearsay;

    Verdicts(Collection<LotBook> lots, Hearsay hearsay) {
        this.lots = lots;
        this.hearsay = hearsay;
    }

    void accepted(BidAccepted event, LotBook lot, Case post, List<Knowledge> possible) {
        List<String> objections = new ArrayList<>();
        for (Knowledge knowledge : possible) {
            objections.add(objection(event, lot, post, knowledge));
        }
        require(
                objections.contains(""),
                Invariant.VERDICT,
                "%s was accepted on %s for %s of %s, but %s",
                post.said(),
                lot.id(),
                event.amount(),
                event.bidder().wallet(),
                objections);
        says(event, lot);
    }

    /** What an accepted bid says beside its amount. */
    static void says(BidAccepted event, LotBook lot) {
        require(
                event.nextMinimum().equals(event.amount().plus(lot.raise(event.amount()))),
                Invariant.VERDICT,
                "the next minimum after %s is said to be %s",
                event.amount(),
                event.nextMinimum());
        require(
                event.displaced().equals(lot.lead.map(LotBook.Bid::bidder)),
                Invariant.VERDICT,
                "%s displaced %s, but %s led",
                event.post(),
                event.displaced(),
                lot.lead);
    }

    /** What speaks against the acceptance; empty when nothing does. */
    private String objection(BidAccepted event, LotBook lot, Case post, Knowledge knowledge) {
        Justice justice = new Justice(lots, knowledge);
        boolean mine = knowledge
                .walletOf(post.author())
                .filter(event.bidder().wallet()::equals)
                .isPresent();
        if (!mine) {
            return "the wallet is not the author's";
        }
        if (post.said().meaning().kind() == Kind.YES) {
            List<LotBook> waiting = justice.waiting(post);
            if (waiting.size() != 1 || waiting.get(0) != lot) {
                return "bids waited for a yes on "
                        + waiting.stream().map(LotBook::id).toList();
            }
            if (!event.amount().equals(lot.pending.get(post.author()).amount())) {
                return "the bid that waited for a yes was " + lot.pending.get(post.author());
            }
            Set<Reason> against = justice.confirmed(lot, post);
            return against.isEmpty() ? "" : "a yes: " + against;
        }
        Finding finding = justice.judge(post);
        if (!finding.against().isEmpty()) {
            return finding.against().toString();
        }
        boolean same = finding.lot().filter(lot::equals).isPresent()
                && finding.amount().filter(event.amount()::equals).isPresent();
        return same ? "" : "it meant " + finding;
    }

    void refused(BidRefused event, Case post, List<Knowledge> possible) {
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        for (Knowledge knowledge : possible) {
            reasons.addAll(against(event, post, knowledge));
        }
        if (post.said().due() != Said.Due.EDITED
                && (hearsay.mayBeTooMany(post.said()) || hearsay.mayBeTooManyForWallet(post.said()))) {
            reasons.add(Reason.RATE_LIMITED);
        }
        require(
                reasons.contains(event.reason()),
                Invariant.VERDICT,
                "%s was refused as %s, but against it is only %s",
                post.said(),
                event.reason(),
                reasons);
    }

    private Set<Reason> against(BidRefused event, Case post, Knowledge knowledge) {
        Justice justice = new Justice(lots, knowledge);
        if (post.said().meaning().kind() != Kind.YES) {
            return justice.judge(post).against();
        }
        List<LotBook> waiting = justice.waiting(post);
        if (waiting.size() > 1) {
            return EnumSet.of(Reason.AMBIGUOUS);
        }
        boolean named = waiting.size() == 1
                && event.auction().filter(waiting.get(0).id()::equals).isPresent();
        return named ? justice.confirmed(waiting.get(0), post) : EnumSet.noneOf(Reason.class);
    }

    /** What all lots together keep of a purse. */
    static BigInteger promised(Collection<LotBook> lots, Knowledge knowledge, Knowledge.Purse purse) {
        BigInteger promised = BigInteger.ZERO;
        for (LotBook lot : lots) {
            Optional<LotBook.Bid> kept = lot.keeps(knowledge)
                    .filter(bid -> Justice.purse(lot, bid.bidder().wallet()).equals(purse));
            promised = promised.add(kept.map(bid -> bid.amount().units()).orElse(BigInteger.ZERO));
        }
        return promised;
    }
}
