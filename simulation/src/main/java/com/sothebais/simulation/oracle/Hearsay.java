package com.sothebais.simulation.oracle;

import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.social.AccountId;
import com.sothebais.api.social.PostId;
import com.sothebais.simulation.oracle.Said.Due;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was said and when it reached a process. */
public final class Hearsay {
    private final Limits limits;
    private final Map<AccountId, Set<WalletAddress>> wallets = new HashMap<>();
    private final Map<PostId, Said> said = new HashMap<>();
    private final Map<PostId, Instant> firstArrival = new HashMap<>();
    private final Map<AccountId, List<Said>> byAuthor = new HashMap<>();

    /**
     * @param posts most of one account within the window
     * @param bids most for one wallet within the window
     */
    public record Limits(int posts, int bids, Duration window) {}

    Hearsay(Limits limits) {
        this.limits = limits;
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
        return others(post, List.of(post.post().author().id())) >= limits.posts();
    }

    /** The same for all accounts that ever had a wallet of the author. */
    boolean mayBeTooManyForWallet(Said post) {
        Set<WalletAddress> own = wallets.getOrDefault(post.post().author().id(), Set.of());
        List<AccountId> sharing = wallets.entrySet().stream()
                .filter(entry -> !Collections.disjoint(entry.getValue(), own))
                .map(Map.Entry::getKey)
                .toList();
        return others(post, sharing) >= limits.bids();
    }

    private long others(Said post, Collection<AccountId> accounts) {
        Instant oldest = post.post().at().minus(limits.window()).truncatedTo(ChronoUnit.MICROS);
        return accounts.stream()
                .flatMap(account -> byAuthor.getOrDefault(account, List.of()).stream())
                .filter(other -> !other.post().id().equals(post.post().id()))
                .filter(other -> !other.post().at().isBefore(oldest))
                .count();
    }

    void linked(AccountId account, WalletAddress wallet) {
        wallets.computeIfAbsent(account, any -> new HashSet<>()).add(wallet);
    }
}
