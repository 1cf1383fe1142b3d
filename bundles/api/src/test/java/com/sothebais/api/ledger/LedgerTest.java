package com.sothebais.api.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final Instant AT = Instant.parse("2026-03-01T19:00:00.123456Z");

    @Test
    void theHashOfAKnownLineNeverChanges() {
        LedgerEntry entry = LedgerEntry.chain(0, Hash.GENESIS, line("sandbox/1", "ACCEPTED"));

        assertThat(entry.hash().hex()).isEqualTo("a23584aa1d62d124f52648a0783634708f6e073beccee15f6ee8d44fe0e78c79");
    }

    @Test
    void anUntouchedLedgerHasNoFlaw() {
        assertThat(ledger().flaw()).isEmpty();
        assertThat(ledger().root()).isEqualTo(ledger().entries().get(2).hash());
    }

    @Test
    void anEmptyLedgerHasTheRootOfTheGenesis() {
        assertThat(new Ledger("lot-1", List.of()).root()).isEqualTo(Hash.GENESIS);
    }

    @Test
    void aChangedLineIsFound() {
        List<LedgerEntry> entries = new ArrayList<>(ledger().entries());
        LedgerEntry second = entries.get(1);
        entries.set(1, new LedgerEntry(1, second.previous(), line("sandbox/2", "TOO_LOW"), second.hash()));

        assertThat(new Ledger("lot-1", entries).flaw())
                .hasValueSatisfying(flaw -> assertThat(flaw).contains("entry 1"));
    }

    @Test
    void aMissingLineIsFound() {
        List<LedgerEntry> entries = new ArrayList<>(ledger().entries());
        entries.remove(1);

        assertThat(new Ledger("lot-1", entries).flaw()).isPresent();
    }

    @Test
    void swappedLinesAreFound() {
        List<LedgerEntry> entries = new ArrayList<>(ledger().entries());
        Collections.swap(entries, 0, 1);

        assertThat(new Ledger("lot-1", entries).flaw())
                .hasValueSatisfying(flaw -> assertThat(flaw).contains("entry 0"));
    }

    @Test
    void aLineOfAnotherLotIsFound() {
        assertThat(new Ledger("lot-2", ledger().entries()).flaw()).isPresent();
    }

    private static Ledger ledger() {
        List<LedgerEntry> entries = new ArrayList<>();
        Hash previous = Hash.GENESIS;
        for (int i = 0; i < 3; i++) {
            LedgerEntry entry = LedgerEntry.chain(i, previous, line("sandbox/" + (i + 1), "ACCEPTED"));
            entries.add(entry);
            previous = entry.hash();
        }
        return new Ledger("lot-1", entries);
    }

    private static LedgerLine line(String post, String verdict) {
        return new LedgerLine("lot-1", AT, post, "sandbox/alice", verdict, "2500000000000000000", "ETH");
    }
}
