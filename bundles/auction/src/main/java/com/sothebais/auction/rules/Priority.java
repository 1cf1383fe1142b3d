package com.sothebais.auction.rules;

import com.sothebais.api.social.Post;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Which of several waiting posts is judged first: the one that the network dates earlier, of equal ones the one that the network
 * delivered first. Verdicts that were given are never revised, whatever arrives later.
 */
public final class Priority {

    /** For stable sorts of posts in order of delivery. */
    public static final Comparator<Post> ORDER = Comparator.comparing(Post::at);

    private Priority() {}

    /**
     * Those that are judged before the clock does its next move, in the order of judging. A post that arrived before a lot closed is
     * never put behind the closing, nor one that arrived after it before.
     *
     * @param waiting in order of arrival
     * @param arrived when one arrived
     * @param due when the clock has something to do; those that arrived then or later are left out
     */
    public static <T> List<T> together(
            List<T> waiting, Function<T, Post> post, Function<T, Instant> arrived, Instant due) {
        List<T> together = new ArrayList<>();
        for (T one : waiting) {
            if (!arrived.apply(one).isBefore(due)) {
                break;
            }
            together.add(one);
        }
        together.sort((one, other) -> ORDER.compare(post.apply(one), post.apply(other)));
        return together;
    }
}
