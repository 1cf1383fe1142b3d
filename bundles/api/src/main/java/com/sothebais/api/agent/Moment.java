package com.sothebais.api.agent;

import com.sothebais.api.social.Account;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Something worth speaking of.
 *
 * @param facts the only numbers and names a line may contain, by slot name: {@code price}, {@code leader}, {@code next},
 *     {@code lot}, {@code title}, {@code artist}, {@code story}, {@code seconds}, {@code campaign}, {@code outbid}, {@code reason},
 *     {@code amount}, {@code bids}; a slot without meaning at the moment is absent
 * @param to whom it answers, for replies
 * @param said what was said to the host, for replies; untrusted text
 */
public record Moment(Kind kind, Map<String, String> facts, Optional<Account> to, Optional<String> said) {

    /** What happened. */
    public enum Kind {
        WELCOME(false),
        LOT_PRESENTED(false),
        LOT_OPENED(false),
        NEW_LEADER(false),
        EXTENDED(false),
        TIME_LEFT(false),
        COUNTDOWN(false),
        SOLD(false),
        RETURNED(false),
        SETTLED(false),
        PAUSED(false),
        RESUMED(false),
        BID_VOIDED(false),
        THANKS(false),
        SMALL_TALK(false),
        BID_ACCEPTED(true),
        BID_REFUSED(true),
        OUTBID(true),
        CHAT(true);

        private final boolean reply;

        Kind(boolean reply) {
            this.reply = reply;
        }

        /** Whether the line is a reply on the network rather than speech on air. */
        public boolean reply() {
            return reply;
        }
    }

    public Moment {
        Objects.requireNonNull(kind, "kind");
        facts = Map.copyOf(facts);
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(said, "said");
    }
}
