package com.sothebais.api.auction;

import com.sothebais.api.event.EventId;
import com.sothebais.api.social.Account;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What in the log a person should look at: hints for admins, never decisions. Nothing in the platform acts on a hint, and honest
 * people can cause one; the evidence says where to look. Rebuilt from the log at every start, so that the same log gives the same
 * hints. Thread-safe.
 */
@ProviderType
public interface Anomalies {

    /** Most hints kept; beyond it the one that was confirmed longest ago is forgotten. */
    int HINTS_MAX = 1_000;

    /** The hints so far, those whose evidence is newest first; at most {@link #HINTS_MAX}. */
    List<Hint> hints();

    /**
     * One thing to look at.
     *
     * @param id the same for the same thing, however its evidence grows
     * @param lots the auctions in which it showed, oldest first, at most {@link #LOTS_MAX}; may be empty
     * @param evidence facts of the log that show it, oldest first, the first and newest ones, at most {@link #EVIDENCE_MAX}
     * @param score from 1 to 100. Below 40: unusual, happens to honest people too. From 40: worth reading the evidence. From 70:
     *     hardly by accident. It orders the hints; it is no probability
     */
    record Hint(String id, Kind kind, Who who, List<AuctionId> lots, List<Evidence> evidence, int score, Span span) {
        /** Most lots of one hint. */
        public static final int LOTS_MAX = 20;
        /** Most facts of one hint. */
        public static final int EVIDENCE_MAX = 20;

        public Hint {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(who, "who");
            Objects.requireNonNull(span, "span");
            lots = List.copyOf(lots);
            evidence = List.copyOf(evidence);
            if (score < 1 || score > 100) {
                throw new IllegalArgumentException("a score is from 1 to 100, got " + score);
            }
        }
    }

    /**
     * Who a hint is about.
     *
     * @param network the network that it is about, or that of the first account
     * @param accounts as they were called last, at most {@link #ACCOUNTS_MAX}
     */
    record Who(String network, List<Account> accounts) {
        /** Most accounts of one hint. */
        public static final int ACCOUNTS_MAX = 20;

        public Who {
            Objects.requireNonNull(network, "network");
            accounts = List.copyOf(accounts);
        }
    }

    /**
     * When the evidence happened, UTC.
     *
     * @param last not before {@code first}
     */
    record Span(Instant first, Instant last) {
        public Span {
            if (last.isBefore(first)) {
                throw new IllegalArgumentException("expected first <= last, got " + first + " and " + last);
            }
        }
    }

    /** A fact of the log. */
    record Evidence(long position, EventId event) {}

    /** What was noticed. The names are stable codes. */
    enum Kind {
        /** One wallet, or one deposit transaction, stands behind several accounts that bid against each other. */
        SHARED_FUNDING("The same wallet or the same deposit transaction pays for accounts that bid."),
        /** Two accounts that in several lots bid only against each other and left the lot to a third. */
        BID_RING("Two accounts raise only each other in several lots and stop before winning."),
        /** An account that raised only one other account while others were bidding too, and never won. */
        ONE_WAY_RAISER("The account raises only one other account, in several lots, and never wins."),
        /** Far more refused posts of one account than a person writes. */
        MANY_REFUSALS("The account has many posts refused within a short time."),
        /** Several accounts of one network ran into the limit of posts at the same time. */
        CROWDED_NETWORK("Several accounts of one network run into the rate limit at the same time."),
        /** Posts on more lots within seconds than a person can follow. */
        QUICK_POSTS("The account bids on many lots within seconds."),
        /** Accounts that appeared during a lot, drove its price, and did not win it. */
        NEW_NEAR_TOP("Accounts that were new during the lot bid near its price and did not win."),
        /** Bids that the account wanted to take back, again and again. */
        RETRACTIONS("The account tries to take bids back in several lots."),
        /** Lots that the account won and did not pay. */
        UNPAID_WINS("The account won lots that could not be settled with it.");

        private final String meaning;

        Kind(String meaning) {
            this.meaning = meaning;
        }

        /** One sentence for people. */
        public String meaning() {
            return meaning;
        }
    }
}
