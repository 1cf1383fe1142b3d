package com.sothebais.agent.internal;

import com.sothebais.api.social.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** How much the host chats: so often with one person, so much a minute with all. Used by one thread. */
final class ChatLimits {
    private static final int ACCOUNTS_MAX = 1_000;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Duration perAccount;
    private final int perMinute;
    private final Deque<Instant> answered = new ArrayDeque<>();
    private final Map<AccountId, Instant> last = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<AccountId, Instant> eldest) {
            return size() > ACCOUNTS_MAX;
        }
    };

    ChatLimits(Duration perAccount, int perMinute) {
        this.perAccount = perAccount;
        this.perMinute = perMinute;
    }

    /** Whether the person may be answered now; counts when it is so. */
    boolean allow(AccountId account, Instant now) {
        while (!answered.isEmpty() && answered.peekFirst().plus(WINDOW).isBefore(now)) {
            answered.removeFirst();
        }
        Instant before = last.get(account);
        boolean tooSoon = before != null && now.isBefore(before.plus(perAccount));
        if (tooSoon || answered.size() >= perMinute) {
            return false;
        }
        answered.addLast(now);
        last.put(account, now);
        return true;
    }
}
