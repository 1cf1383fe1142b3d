package com.sothebais.agent.internal;

import com.sothebais.api.social.Account;
import com.sothebais.api.social.AccountId;
import com.sothebais.api.social.Draft;
import com.sothebais.api.social.PostId;
import com.sothebais.api.social.SocialException;
import com.sothebais.api.social.SocialNetwork;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A network in memory that keeps the promise of its keys and fails on demand. */
final class TestNetwork implements SocialNetwork {
    static final Account HOST = new Account(new AccountId("sandbox", "host"), "sothebais", "SothebAIs");

    private final Map<String, Draft> published = new LinkedHashMap<>();
    private final Set<String> poison = ConcurrentHashMap.newKeySet();
    private volatile boolean down;
    private volatile boolean refusing;
    private volatile String refusal;
    private volatile boolean mute;
    private volatile Capabilities capabilities = new Capabilities(280, true, true);
    private int calls;

    @Override
    public String name() {
        return "sandbox";
    }

    @Override
    public Account host() {
        return HOST;
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public synchronized Published publish(Draft draft) {
        calls++;
        if (refusing) {
            throw new SocialException(refusal, false, null);
        }
        if (down || poison.contains(draft.key())) {
            throw new SocialException("no connection", true, null);
        }
        published.putIfAbsent(draft.key(), draft);
        return mute ? null : new Published(new PostId("sandbox", "on-" + draft.key()), Script.START);
    }

    void down(boolean isDown) {
        down = isDown;
    }

    /** Refuses everything from now on, with those words or none. */
    void refusing(String reason) {
        refusal = reason;
        refusing = true;
    }

    /** Publishes and says nothing. */
    void mute(boolean isMute) {
        mute = isMute;
    }

    void poison(String key) {
        poison.add(key);
    }

    void allows(Capabilities now) {
        capabilities = now;
    }

    synchronized Map<String, Draft> published() {
        return new LinkedHashMap<>(published);
    }

    synchronized int calls() {
        return calls;
    }
}
