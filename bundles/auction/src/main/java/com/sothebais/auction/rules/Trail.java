package com.sothebais.auction.rules;

import com.sothebais.api.auction.Bidder;
import com.sothebais.api.money.Money;
import com.sothebais.api.social.PostId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The accepted bids of a lot that were not voided, as far as they can still matter: who leads again after a void, and who is the
 * runner-up. Immutable; taking a bid costs the same however many there are.
 */
public final class Trail {

    /** So many newest bids are all kept; an older one can be voided only while it is its bidder's best. */
    public static final int NEWEST_MAX = 1_000;

    /** Of so many bidders the best bid before the newest ones is kept. */
    public static final int OLDER_MAX = 1_000;

    /** Looked through only now and then, so that taking a bid stays cheap. */
    private static final int COMPACT_AT = NEWEST_MAX + OLDER_MAX + 8_000;

    static final Trail EMPTY = new Trail(null, null, 0);

    private final Taken newest;
    private final Trail older;
    private final int size;

    /** An accepted bid. */
    public record Taken(PostId post, Bidder bidder, Money amount) {}

    private Trail(Taken newest, Trail older, int size) {
        this.newest = newest;
        this.older = older;
        this.size = size;
    }

    /** @param bids oldest first */
    static Trail of(List<Taken> bids) {
        Trail trail = EMPTY;
        for (Taken bid : bids) {
            trail = new Trail(bid, trail, trail.size + 1);
        }
        return trail;
    }

    Trail plus(Taken bid) {
        Trail longer = new Trail(bid, this, size + 1);
        return longer.size < COMPACT_AT ? longer : longer.compacted();
    }

    Trail without(PostId post) {
        List<Taken> kept = oldestFirst();
        kept.removeIf(bid -> bid.post().equals(post));
        return of(kept);
    }

    public int size() {
        return size;
    }

    public Optional<Taken> find(PostId post) {
        for (Trail at = this; at.size > 0; at = at.older) {
            if (at.newest.post().equals(post)) {
                return Optional.of(at.newest);
            }
        }
        return Optional.empty();
    }

    /** The bids by amount, the best first, of equal ones the earlier; a new list. */
    List<Taken> bestFirst() {
        List<Taken> bids = oldestFirst();
        bids.sort((one, other) -> other.amount().compareTo(one.amount()));
        return bids;
    }

    /** A new list. */
    public List<Taken> oldestFirst() {
        List<Taken> bids = new ArrayList<>(size);
        for (Trail at = this; at.size > 0; at = at.older) {
            bids.add(at.newest);
        }
        Collections.reverse(bids);
        return bids;
    }

    private Trail compacted() {
        List<Taken> bids = oldestFirst();
        int edge = bids.size() - NEWEST_MAX;
        List<Taken> best = new ArrayList<>(bids.subList(0, edge));
        best.sort((one, other) -> other.amount().compareTo(one.amount()));
        Set<Taken> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Bidder> bidders = new HashSet<>();
        for (Taken bid : best) {
            if (kept.size() < OLDER_MAX && bidders.add(bid.bidder())) {
                kept.add(bid);
            }
        }
        List<Taken> all = new ArrayList<>(bids.subList(0, edge));
        all.removeIf(bid -> !kept.contains(bid));
        all.addAll(bids.subList(edge, bids.size()));
        return of(all);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Trail trail
                && size == trail.size
                && Objects.equals(newest, trail.newest)
                && oldestFirst().equals(trail.oldestFirst());
    }

    @Override
    public int hashCode() {
        return Objects.hash(newest, size);
    }

    @Override
    public String toString() {
        return oldestFirst().toString();
    }
}
