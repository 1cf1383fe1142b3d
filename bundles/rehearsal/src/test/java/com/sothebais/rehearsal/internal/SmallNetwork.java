package com.sothebais.rehearsal.internal;

import com.sothebais.api.social.Account;
import com.sothebais.api.social.AccountId;
import com.sothebais.api.social.Draft;
import com.sothebais.api.social.Inbox;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.PostId;
import com.sothebais.api.social.Relation;
import com.sothebais.api.social.SimulatedNetwork;
import com.sothebais.api.social.SocialException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A network in memory that delivers on the thread that posts. */
final class SmallNetwork implements SimulatedNetwork {
    private final Inbox inbox;
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final List<Post> posts = new ArrayList<>();

    SmallNetwork(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public String name() {
        return "sandbox";
    }

    @Override
    public Account host() {
        return join("sothebais", "SothebAIs");
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(280, false, true);
    }

    @Override
    public Published publish(Draft draft) {
        throw new SocialException("nobody publishes in this test", false, null);
    }

    @Override
    public synchronized Account join(String handle, String displayName) {
        return accounts.computeIfAbsent(
                handle, any -> new Account(new AccountId("sandbox", "id-" + handle), handle, displayName));
    }

    @Override
    public Post say(AccountId author, String text, Relation relation) {
        Post post;
        synchronized (this) {
            Account account = accounts.values().stream()
                    .filter(known -> known.id().equals(author))
                    .findFirst()
                    .orElseThrow(() -> new SocialException("unknown " + author, false, null));
            post = new Post(
                    new PostId("sandbox", Integer.toString(posts.size() + 1)),
                    account,
                    text,
                    Instant.now().truncatedTo(ChronoUnit.MICROS),
                    relation,
                    text.contains("@sothebais"));
            posts.add(post);
        }
        inbox.receive(post);
        return post;
    }

    @Override
    public void redeliver(PostId post) {
        inbox.receive(find(post).orElseThrow());
    }

    @Override
    public synchronized List<Post> timeline(int limit) {
        return posts.stream()
                .sorted((a, b) -> Integer.compare(number(b), number(a)))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Optional<Post> find(PostId id) {
        return posts.stream().filter(post -> post.id().equals(id)).findFirst();
    }

    @Override
    public void outage(boolean down) {
        throw new IllegalStateException("this network is never down");
    }

    private static int number(Post post) {
        return Integer.parseInt(post.id().id());
    }
}
