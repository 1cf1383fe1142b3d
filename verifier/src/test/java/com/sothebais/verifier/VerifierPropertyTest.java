package com.sothebais.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.ledger.LedgerEntry;
import com.sothebais.api.ledger.LedgerLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Ledgers that the platform's own code chained are intact; changed at any place they are not. */
class VerifierPropertyTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> REFUSALS = List.of("TOO_LOW", "NEEDS_FUNDS", "UNREADABLE");

    @Property(tries = 200)
    void whatThePlatformChainsIsIntact(@ForAll long seed, @ForAll @IntRange(max = 40) int lines) throws Exception {
        String text = JSON.writeValueAsString(ledger(new Random(seed), lines));
        assertThat(Verifier.verify(text, Optional.empty()).sentence())
                .isEqualTo("every hash holds and leads to the root");
    }

    @Property(tries = 500)
    void aChangedCharacterIsFound(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int lines) throws Exception {
        Random random = new Random(seed);
        String text = JSON.writeValueAsString(ledger(random, lines));
        int at = random.nextInt(text.length());
        char other = (char) (' ' + random.nextInt(95));
        String changed = text.substring(0, at) + other + text.substring(at + 1);
        if (other != text.charAt(at)) {
            assertThat(Verifier.verify(changed, Optional.empty()).verdict())
                    .as(changed)
                    .isNotEqualTo(Finding.Verdict.INTACT);
        }
    }

    private static ObjectNode ledger(Random random, int lines) {
        List<LedgerEntry> entries = new ArrayList<>();
        Hash head = Hash.GENESIS;
        Instant at = Instant.parse("2026-11-21T19:00:00Z");
        long units = 1;
        for (int i = 0; i < lines; i++) {
            at = at.plusNanos(random.nextInt(2_000_000) * 1_000L);
            boolean accepted = random.nextBoolean();
            units += random.nextInt(1_000) + 1;
            String verdict = accepted ? "ACCEPTED" : REFUSALS.get(random.nextInt(REFUSALS.size()));
            String amount = accepted || random.nextBoolean() ? String.valueOf(units) : "";
            String bidder = "sandbox/" + "äé😀\"\\\n ".repeat(random.nextInt(2)) + random.nextInt(5);
            LedgerLine line = new LedgerLine("lot-1", at, "sandbox/" + i, bidder, verdict, amount, "ETH");
            entries.add(LedgerEntry.chain(i, head, line));
            head = entries.get(i).hash();
        }
        ObjectNode ledger = JSON.createObjectNode();
        ledger.put("auction", "lot-1").put("root", head.hex());
        ArrayNode array = ledger.putArray("entries");
        entries.forEach(entry -> write(array.addObject(), entry));
        return ledger;
    }

    private static void write(ObjectNode node, LedgerEntry entry) {
        node.put("index", entry.index())
                .put("previous", entry.previous().hex())
                .put("hash", entry.hash().hex());
        node.putObject("line")
                .put("at", entry.line().at().toString())
                .put("post", entry.line().post())
                .put("bidder", entry.line().bidder())
                .put("verdict", entry.line().verdict())
                .put("amountUnits", entry.line().amountUnits())
                .put("currency", entry.line().currency());
    }
}
