package com.sothebais.api.ledger;

import java.util.List;
import java.util.Optional;

/** All bids of one lot in order of their verdicts. The root is the hash of the last entry. */
public record Ledger(String auction, List<LedgerEntry> entries) {
    public Ledger {
        entries = List.copyOf(entries);
    }

    public Hash root() {
        return entries.isEmpty()
                ? Hash.GENESIS
                : entries.get(entries.size() - 1).hash();
    }

    /** Says what is wrong with the first broken entry, empty when the chain holds. */
    public Optional<String> flaw() {
        Hash previous = Hash.GENESIS;
        for (int i = 0; i < entries.size(); i++) {
            LedgerEntry entry = entries.get(i);
            if (entry.index() != i
                    || !entry.previous().equals(previous)
                    || !entry.isIntact()
                    || !entry.line().auction().equals(auction)) {
                return Optional.of("entry " + i + " does not follow from the entries before it");
            }
            previous = entry.hash();
        }
        return Optional.empty();
    }
}
