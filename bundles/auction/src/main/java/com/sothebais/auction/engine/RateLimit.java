package com.sothebais.auction.engine;

import com.sothebais.api.social.AccountId;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.PostId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** How many posts one account may address to the host in a sliding window of the network's time. One writer. */
final class RateLimit {

    /** Most accounts watched; the one that was silent longest is forgotten. */
    static final int ACCOUNTS_MAX = 10_000;

    private record Said(PostId post, Instant at) {}

    private final int posts;
    private final Duration window;
    private final Map<AccountId, Deque<Said>> recent = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<AccountId, Deque<Said>> eldest) {
            return size() > ACCOUNTS_MAX;
        }
    };

    RateLimit(int posts, Duration window) {
        this.posts = posts;
        this.window = window;
    }

    /** Whether the post is within the limit; asking again for the same post changes nothing. */
    boolean allows(Post post) {
        Deque<Said> said = recent.computeIfAbsent(post.author().id(), any -> new ArrayDeque<>());
        Instant oldest = post.at().minus(window);
        while (!said.isEmpty() && said.peekFirst().at().isBefore(oldest)) {
            said.removeFirst();
        }
        if (said.stream().anyMatch(one -> one.post().equals(post.id()))) {
            return true;
        }
        if (said.size() >= posts) {
            return false;
        }
        said.addLast(new Said(post.id(), post.at()));
        return true;
    }
}
