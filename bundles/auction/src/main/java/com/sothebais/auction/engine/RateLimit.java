package com.sothebais.auction.engine;

import com.sothebais.api.social.PostId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * How many posts one account, or one wallet, may address to the host in a sliding window of the network's time. Costs the same for
 * every post. One writer.
 *
 * @param <K> who is limited
 */
final class RateLimit<K> {

    /** Most accounts or wallets watched; the one that was silent longest is forgotten. */
    static final int WATCHED_MAX = 10_000;

    private static final int FIRST_ROOM = 8;

    private final int posts;
    private final long windowMicros;
    private final Map<K, Ring> recent = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, Ring> eldest) {
            return size() > WATCHED_MAX;
        }
    };

    /** The newest posts of one in the order of the network's time, as many as may count; grows to that and no further. */
    private static final class Ring {
        private long[] micros = new long[FIRST_ROOM];
        private PostId[] said = new PostId[FIRST_ROOM];
        private int first;
        private int size;

        void forgetBefore(long oldest) {
            while (size > 0 && micros[first] < oldest) {
                said[first] = null;
                first = (first + 1) % micros.length;
                size--;
            }
        }

        void remove(Set<PostId> posts) {
            int kept = 0;
            for (int i = 0; i < size; i++) {
                int from = (first + i) % said.length;
                if (!posts.contains(said[from])) {
                    int to = (first + kept++) % said.length;
                    said[to] = said[from];
                    micros[to] = micros[from];
                }
            }
            for (int i = kept; i < size; i++) {
                said[(first + i) % said.length] = null;
            }
            size = kept;
        }

        void add(PostId post, long at) {
            if (size == micros.length) {
                grow();
            }
            // One that comes late goes before the younger ones, so that the oldest stays first.
            int place = size;
            while (place > 0 && micros[index(place - 1)] > at) {
                micros[index(place)] = micros[index(place - 1)];
                said[index(place)] = said[index(place - 1)];
                place--;
            }
            micros[index(place)] = at;
            said[index(place)] = post;
            size++;
        }

        private int index(int place) {
            return (first + place) % micros.length;
        }

        private void grow() {
            long[] times = Arrays.copyOf(micros, size * 2);
            PostId[] posts = Arrays.copyOf(said, size * 2);
            for (int i = 0; i < size; i++) {
                times[i] = micros[(first + i) % size];
                posts[i] = said[(first + i) % size];
            }
            micros = times;
            said = posts;
            first = 0;
        }
    }

    RateLimit(int posts, Duration window) {
        this.posts = posts;
        this.windowMicros = micros(window.getSeconds(), window.getNano());
    }

    /** Takes posts back that will be judged again. Looks through everything: after a failure only. */
    void forget(Set<PostId> posts) {
        recent.values().forEach(ring -> ring.remove(posts));
    }

    /** Whether the post is within the limit. */
    boolean allows(K who, PostId post, Instant at) {
        Ring ring = recent.get(who);
        if (ring == null) {
            ring = new Ring();
            recent.put(who, ring);
        }
        long micros = micros(at.getEpochSecond(), at.getNano());
        ring.forgetBefore(micros - windowMicros);
        if (ring.size >= posts) {
            return false;
        }
        ring.add(post, micros);
        return true;
    }

    private static long micros(long seconds, int nanos) {
        return seconds * 1_000_000 + nanos / 1_000;
    }
}
