package com.sothebais.simulation.oracle;

import com.sothebais.api.social.AccountId;
import com.sothebais.api.social.PostId;
import com.sothebais.simulation.oracle.Said.Due;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was said and when it reached a process. */
final class Hearsay {
    private final int rateMax;
    private final Duration rateWindow;
    private final Map<PostId, Said> said = new HashMap<>();
    private final Map<PostId, Instant> firstArrival = new HashMap<>();
    private final Map<AccountId, List<Said>> byAuthor = new HashMap<>();

    /** @param rateMax most posts of one account within the window */
    Hearsay(int rateMax, Duration rateWindow) {
        this.rateMax = rateMax;
        this.rateWindow = rateWindow;
    }

    void arrived(Said post, Instant at) {
        PostId id = post.post().id();
        if (said.put(id, post) == null && post.due() != Due.NOTHING && post.due() != Due.FAILURE) {
            byAuthor.computeIfAbsent(post.post().author().id(), any -> new ArrayList<>())
                    .add(post);
        }
        Instant micros = at.truncatedTo(ChronoUnit.MICROS);
        firstArrival.merge(id, micros, (one, other) -> one.isBefore(other) ? one : other);
    }

    Optional<Said> said(PostId id) {
        return Optional.ofNullable(said.get(id));
    }

    Instant firstArrival(PostId id) {
        return firstArrival.get(id);
    }

    /** Whether as many posts of the author as are allowed are in the window before the post, so that it may be refused for it. */
    boolean mayBeTooMany(Said post) {
        Instant oldest = post.post().at().minus(rateWindow).truncatedTo(ChronoUnit.MICROS);
        long others = byAuthor.getOrDefault(post.post().author().id(), List.of()).stream()
                .filter(other -> !other.post().id().equals(post.post().id()))
                .filter(other -> !other.post().at().isBefore(oldest))
                .count();
        return others >= rateMax;
    }
}
