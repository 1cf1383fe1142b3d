package com.sothebais.anomaly.internal;

import com.sothebais.api.auction.Anomalies;
import com.sothebais.api.auction.Anomalies.Hint;
import com.sothebais.api.auction.Anomalies.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The hints so far, one for each thing they are about. Thread-safe. */
final class HintBook {
    private static final Comparator<Hint> NEWEST_FIRST = Comparator.comparing(
                    (Hint hint) -> hint.span().last())
            .thenComparingInt(Hint::score)
            .reversed();

    private final Map<String, Hint> hints = new Newest<>(Anomalies.HINTS_MAX);

    /** An earlier hint about the same is replaced. */
    synchronized void note(Hint hint) {
        hints.put(hint.id(), hint);
    }

    synchronized void withdraw(Kind kind, String subject) {
        hints.remove(id(kind, subject));
    }

    static String id(Kind kind, String subject) {
        return kind + "/" + subject;
    }

    synchronized List<Hint> hints() {
        List<Hint> sorted = new ArrayList<>(hints.values());
        sorted.sort(NEWEST_FIRST);
        return List.copyOf(sorted);
    }
}
