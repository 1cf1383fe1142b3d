package com.sothebais.auction.engine;

import com.sothebais.api.social.AccountId;
import com.sothebais.api.social.Post;
import com.sothebais.auction.engine.Work.Delivery;
import com.sothebais.auction.rules.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The posts that wait, in one lane per network, so that a network or an account that floods us shuts nobody else out. Not
 * thread-safe.
 */
final class Lanes {

    /** So many networks have places of their own; further ones use the common places only. */
    static final int NETWORKS_WITH_SHARE = 8;

    /** One of so many parts of all places belongs to each of these networks. */
    static final int SHARE = 32;

    /** An account may hold one of so many parts of all places; so nobody waits behind more posts of one account. */
    static final int ACCOUNT_SHARE = 4;

    /** So long a lane is kept for a post that was refused, before younger ones are let past. */
    static final Duration REFUSED_WAIT = Duration.ofSeconds(5);

    private final int capacity;
    private final int share;
    private final int accountMax;
    private final Map<String, Lane> lanes = new LinkedHashMap<>();
    private int size;

    /** The posts of a network in order of arrival, how many are of whom, and the first one that had no room. */
    private static final class Lane {
        private final Deque<Delivery> waiting = new ArrayDeque<>();
        private final Map<AccountId, Integer> ofAccount = new HashMap<>();
        private Post refused;
        private Instant refusedUntil = Instant.MIN;

        /** Whether a younger post would overtake one that was refused and will be delivered again. */
        boolean isKept(Post post, Instant now) {
            if (refused == null || !now.isBefore(refusedUntil)) {
                refused = null;
                return false;
            }
            return Priority.ORDER.compare(post, refused) > 0;
        }

        void refuse(Post post, Instant now) {
            if (refused == null || Priority.ORDER.compare(post, refused) < 0) {
                refused = post;
                refusedUntil = now.plus(REFUSED_WAIT);
            }
        }

        void count(Delivery delivery, int change) {
            ofAccount.merge(
                    delivery.post().author().id(), change, (one, other) -> one + other == 0 ? null : one + other);
        }
    }

    Lanes(int capacity) {
        this.capacity = capacity;
        this.share = capacity / SHARE;
        this.accountMax = Math.max(1, capacity / ACCOUNT_SHARE);
    }

    int size() {
        return size;
    }

    boolean add(Delivery delivery, Instant now) {
        Post post = delivery.post();
        Lane lane = lanes.computeIfAbsent(post.id().network(), any -> new Lane());
        if (lane.isKept(post, now)) {
            return false;
        }
        boolean much = capacity > ACCOUNT_SHARE
                && lane.ofAccount.getOrDefault(post.author().id(), 0) >= accountMax;
        if (much) {
            // Others are let past it: an account that floods us must not hold the lane for everybody.
            return false;
        }
        if (!hasRoom(lane)) {
            lane.refuse(post, now);
            return false;
        }
        lane.refused = null;
        lane.waiting.addLast(delivery);
        lane.count(delivery, 1);
        size++;
        return true;
    }

    /** Up to its share a network always has room; beyond it uses what is common to all. */
    private boolean hasRoom(Lane lane) {
        int common = capacity;
        int number = 0;
        boolean mayUseShare = false;
        for (Lane other : lanes.values()) {
            boolean shares = number++ < NETWORKS_WITH_SHARE;
            mayUseShare |= shares && other == lane;
            common -= Math.max(0, other.waiting.size() - (shares ? share : 0));
        }
        common -= NETWORKS_WITH_SHARE * share;
        return mayUseShare && lane.waiting.size() < share || common > 0;
    }

    boolean hasBefore(Instant instant) {
        if (size == 0) {
            return false;
        }
        for (Lane lane : lanes.values()) {
            Delivery first = lane.waiting.peekFirst();
            if (first != null && first.arrived().isBefore(instant)) {
                return true;
            }
        }
        return false;
    }

    /** When not all can be taken, every network that waits gets the same part; what one does not use goes to the others. */
    List<Work> take(int limit, Instant before) {
        List<Work> taken = new ArrayList<>(Math.min(limit, size));
        int last = -1;
        while (taken.size() < limit && taken.size() != last) {
            last = taken.size();
            int quota = Math.max(1, (limit - last) / Math.max(1, lanes.size()));
            for (Lane lane : lanes.values()) {
                take(lane, Math.min(quota, limit - taken.size()), before, taken);
            }
        }
        forgetIdle();
        return taken;
    }

    private void take(Lane lane, int quota, Instant before, List<Work> taken) {
        for (int i = 0; i < quota; i++) {
            Delivery first = lane.waiting.peekFirst();
            if (first == null || !first.arrived().isBefore(before)) {
                return;
            }
            lane.waiting.removeFirst();
            lane.count(first, -1);
            size--;
            taken.add(first);
        }
    }

    void putBack(Delivery delivery) {
        Lane lane = lanes.computeIfAbsent(delivery.post().id().network(), any -> new Lane());
        lane.waiting.addFirst(delivery);
        lane.count(delivery, 1);
        size++;
    }

    /** Networks come and go; only as many lanes are kept as have a share. */
    private void forgetIdle() {
        Iterator<Lane> all = lanes.values().iterator();
        while (lanes.size() > NETWORKS_WITH_SHARE && all.hasNext()) {
            Lane lane = all.next();
            if (lane.waiting.isEmpty() && lane.refused == null) {
                all.remove();
            }
        }
    }
}
