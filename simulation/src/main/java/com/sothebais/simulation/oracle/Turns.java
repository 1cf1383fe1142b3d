package com.sothebais.simulation.oracle;

import static com.sothebais.simulation.oracle.Violation.require;

import com.sothebais.api.social.Post;
import com.sothebais.api.social.PostId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Of posts that wait together, the one that the network dates earlier goes first, of those of one time the one delivered first. */
final class Turns {
    /**
     * @param group of those that surely wait together
     * @param number in order of delivery
     */
    private record Turn(String group, int number) {}

    private record Judged(Turn turn, Instant at, int moves) {}

    private final Map<PostId, Turn> waiting = new HashMap<>();
    private final Set<PostId> delivered = new HashSet<>();
    private Judged last = new Judged(new Turn("", 0), Instant.MIN, 0);
    private int numbers;
    private int moves;

    /** A post that was delivered twice may be judged at either time, so nothing is said of it. */
    void waits(PostId post, String group) {
        if (delivered.add(post)) {
            waiting.put(post, new Turn(group, ++numbers));
        } else {
            waiting.remove(post);
        }
    }

    /** The order of those who wait is not known any more. */
    void forget() {
        waiting.clear();
    }

    /** Something else than a verdict: what the clock does next may have changed in between, and who arrived after it comes later. */
    void moved() {
        moves++;
        waiting.clear();
    }

    void judged(Post post, Instant at) {
        Turn turn = waiting.remove(post.id());
        if (turn == null) {
            return;
        }
        Judged now = new Judged(turn, at, moves);
        boolean together = last.turn().group().equals(turn.group()) && last.moves() == moves;
        boolean first =
                last.at().isBefore(at) || last.at().equals(at) && last.turn().number() < turn.number();
        require(
                !together || first,
                Invariant.TURN,
                "%s of %s was judged behind one of %s that waited with it, %s and %s",
                post,
                at,
                last.at(),
                turn,
                last.turn());
        last = now;
    }
}
