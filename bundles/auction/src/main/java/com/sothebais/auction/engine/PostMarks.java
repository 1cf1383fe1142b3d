package com.sothebais.auction.engine;

import com.sothebais.api.social.PostId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * The newest posts in order of arrival, each as the first 128 bits of the SHA-256 of its id and a time, in plain arrays: there are
 * hundreds of thousands, and as objects they would be what the garbage collector spends its pauses on. Nobody finds two ids with the
 * same mark, so a mark stands for its id. One writer.
 */
final class PostMarks {

    /** Longs of one post: both halves of the mark, and its time. */
    static final int WIDTH = 3;

    private static final int FREE = -1;

    /** Time of a post that was taken back; its place is free when its turn comes. */
    private static final long TAKEN_BACK = Long.MIN_VALUE;

    private final int max;
    /** Places in order of arrival, used round and round. */
    private final long[] ring;

    /** Place of each mark in the ring, found by open addressing; at most half full. */
    private final int[] table;

    private final int mask;
    private final MessageDigest digest;
    private int first;
    private int count;
    private long high;
    private long low;

    PostMarks(int max) {
        this.max = max;
        this.ring = new long[max * WIDTH];
        int size = Integer.highestOneBit(max) * 4;
        this.table = new int[size];
        this.mask = size - 1;
        Arrays.fill(table, FREE);
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    boolean contains(PostId post) {
        mark(post);
        return table[find()] != FREE;
    }

    /**
     * Adds a post, or does nothing when it is here.
     *
     * @param at microseconds since 1970, not before the year -290,000
     * @return the time of the oldest post if that had to go; {@link Long#MIN_VALUE} when none had to
     */
    long add(PostId post, long at) {
        mark(post);
        return add(at);
    }

    void remove(PostId post) {
        mark(post);
        int slot = find();
        if (table[slot] != FREE) {
            ring[table[slot] * WIDTH + 2] = TAKEN_BACK;
            close(slot);
        }
    }

    /** All posts, oldest first, {@link #WIDTH} longs each. */
    long[] toArray() {
        long[] all = new long[count * WIDTH];
        int to = 0;
        for (int i = 0; i < count; i++) {
            int from = (first + i) % max * WIDTH;
            if (ring[from + 2] != TAKEN_BACK) {
                System.arraycopy(ring, from, all, to, WIDTH);
                to += WIDTH;
            }
        }
        return Arrays.copyOf(all, to);
    }

    /** Adds what {@link #toArray} gave. */
    void addAll(long[] all) {
        if (all.length % WIDTH != 0 || all.length > ring.length) {
            throw new IllegalArgumentException(all.length + " longs are not at most " + max + " posts");
        }
        for (int i = 0; i < all.length; i += WIDTH) {
            high = all[i];
            low = all[i + 1];
            add(all[i + 2]);
        }
    }

    private long add(long at) {
        if (at == TAKEN_BACK) {
            throw new IllegalArgumentException("no post is that old");
        }
        if (table[find()] != FREE) {
            return TAKEN_BACK;
        }
        long forgotten = count == max ? forgetFirst() : TAKEN_BACK;
        int place = (first + count) % max;
        count++;
        ring[place * WIDTH] = high;
        ring[place * WIDTH + 1] = low;
        ring[place * WIDTH + 2] = at;
        table[find()] = place;
        return forgotten;
    }

    private long forgetFirst() {
        long wantedHigh = high;
        long wantedLow = low;
        high = ring[first * WIDTH];
        low = ring[first * WIDTH + 1];
        long at = ring[first * WIDTH + 2];
        if (at != TAKEN_BACK) {
            close(find());
        }
        first = (first + 1) % max;
        count--;
        high = wantedHigh;
        low = wantedLow;
        return at;
    }

    /** Slot of the mark at hand, or the free one where it would be. */
    private int find() {
        int slot = home(low);
        while (table[slot] != FREE && !isAt(table[slot])) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private boolean isAt(int place) {
        return ring[place * WIDTH] == high && ring[place * WIDTH + 1] == low;
    }

    private int home(long ofLow) {
        return (int) ofLow & mask;
    }

    /** Frees a slot and moves those behind it up, so that a search never meets a gap before its mark. */
    private void close(int slot) {
        int gap = slot;
        int next = gap + 1 & mask;
        while (table[next] != FREE) {
            int home = home(ring[table[next] * WIDTH + 1]);
            if ((next - home & mask) >= (next - gap & mask)) {
                table[gap] = table[next];
                gap = next;
            }
            next = next + 1 & mask;
        }
        table[gap] = FREE;
    }

    private void mark(PostId post) {
        digest.update(post.network().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '/');
        ByteBuffer sum = ByteBuffer.wrap(digest.digest(post.id().getBytes(StandardCharsets.UTF_8)));
        high = sum.getLong();
        low = sum.getLong();
    }
}
