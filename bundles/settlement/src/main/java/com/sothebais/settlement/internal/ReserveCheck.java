package com.sothebais.settlement.internal;

import com.sothebais.api.chain.Chain;
import com.sothebais.api.chain.ChainId;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.money.Money;
import com.sothebais.api.settlement.EscrowBook.Reserves;
import com.sothebais.settlement.internal.DepositWatch.Scanned;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Proof of reserves: compares the books with the contract at a block whose movements are all folded in, so that a movement under
 * way never looks like a loss. Checked by one thread, read by any.
 */
final class ReserveCheck {
    private static final Logger LOG = LoggerFactory.getLogger(ReserveCheck.class);

    /** How long the books may be behind the log before somebody should look. */
    static final Duration BEHIND_MAX = Duration.ofSeconds(30);

    private final Books books;
    private final InstantSource clock;
    private final Map<ChainId, Reserves> newest = new ConcurrentHashMap<>();
    private final Map<ChainId, String> troubles = new ConcurrentHashMap<>();
    private final Map<ChainId, Instant> behind = new ConcurrentHashMap<>();

    ReserveCheck(Books books, InstantSource clock) {
        this.books = books;
        this.clock = clock;
    }

    /** Compares, unless the books are not as far as the log or there is nothing new. */
    void check(Chain chain, Scanned scanned) {
        ChainId id = chain.id();
        Books.Total total = books.total(id);
        if (total.movements() != scanned.movements()) {
            behind.putIfAbsent(id, clock.instant());
            return;
        }
        behind.remove(id);
        Reserves before = newest.get(id);
        boolean seen = before != null && before.block() == scanned.block();
        if (seen && total.overdrawn().isEmpty() && !troubles.containsKey(id)) {
            return;
        }
        Money held = chain.escrowBalance(scanned.block());
        Money booked = total.booked().orElseGet(() -> Money.zero(chain.currency()));
        Reserves reserves = new Reserves(id, scanned.block(), held, booked);
        newest.put(id, reserves);
        judge(reserves, total.overdrawn());
    }

    /** A chain whose books are behind the log for longer than {@link #BEHIND_MAX}. */
    Optional<ChainId> behind() {
        Instant since = clock.instant().minus(BEHIND_MAX);
        return behind.entrySet().stream()
                .filter(entry -> entry.getValue().isBefore(since))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    List<Reserves> newest() {
        return newest.values().stream()
                .sorted(Comparator.comparing(reserves -> reserves.chain().value()))
                .toList();
    }

    /** What does not balance, one sentence; empty when all does. */
    Optional<String> trouble() {
        return troubles.values().stream().findFirst();
    }

    private void judge(Reserves reserves, Optional<WalletAddress> overdrawn) {
        ChainId chain = reserves.chain();
        Optional<String> trouble = Optional.empty();
        if (!reserves.balanced()) {
            trouble = Optional.of("The escrow on " + chain + " holds " + reserves.held() + " at block "
                    + reserves.block() + ", the books say " + reserves.booked()
                    + ": stop the sale and compare the movements of " + chain + " with the log.");
        } else if (overdrawn.isPresent()) {
            trouble = Optional.of("Wallet " + overdrawn.get() + " on " + chain
                    + " has less in escrow than its bids need: stop the sale and look at its bids and withdrawals.");
        }
        if (trouble.isPresent()) {
            // Said once for each time that it begins; the health repeats it.
            if (troubles.put(chain, trouble.get()) == null) {
                LOG.error(trouble.get());
            }
        } else if (troubles.remove(chain) != null) {
            LOG.info("the escrow on {} balances again: {} at block {}", chain, reserves.held(), reserves.block());
        }
    }
}
