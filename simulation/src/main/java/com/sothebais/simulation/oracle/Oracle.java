package com.sothebais.simulation.oracle;

import static com.sothebais.simulation.oracle.Violation.require;

import com.sothebais.api.auction.AuctionEvent;
import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.CampaignId;
import com.sothebais.api.auction.LotOverride;
import com.sothebais.api.auction.SessionId;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.identity.IdentityEvent.WalletLinked;
import com.sothebais.api.ledger.Ledger;
import com.sothebais.api.money.Currency;
import com.sothebais.api.social.AccountId;
import com.sothebais.api.social.PostId;
import com.sothebais.auction.rules.Floor;
import com.sothebais.simulation.oracle.Knowledge.Purse;
import com.sothebais.simulation.oracle.Said.Due;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Looks at every fact as it is recorded, and at the state after every step. Throws a {@link Violation} at the first thing that must
 * not be. Keeps its own books, folded from the facts alone. One thread.
 */
public final class Oracle {
    final Map<AuctionId, LotBook> lots = new LinkedHashMap<>();
    final Map<SessionId, SessionPhase> phases = new LinkedHashMap<>();
    final Map<SessionId, SessionPlan> sessions = new HashMap<>();
    final Set<SessionPlan> ordered = new HashSet<>();
    final Map<PostId, AuctionEvent> answers = new HashMap<>();
    final Hearsay hearsay;
    final Verdicts verdicts;
    final Turns turns = new Turns();
    final Secrets secrets = new Secrets();
    final Replay replay = new Replay();
    final Map<CampaignId, Campaign.Policy> policies = new HashMap<>();
    final Maxima maxima = new Maxima(this);
    final Overrides overrides = new Overrides(this);
    final Aftermath aftermath = new Aftermath(this);
    private final Knowledge truth = new Knowledge();
    private final List<Recorded> foreign = new ArrayList<>();
    private final Streams streams = new Streams();
    private final Set<AccountId> accounts = new LinkedHashSet<>();
    private final Set<String> gone = new HashSet<>();
    private final OracleFold fold = new OracleFold(this);
    private Learner writer = new Learner(foreign);

    public Oracle(Hearsay.Limits limits, Collection<Currency> currencies) {
        this.hearsay = new Hearsay(limits);
        this.verdicts = new Verdicts(lots.values(), hearsay);
        currencies.forEach(replay::knows);
    }

    /** The knowledge of a process that starts now. */
    public Learner learner(long position) {
        Learner learner = new Learner(foreign);
        learner.knows(position);
        return learner;
    }

    /** Who writes from now on. */
    public void writes(Learner process) {
        writer = process;
    }

    /** Sessions that somebody wants published; others are invented. */
    public void ordered(List<SessionPlan> plans) {
        ordered.addAll(plans);
    }

    /** A post reached a process whose clock showed that instant. */
    public void arrived(Said said, Instant at) {
        hearsay.arrived(said, at);
        accounts.add(said.post().author().id());
    }

    /** The post was handed to a process, where it waits with those of the same group. */
    public void waits(Said said, String group) {
        turns.waits(said.post().id(), group);
    }

    /**
     * Nothing is said of the order of those who wait: in trouble they are judged one by one as they arrived, so that one that cannot
     * be recorded holds up nobody else, and a command is done between those who came before and after it.
     */
    public void unordered() {
        turns.forget();
    }

    /** The wallet took out what it may have promised; what it owes is not covered any more, and nobody is to blame but its owner. */
    public void gone(String wallet) {
        gone.add(wallet);
    }

    public void committed(List<Recorded> batch) {
        fold.begin(writer.possible());
        for (Recorded recorded : batch) {
            streams.check(recorded);
            if (recorded.event() instanceof BidAccepted bid && bid.post().isByProxy()) {
                // A maximum that was bid to the end is known by that; whether it had to be is judged below.
                secrets.told(bid.amount());
                // So is the difference of two prices, which is what a void frees: with a raise as large as the price
                // before it, it is the
                // maximum that was beaten.
                Optional.ofNullable(lots.get(bid.auction()))
                        .map(LotBook::price)
                        .filter(before -> before.compareTo(bid.amount()) < 0)
                        .ifPresent(before -> secrets.told(bid.amount().minus(before)));
            }
            secrets.check(recorded);
            if (recorded.event() instanceof WalletLinked linked) {
                hearsay.linked(linked.account().id(), linked.wallet());
            }
            if (Knowledge.concerns(recorded.event())) {
                foreign.add(recorded);
                truth.learn(recorded.event());
            }
            if (recorded.event() instanceof AuctionEvent event) {
                fold.next(recorded);
                event.fold(fold);
            }
            replay.take(recorded);
        }
        fold.end();
        noMoneyIsPromisedTwice();
    }

    private void noMoneyIsPromisedTwice() {
        for (Purse purse : truth.purses()) {
            BigInteger promised = Verdicts.promised(lots.values(), truth, purse);
            require(
                    promised.compareTo(truth.held(purse)) <= 0
                            || gone.contains(purse.wallet().value()),
                    Invariant.MONEY,
                    "%s holds %s and has promised %s",
                    purse,
                    truth.held(purse),
                    promised);
        }
    }

