package com.sothebais.social.sandbox.internal;

import com.sothebais.api.asset.AssetId;
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
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * A social network in tables. A post is durable before anybody sees it, so its id never names two posts, even across a kill.
 * Thread-safe: one writer at a time, readers never wait for it.
 */
final class SandboxNetwork implements SimulatedNetwork, AutoCloseable {
    static final String NAME = "sandbox";
    static final int DRAFT_KEY_MAX = 200;
    static final int ACCOUNTS_MAX = 100_000;
    private static final Pattern SEQUENCE = Pattern.compile("[1-9][0-9]{0,17}");

    private final Settings settings;
    private final PostStore store;
    private final InstantSource clock;
    private final Timeline timeline;
    private final Delivery delivery;
    private final Map<String, Account> byHandle = new ConcurrentHashMap<>();
    private final Map<AccountId, Account> byId = new ConcurrentHashMap<>();
    private final Account host;
    private final Object writing = new Object();
    private Instant lastAt;
    private volatile boolean down;

    SandboxNetwork(Settings settings, PostStore store, InstantSource clock) {
        this.settings = settings;
        this.store = store;
        this.clock = clock;
        store.accounts().forEach(this::know);
        List<Stored> newest = store.newest(Timeline.KEPT_MAX);
        this.timeline = new Timeline(newest);
        this.lastAt = newest.isEmpty() ? Instant.EPOCH : newest.get(0).post().at();
        this.host = join(settings.hostHandle(), settings.hostName());
        this.delivery = new Delivery(store);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Account host() {
        return host;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(settings.textMax(), true, true);
    }

    @Override
    public Account join(String handle, String displayName) {
        if (!Settings.isHandle(handle)) {
            throw refused("a handle has 1 to 30 letters, digits or underscores, got '" + handle + "'");
        }
        String name = displayName.isBlank() ? handle : displayName.strip();
        if (name.length() > Settings.NAME_MAX || unstorable(name)) {
            throw refused("a display name has at most " + Settings.NAME_MAX + " visible characters");
        }
        synchronized (writing) {
            Account known = byHandle.get(key(handle));
            if (known != null) {
                return known;
            }
            if (byId.size() >= ACCOUNTS_MAX) {
                throw refused("the sandbox has its " + ACCOUNTS_MAX + " accounts");
            }
            return know(store.join(handle, name, now()));
        }
    }

    /** The account of a handle, whatever its case. */
    Optional<Account> account(String handle) {
        return Optional.ofNullable(byHandle.get(key(handle)));
    }

    @Override
    public Published publish(Draft draft) {
        if (down) {
            throw new SocialException("the sandbox is switched off for now", true, null);
        }
        if (draft.key().isBlank() || draft.key().length() > DRAFT_KEY_MAX || unstorable(draft.key())) {
            throw refused("a draft needs a key of 1 to " + DRAFT_KEY_MAX + " characters");
        }
        synchronized (writing) {
            Stored stored = store.findDraft(draft.key()).orElseGet(() -> {
                Relation relation = draft.replyTo()
                        .map(target -> relation(Relation.Kind.REPLY, target, host))
                        .orElse(Relation.ORIGINAL);
                return write(host, draft.text(), relation, Optional.of(draft.key()), draft.media());
            });
            return new Published(stored.post().id(), stored.post().at());
        }
    }

    @Override
    public Post say(AccountId author, String text, Relation relation) {
        Account account = byId.get(author);
        if (account == null) {
            throw refused("nobody on the sandbox has the account " + author);
        }
        synchronized (writing) {
            Relation checked = relation.target()
                    .map(target -> relation(relation.kind(), target, account))
                    .orElse(relation);
            return write(account, text, checked, Optional.empty(), Optional.empty())
                    .post();
        }
    }

    @Override
    public void redeliver(PostId post) {
        delivery.again(stored(post).orElseThrow(() -> refused("there is no post " + post + " to deliver again")));
    }

    @Override
    public List<Post> timeline(int limit) {
        List<Stored> newest = limit <= Timeline.KEPT_MAX ? timeline.newest(limit) : store.newest(limit);
        return newest.stream().map(Stored::post).toList();
    }

    @Override
    public Optional<Post> find(PostId id) {
        return stored(id).map(Stored::post);
    }

    @Override
    public void outage(boolean isDown) {
        down = isDown;
        delivery.hold(isDown);
    }

    @Override
    public void close() {
        delivery.close();
    }

    Timeline timeline() {
        return timeline;
    }

    Delivery delivery() {
        return delivery;
    }

    void connect(Inbox inbox) {
        delivery.connect(inbox);
    }

    void disconnect(Inbox inbox) {
        delivery.disconnect(inbox);
    }

    boolean isDown() {
        return down;
    }

    private Stored write(
            Account author, String text, Relation relation, Optional<String> key, Optional<AssetId> media) {
        if (text.codePointCount(0, text.length()) > settings.textMax()) {
            throw refused("a post has at most " + settings.textMax() + " characters, got "
                    + text.codePointCount(0, text.length()));
        }
        if (unstorable(text)) {
            throw refused("a post must be Unicode text without NUL characters");
        }
        boolean mentionsHost = Mentions.of(host.handle(), text);
        boolean routed = !author.id().equals(host.id()) && (mentionsHost || concernsHost(relation));
        Stored stored = insert(new PostStore.Fresh(author, text, now(), relation, mentionsHost, routed, key, media));
        if (routed) {
            delivery.offer(stored);
        }
        timeline.add(stored);
        return stored;
    }

    private Stored insert(PostStore.Fresh fresh) {
        try {
            return store.insert(fresh);
        } catch (SocialException e) {
            // A commit whose answer was lost may have happened: only the database knows.
            delivery.doubt();
            throw e;
        }
    }

    /** Replies to the host, and whatever repeats or changes a post by the host or one that concerned it. */
    private boolean concernsHost(Relation relation) {
        if (relation.targetAuthor().filter(host.id()::equals).isPresent()) {
            return true;
        }
        return relation.kind() != Relation.Kind.REPLY
                && relation.target().flatMap(this::stored).map(Stored::routed).orElse(false);
    }

    /** The relation with the author that the target really has. */
    private Relation relation(Relation.Kind kind, PostId target, Account author) {
        Post post = find(target).orElseThrow(() -> refused("there is no post " + target));
        if (kind == Relation.Kind.EDIT && !post.author().id().equals(author.id())) {
            throw refused("only @" + post.author().handle() + " can edit the post " + target);
        }
        return Relation.to(kind, target, post.author().id());
    }

    private Optional<Stored> stored(PostId id) {
        if (!id.network().equals(NAME) || !SEQUENCE.matcher(id.id()).matches()) {
            return Optional.empty();
        }
        long sequence = Long.parseLong(id.id());
        return timeline.find(sequence).or(() -> store.find(sequence));
    }

    /** Never earlier than the post before, so that order and time agree even when the clock steps back. */
    private Instant now() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        lastAt = now.isBefore(lastAt) ? lastAt : now;
        return lastAt;
    }

    private Account know(Account account) {
        byHandle.put(key(account.handle()), account);
        byId.put(account.id(), account);
        return account;
    }

    private static String key(String handle) {
        return handle.toLowerCase(Locale.ROOT);
    }

    /** PostgreSQL has no place for NUL, UTF-8 none for half a surrogate pair. */
    private static boolean unstorable(String text) {
        return text.codePoints()
                .anyMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }

    private static SocialException refused(String message) {
        return new SocialException(message, false, null);
    }
}
