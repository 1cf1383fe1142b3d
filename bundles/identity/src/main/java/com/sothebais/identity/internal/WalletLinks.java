package com.sothebais.identity.internal;

import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.event.Append;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.EventLogException;
import com.sothebais.api.event.Fence;
import com.sothebais.api.event.FencedException;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.StreamId;
import com.sothebais.api.identity.IdentityEvent;
import com.sothebais.api.identity.IdentityEvent.WalletLinked;
import com.sothebais.api.identity.IdentityEvent.WalletUnlinked;
import com.sothebais.api.identity.Wallets;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.AccountId;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The links between accounts and wallets, folded from the log. One call at a time; before it decides it reads what is new in the
 * log, and it owns its facts by a fence, so that a forgotten instance cannot link anything. After a failed append the outcome is
 * unknown: the log is read again before anything is said.
 */
final class WalletLinks implements Wallets {
    private final EventLog log;
    private final InstantSource clock;
    private final Map<AccountId, Link> links = new HashMap<>();
    private final Map<WalletAddress, AccountId> owners = new HashMap<>();
    private Optional<Fence> fence = Optional.empty();
    private long read;
    private boolean current;

    WalletLinks(EventLog log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    /** What an account is linked to since a position of the log; no wallet after it was unlinked. */
    private record Link(Optional<WalletAddress> wallet, long position) {}

    @Override
    public synchronized void link(Account account, WalletAddress wallet) {
        Fence mine = ownership();
        Optional<WalletAddress> linked = wallet(account.id());
        if (linked.filter(wallet::equals).isPresent()) {
            return;
        }
        if (linked.isPresent()) {
            throw new IllegalStateException(
                    "account " + account.id() + " is linked to wallet " + linked.get() + "; unlink it first");
        }
        if (owners.containsKey(wallet)) {
            throw new IllegalStateException("wallet " + wallet + " is linked to account " + owners.get(wallet));
        }
        record(account.id(), new WalletLinked(account, wallet), mine);
    }

    @Override
    public synchronized void unlink(AccountId account) {
        Fence mine = ownership();
        wallet(account).ifPresent(wallet -> record(account, new WalletUnlinked(account, wallet), mine));
    }

    @Override
    public synchronized Optional<WalletAddress> walletOf(AccountId account) {
        if (!current) {
            catchUp();
        }
        return wallet(account);
    }

    /** How many accounts are linked, as far as it is known. */
    synchronized int count() {
        return owners.size();
    }

    private Optional<WalletAddress> wallet(AccountId account) {
        return Optional.ofNullable(links.get(account)).flatMap(Link::wallet);
    }

    private Fence ownership() {
        if (fence.isEmpty()) {
            fence = Optional.of(log.claim("identity/wallets"));
        }
        catchUp();
        return fence.orElseThrow();
    }

    private void catchUp() {
        List<Recorded> news = log.read(read, EventLog.READ_MAX);
        while (!news.isEmpty()) {
            news.forEach(this::take);
            read = news.get(news.size() - 1).position();
            news = log.read(read, EventLog.READ_MAX);
        }
        current = true;
    }

    private void record(AccountId account, IdentityEvent event, Fence mine) {
        StreamId stream = new StreamId("person/" + account);
        NewEvent fact = new NewEvent(
                stream,
                event,
                "identity",
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                new CorrelationId(stream.value()),
                Optional.empty());
        try {
            log.append(new Append(List.of(fact), connection -> {}, Optional.of(mine)))
                    .forEach(this::take);
        } catch (FencedException e) {
            // A newer instance took over; this one keeps its old fence and thereby never writes again.
            current = false;
            throw e;
        } catch (EventLogException e) {
            current = false;
            fence = Optional.empty();
            throw e;
        }
    }

    /** Own facts come twice, from the append and from the log, the second time possibly after newer ones. */
    private void take(Recorded recorded) {
        if (recorded.event() instanceof WalletLinked linked) {
            put(linked.account().id(), new Link(Optional.of(linked.wallet()), recorded.position()));
        } else if (recorded.event() instanceof WalletUnlinked unlinked) {
            put(unlinked.account(), new Link(Optional.empty(), recorded.position()));
        }
    }

    private void put(AccountId account, Link link) {
        Link before = links.get(account);
        if (before != null && before.position() >= link.position()) {
            return;
        }
        if (before != null) {
            before.wallet().ifPresent(wallet -> owners.remove(wallet, account));
        }
        links.put(account, link);
        link.wallet().ifPresent(wallet -> owners.put(wallet, account));
    }
}
