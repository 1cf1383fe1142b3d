package com.sothebais.web.internal.json;

import com.sothebais.api.auction.Anomalies;
import com.sothebais.api.social.Account;
import java.util.List;

/** What an admin should look at. */
public final class AnomalyJson {
    private AnomalyJson() {}

    /**
     * A hint, no verdict.
     *
     * @param score 1 to 100: below 40 happens to honest people too, from 40 worth reading, from 70 hardly by accident
     */
    public record HintJson(
            String id,
            String kind,
            String meaning,
            WhoJson who,
            List<String> lots,
            List<EvidenceJson> evidence,
            int score,
            String first,
            String last) {
        public static HintJson of(Anomalies.Hint hint) {
            return new HintJson(
                    hint.id(),
                    hint.kind().name(),
                    hint.kind().meaning(),
                    new WhoJson(
                            hint.who().network(),
                            hint.who().accounts().stream()
                                    .map(AnomalyJson::account)
                                    .toList()),
                    hint.lots().stream().map(Object::toString).toList(),
                    hint.evidence().stream()
                            .map(fact -> new EvidenceJson(
                                    fact.position(), fact.event().toString()))
                            .toList(),
                    hint.score(),
                    hint.span().first().toString(),
                    hint.span().last().toString());
        }
    }

    /** The network it is about, and the accounts if it is about some. */
    public record WhoJson(String network, List<SuspectJson> accounts) {}

    /** An account as it was called last. */
    public record SuspectJson(String network, String id, String handle, String displayName) {}

    /** A fact, to be read at {@code /api/events/{event}}. */
    public record EvidenceJson(long position, String event) {}

    private static SuspectJson account(Account account) {
        return new SuspectJson(account.id().network(), account.id().id(), account.handle(), account.displayName());
    }
}
