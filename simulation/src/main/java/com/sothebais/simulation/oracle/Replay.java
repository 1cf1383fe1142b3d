package com.sothebais.simulation.oracle;

import static com.sothebais.simulation.oracle.Violation.require;

import com.sothebais.api.event.Recorded;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import com.sothebais.api.show.LotView;
import com.sothebais.api.show.ShowView;
import com.sothebais.api.social.AccountId;
import com.sothebais.auction.rules.Floor;
import com.sothebais.simulation.oracle.Knowledge.Purse;
import java.math.BigInteger;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The engine's own fold, fact by fact, against the live state, against a fold from the beginning, and against the oracle's books. */
final class Replay {
    private final Map<String, Currency> currencies = new HashMap<>();
    private Floor floor = new Floor();
    private ShowView show = ShowView.EMPTY;

    void take(Recorded recorded) {
        floor.apply(recorded.fact());
        show = show.after(recorded);
    }

    void knows(Currency currency) {
        currencies.put(currency.code(), currency);
    }

    ShowView show() {
        return show;
    }

    /** The live state after a step that worked. */
    void isLive(Floor live) {
        same(live, floor, "the live state");
    }

    /** Everything read again, in one go. */
    void isRead(List<Recorded> log) {
        Floor read = new Floor();
        ShowView seen = ShowView.EMPTY;
        for (Recorded recorded : log) {
            read.apply(recorded.fact());
            seen = seen.after(recorded);
        }
        same(read, floor, "the log read again");
        require(seen.equals(show), Invariant.REPLAY, "the show read again is %s, it was %s", seen, show);
    }

    private static void same(Floor one, Floor other, String what) {
        require(
                Set.copyOf(one.lots()).equals(Set.copyOf(other.lots())),
                Invariant.REPLAY,
                "%s has lots %s, the log says %s",
                what,
                one.lots(),
                other.lots());
        require(
                one.runningSessions().equals(other.runningSessions()),
                Invariant.REPLAY,
                "%s has sessions %s, the log says %s",
                what,
                one.runningSessions(),
                other.runningSessions());
    }

    /** The money that a state knows of, once it has taken every fact. */
    void money(Floor state, Knowledge truth, Collection<AccountId> accounts, Collection<LotBook> lots) {
        for (Purse purse : truth.purses()) {
            Currency currency = currencies.get(purse.currency());
            BigInteger held =
                    state.purses().held(purse.chain(), purse.wallet(), currency).units();
            require(
                    held.equals(truth.held(purse)),
                    Invariant.MONEY,
                    "%s holds %s, the books say %s",
                    purse,
                    truth.held(purse),
                    held);
            BigInteger claimed = lots.stream()
                    .filter(lot -> Justice.purse(lot, purse.wallet()).equals(purse))
                    .map(lot -> state.claim(state.lot(lot.id()).orElseThrow(), purse.wallet()))
                    .map(Money::units)
                    .reduce(BigInteger.ZERO, BigInteger::add);
            BigInteger promised = Verdicts.promised(lots, truth, purse);
            require(
                    claimed.equals(promised),
                    Invariant.MONEY,
                    "%s has promised %s, the books say %s",
                    purse,
                    promised,
                    claimed);
        }
        for (AccountId account : accounts) {
            require(
                    state.purses().walletOf(account).equals(truth.walletOf(account)),
                    Invariant.MONEY,
                    "the wallet of %s is %s, not %s",
                    account,
                    truth.walletOf(account),
                    state.purses().walletOf(account));
        }
    }

    /** What everybody sees of a lot, against the books. */
    void shows(LotBook lot) {
        show.lot(lot.id()).ifPresent(view -> {
            boolean same = view.bidding().price().equals(lot.price())
                    && view.bidding().leader().equals(lot.lead.map(LotBook.Bid::bidder))
                    && view.times().status() == LotView.Status.valueOf(lot.status.name())
                    && (!lot.isOpen()
                            || view.bidding().nextMinimum().equals(lot.least())
                                    && view.times().ends().equals(lot.ends)
                                    && view.times().pausedSince().equals(lot.paused));
            require(
                    same,
                    Invariant.REPLAY,
                    "everybody sees %s, but the lot stands at %s of %s, %s until %s",
                    view,
                    lot.price(),
                    lot.lead,
                    lot.status,
                    lot.ends);
        });
    }
}
