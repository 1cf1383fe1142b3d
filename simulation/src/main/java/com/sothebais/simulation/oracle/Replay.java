package com.sothebais.simulation.oracle;

import static com.sothebais.simulation.oracle.Violation.require;

import com.sothebais.api.event.Recorded;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import com.sothebais.api.show.LotView;
import com.sothebais.api.show.ShowView;
import com.sothebais.api.social.AccountId;
import com.sothebais.auction.rules.Floor;
import com.sothebais.auction.rules.FloorState;
import com.sothebais.auction.rules.LotState;
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

    /**
     * The live state after a step that worked, however it began: with the whole log, or with a snapshot and the rest of it.
     *
     * @param all whether it knows every fact of others, too
     */
    void isLive(Floor live, boolean all) {
        if (all) {
            same(live.state(), floor.state(), "the live state");
        } else {
            live.lots().forEach(lot -> floor.lot(lot.plan().auction()).ifPresent(other -> same(lot, other)));
        }
    }

    /** What does not depend on the facts of others. */
    private static void same(LotState one, LotState other) {
        boolean same = one.plan().equals(other.plan())
                && one.clock().equals(other.clock())
                && one.chain().equals(other.chain())
                && one.maxima().equals(other.maxima())
                && one.lead().trail().equals(other.lead().trail())
                && (one.is(LotState.Status.CLOSED)
                        || one.lead().bid().equals(other.lead().bid()));
        require(same, Invariant.REPLAY, "the live state has %s, the log says %s", one, other);
    }

    /** Everything read again, in one go. */
    void isRead(List<Recorded> log) {
        Floor read = new Floor();
        ShowView seen = ShowView.EMPTY;
        for (Recorded recorded : log) {
            read.apply(recorded.fact());
            seen = seen.after(recorded);
        }
        same(read.state(), floor.state(), "the log read again");
        same(Floor.of(read.state()).state(), floor.state(), "the state that was written down and read");
        require(seen.equals(show), Invariant.REPLAY, "the show read again is %s, it was %s", seen, show);
    }

    private static void same(FloorState one, FloorState other, String what) {
        same(one.campaigns(), other.campaigns(), what);
        same(one.sessions(), other.sessions(), what);
        same(one.lots(), other.lots(), what);
        same(one.published(), other.published(), what);
        same(one.unsold(), other.unsold(), what);
        same(one.money().links(), other.money().links(), what);
        same(one.money().purses(), other.money().purses(), what);
        same(one.threads(), other.threads(), what);
    }

    /** The order may be that of hearing. */
    private static <T> void same(List<T> one, List<T> other, String what) {
        require(
                one.equals(other)
                        || one.size() == other.size() && Set.copyOf(one).equals(Set.copyOf(other)),
                Invariant.REPLAY,
                "%s has %s, the log says %s",
                what,
                one,
                other);
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
                    .flatMap(lot -> state.lot(lot.id()).stream())
                    .map(lot -> state.claim(lot, purse.wallet()))
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
