package com.sothebais.rehearsal.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.ledger.Ledger;
import com.sothebais.api.ledger.LedgerEntry;
import com.sothebais.api.ledger.LedgerLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class LedgerFileTest {
    @Property(tries = 100)
    void aLedgerCanBeCheckedFromItsFileAlone(@ForAll @Size(max = 12) List<String> texts) throws IOException {
        Path file = Files.createTempFile("ledger", ".json");
        List<LedgerEntry> entries = new ArrayList<>();
        for (String text : texts) {
            // JSON cannot carry half a surrogate pair; networks refuse such texts.
            String storable = text.replaceAll("[\\ud800-\\udfff]", "?");
            LedgerLine line = new LedgerLine(
                    "demo-1",
                    Instant.ofEpochSecond(texts.size(), entries.size() * 1_000L),
                    "sandbox/" + storable,
                    "sandbox/\"" + storable,
                    "ACCEPTED",
                    "1" + "0".repeat(30),
                    "ETH");
            entries.add(LedgerEntry.chain(entries.size(), new Ledger("demo-1", entries).root(), line));
        }

        ReportWriter.write(new Ledger("demo-1", entries), file);

        JsonNode json = new ObjectMapper().readTree(file.toFile());
        Files.delete(file);
        List<LedgerEntry> read = new ArrayList<>();
        for (JsonNode entry : json.get("entries")) {
            LedgerLine line = new LedgerLine(
                    json.get("auction").asText(),
                    Instant.parse(entry.get("at").asText()),
                    entry.get("post").asText(),
                    entry.get("bidder").asText(),
                    entry.get("verdict").asText(),
                    entry.get("amountUnits").asText(),
                    entry.get("currency").asText());
            Hash previous = new Hash(entry.get("previous").asText());
            Hash hash = new Hash(entry.get("hash").asText());
            read.add(new LedgerEntry(entry.get("index").asInt(), previous, line, hash));
        }
        Ledger again = new Ledger("demo-1", read);
        assertThat(again.flaw()).isEmpty();
        assertThat(again.root().hex()).isEqualTo(json.get("root").asText());
        assertThat(read).isEqualTo(entries);
    }
}