    /** The network was told that what follows from the post is durable. */
    public void acknowledged(Said said) {
        boolean answered = answers.containsKey(said.post().id());
        boolean silent = said.due() == Due.NOTHING || said.due() == Due.HEARING && hearsay.mayBeTooMany(said);
        require(answered || silent, Invariant.ONE_ANSWER, "%s was acknowledged and nothing of it is recorded", said);
    }

    /**
     * The owner made a step that worked and has nothing more to do.
     *
     * @param all whether it was handed every fact
     */
    public void stepped(Floor live, Instant now, Instant due, boolean all) {
        punctual(now, due);
        if (all) {
            replay.money(live, truth, accounts, lots.values());
        }
        replay.isLive(live, all);
        lots.values().forEach(replay::shows);
    }

    /** What is due was done by a step that worked. */
    public void punctual(Instant now, Instant due) {
        require(due.isAfter(now), Invariant.PUNCTUAL, "at %s the next thing is due at %s already", now, due);
        for (LotBook lot : lots.values()) {
            boolean late = lot.isOpen() && !lot.isPaused() && !now.isBefore(lot.lastCall());
            require(!late, Invariant.PUNCTUAL, "%s is still open at %s, it ended at %s", lot.id(), now, lot.ends);
        }
    }

    /** Nothing happens any more: everything is said, done and answered. */
    public void finished(List<Recorded> log, Collection<Said> said, Function<AuctionId, Optional<Ledger>> ledgers) {
        replay.isRead(log);
        phases.forEach((session, phase) ->
                require(phase == SessionPhase.ENDED, Invariant.PUNCTUAL, "session %s is %s for ever", session, phase));
        for (LotBook lot : lots.values()) {
            require(lot.isClosed(), Invariant.PUNCTUAL, "%s never closed", lot.id());
            Ledger ledger = ledgers.apply(lot.id()).orElseThrow();
            require(ledger.flaw().isEmpty(), Invariant.LEDGER, "%s: %s", lot.id(), ledger.flaw());
            require(
                    ledger.root().equals(lot.head) && ledger.entries().size() == lot.entries,
                    Invariant.LEDGER,
                    "the ledger of %s has %d entries and the root %s, published are %d and %s",
                    lot.id(),
                    ledger.entries().size(),
                    ledger.root(),
                    lot.entries,
                    lot.head);
            secrets.check(ledger.toString(), "a ledger");
        }
        aftermath.finished();
        secrets.check(replay.show().toString(), "what everybody sees");
        for (Said one : said) {
            boolean must = one.due() == Due.VERDICT
                    || one.due() == Due.EDITED
                    || one.due() == Due.HEARING && !hearsay.mayBeTooMany(one);
            require(
                    !must || answers.containsKey(one.post().id()),
                    Invariant.ONE_ANSWER,
                    "%s was delivered and never answered",
                    one);
        }
    }

    public Collection<LotBook> lots() {
        return lots.values();
    }

    public boolean knows(SessionId session) {
        return phases.containsKey(session);
    }

    /** What the wallet may take out or bid with now, on that lot's chain and in its currency. */
    public BigInteger free(LotBook lot, com.sothebais.api.chain.WalletAddress wallet) {
        Purse purse = Justice.purse(lot, wallet);
        return truth.held(purse).subtract(Verdicts.promised(lots.values(), truth, purse));
    }

    /** Whether somebody won the lot and has not paid. */
    public boolean isOwed(LotBook lot) {
        return lot.isClosed() && lot.keeps(truth).isPresent();
    }

    public Optional<com.sothebais.api.chain.WalletAddress> walletOf(AccountId account) {
        return truth.walletOf(account);
    }

    boolean isPaid(LotBook lot) {
        return truth.isPaid(lot.id().settlement(lot.round).value());
    }

    // --- what is done behind closed doors

    /** @param reason unique among all orders */
    public void ordered(String reason, AuctionId auction, LotOverride override) {
        overrides.ordered(reason, auction, override);
    }

    public void wished(Maxima.Wish wish) {
        maxima.wished(wish);
        wish.maximum().ifPresent(secrets::keep);
    }

    /** Nobody may learn a private maximum from what was answered. */
    public void told(Object answer) {
        secrets.check(answer.toString(), "an answer");
    }

    /** An order was done, as its answer says. */
    public void done(String reason) {
        require(overrides.isDone(reason), Invariant.ONE_ANSWER, "%s is said to be done and is not", reason);
    }

    public void done(Maxima.Wish wish) {
        require(maxima.isDone(wish), Invariant.ONE_ANSWER, "%s is said to be done and is not", wish);
    }

    /** Whether the lot allows it at the instant. */
    public boolean allows(LotBook lot, LotOverride override, Instant at) {
        return Overrides.objection(lot, override, at).isEmpty();
    }

    /** Whether the lot takes the maximum at the instant, whatever the process knows of money. */
    public boolean allows(LotBook lot, Maxima.Wish wish, Instant at, Learner process) {
        return process.possible().stream().allMatch(knowledge -> maxima.objection(wish, lot, at, knowledge)
                .isEmpty());
    }
}
