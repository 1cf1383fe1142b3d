package com.sothebais.identity.internal;

import com.sothebais.api.identity.Admins.AdminSession;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Signed-in admins, in memory only: a restart signs everybody out. Tokens are 256 random bits and kept only as hashes, so that
 * a heap dump signs nobody in. Thread-safe.
 */
final class Sessions {
    /** Longest life of a session, however much it is used. */
    static final Duration LIFE_MAX = Duration.ofHours(24);

    /** Most sessions at once; the one not used for longest ends first. */
    static final int COUNT_MAX = 1_000;

    private static final int TOKEN_BYTES = 32;

    private final Duration idle;
    private final InstantSource clock;
    private final SecureRandom random;
    private final Map<ByteBuffer, Entry> sessions = new LinkedHashMap<>(16, 0.75f, true);

    Sessions(Duration idle, InstantSource clock, SecureRandom random) {
        this.idle = idle;
        this.clock = clock;
        this.random = random;
    }

    private record Entry(String name, Instant opened, Instant used) {
        Instant expires(Duration idle) {
            Instant byIdle = used.plus(idle);
            Instant byLife = opened.plus(LIFE_MAX);
            return byIdle.isBefore(byLife) ? byIdle : byLife;
        }
    }

    synchronized AdminSession open(String name) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        for (Iterator<Entry> oldest = sessions.values().iterator(); oldest.hasNext(); ) {
            boolean expired = !now.isBefore(oldest.next().expires(idle));
            if (!expired && sessions.size() < COUNT_MAX) {
                break;
            }
            oldest.remove();
        }
        Entry entry = new Entry(name, now, now);
        sessions.put(hash(token), entry);
        return new AdminSession(token, name, entry.expires(idle));
    }

    /** The live session of the token, used now. */
    synchronized Optional<AdminSession> use(String token) {
        ByteBuffer key = hash(token);
        Entry entry = sessions.get(key);
        Instant now = clock.instant();
        if (entry == null) {
            return Optional.empty();
        }
        if (!now.isBefore(entry.expires(idle))) {
            sessions.remove(key);
            return Optional.empty();
        }
        Entry used = new Entry(entry.name(), entry.opened(), now);
        sessions.put(key, used);
        return Optional.of(new AdminSession(token, used.name(), used.expires(idle)));
    }

    synchronized void close(String token) {
        sessions.remove(hash(token));
    }

    synchronized int count() {
        return sessions.size();
    }

    private static ByteBuffer hash(String token) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
