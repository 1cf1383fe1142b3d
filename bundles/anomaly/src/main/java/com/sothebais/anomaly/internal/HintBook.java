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
    private static final Comparator<Hint> NEWEST_FIRST =
            Comparator.comparing(Hint::last).thenComparingInt(Hint::score).reversed();

    private final Map<String, Hint> hints = new Newest<>(Anomalies.HINTS_MAX);

    /** @param subject what the hint is about, unique among those of its kind; an earlier hint about the same is replaced */
    synchronized void note(Kind kind, String subject, Hint hint) {
        hints.put(kind + "/" + subject, hint);
    }

    synchronized void withdraw(Kind kind, String subject) {
        hints.remove(kind + "/" + subject);
    }

    synchronized List<Hint> hints() {
        List<Hint> sorted = new ArrayList<>(hints.values());
        sorted.sort(NEWEST_FIRST);
        return List.copyOf(sorted);
    }
}
