package com.sothebais.anomaly.internal;

import com.sothebais.anomaly.internal.Trail.Seen;
import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.money.Money;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.AccountId;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Who raised whom in one lot. Takes at most {@link #PARTS_MAX} accounts; bids of further ones are counted and no more. */
final class LotTally {
    static final int PARTS_MAX = 2_000;

    private final AuctionId auction;
    private final Instant opened;
    private final Map<AccountId, Part> parts = new LinkedHashMap<>();
    private int bids;

    LotTally(AuctionId auction, Instant opened) {
        this.auction = auction;
        this.opened = opened;
    }

    /** What one account did. Its rival is the first other account that it raised. */
    static final class Part {
        private final Account account;
        private final Seen first;
        private Seen last;
        private Money highest;
        private int bids;
        private Optional<AccountId> rival = Optional.empty();
        private int raisesOfRival;
        private int raisesOfOthers;
        /** As they were when the rival was raised first. */
        private int othersBefore;

        private int rivalsBefore;
        /** Bids of all others, and of the rival among them, between the first and the newest raise of the rival. */
        private int othersDuring;

        private int rivalsDuring;

        Part(Account account, Seen first, Money amount) {
            this.account = account;
            this.first = first;
            this.last = first;
            this.highest = amount;
        }

        Account account() {
            return account;
        }

        Seen first() {
            return first;
        }

        Seen last() {
            return last;
        }

        Money highest() {
            return highest;
        }

        Optional<AccountId> rival() {
            return rival;
        }

        int raisesOfRival() {
            return raisesOfRival;
        }

        int raisesOfOthers() {
            return raisesOfOthers;
        }

        int othersDuring() {
            return othersDuring;
        }

        int rivalsDuring() {
            return rivalsDuring;
        }
    }

    void take(BidAccepted bid, Seen seen) {
        bids++;
        AccountId id = bid.bidder().account().id();
        Part part = parts.get(id);
        if (part == null) {
            if (parts.size() == PARTS_MAX) {
                return;
            }
            part = new Part(bid.bidder().account(), seen, bid.amount());
            parts.put(id, part);
        }
        part.bids++;
        part.last = seen;
        part.highest = bid.amount();
        Optional<AccountId> raised =
                bid.displaced().map(other -> other.account().id()).filter(other -> !other.equals(id));
        if (raised.isPresent()) {
            raised(part, raised.get());
        }
    }

    private void raised(Part part, AccountId other) {
        int others = bids - part.bids;
        if (part.rival.isEmpty()) {
            part.rival = Optional.of(other);
            part.othersBefore = others;
            part.rivalsBefore = bidsOf(other);
        }
        if (part.rival.get().equals(other)) {
            part.raisesOfRival++;
            part.othersDuring = others - part.othersBefore;
            part.rivalsDuring = bidsOf(other) - part.rivalsBefore;
        } else {
            part.raisesOfOthers++;
        }
    }

    private int bidsOf(AccountId id) {
        Part part = parts.get(id);
        return part == null ? 0 : part.bids;
    }

    AuctionId auction() {
        return auction;
    }

    /** When bids were taken from. */
    Instant opened() {
        return opened;
    }

    Collection<Part> parts() {
        return parts.values();
    }

    Optional<Part> part(AccountId account) {
        return Optional.ofNullable(parts.get(account));
    }
}
