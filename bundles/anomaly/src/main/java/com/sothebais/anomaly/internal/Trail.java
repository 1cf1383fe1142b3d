package com.sothebais.anomaly.internal;

import com.sothebais.api.auction.Anomalies.Evidence;
import com.sothebais.api.auction.Anomalies.Hint;
import com.sothebais.api.auction.Anomalies.Kind;
import com.sothebais.api.auction.Anomalies.Span;
import com.sothebais.api.auction.Anomalies.Who;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.AccountId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What speaks for one hint, gathered as it happens and bounded: of long stories the beginning and the end are kept. */
final class Trail {
    private static final int SCORE_MAX = 100;
    private static final int FIRST_KEPT = Hint.EVIDENCE_MAX / 2;

    private final Map<AccountId, Account> accounts = new LinkedHashMap<>();
    private final Set<AuctionId> lots = new LinkedHashSet<>();
    private final List<Evidence> evidence = new ArrayList<>();
    private Instant first = Instant.MAX;
    private Instant last = Instant.MIN;
    private int lotCount;

    /** A fact that was seen, without the rest of it. */
    record Seen(Evidence evidence, Instant at) {
        static Seen of(Recorded recorded) {
            return new Seen(
                    new Evidence(recorded.position(), recorded.id()),
                    recorded.fact().at());
        }
    }

    Trail about(Account account) {
        if (accounts.containsKey(account.id()) || accounts.size() < Who.ACCOUNTS_MAX) {
            accounts.put(account.id(), account);
        }
        return this;
    }

    Trail in(AuctionId lot) {
        if (lots.add(lot)) {
            lotCount++;
            if (lots.size() > Hint.LOTS_MAX) {
                lots.remove(lots.iterator().next());
            }
        }
        return this;
    }

    Trail with(Seen seen) {
        boolean known = evidence.stream().anyMatch(seen.evidence()::equals);
        if (!known) {
            if (evidence.size() == Hint.EVIDENCE_MAX) {
                evidence.remove(FIRST_KEPT);
            }
            evidence.add(seen.evidence());
            first = seen.at().isBefore(first) ? seen.at() : first;
            last = seen.at().isAfter(last) ? seen.at() : last;
        }
        return this;
    }

    /** In how many lots it showed. */
    int lots() {
        return lotCount;
    }

    /** Those of whom it is known, at most {@link Who#ACCOUNTS_MAX}. */
    int accounts() {
        return accounts.size();
    }

    /** @param subject what the hint is about, unique among those of its kind */
    Hint hint(Kind kind, String subject, String network, int score) {
        List<Evidence> inOrder = new ArrayList<>(evidence);
        inOrder.sort((one, other) -> Long.compare(one.position(), other.position()));
        return new Hint(
                HintBook.id(kind, subject),
                kind,
                new Who(network, List.copyOf(accounts.values())),
                List.copyOf(lots),
                inOrder,
                Math.max(1, Math.min(SCORE_MAX, score)),
                new Span(first, last));
    }
}
