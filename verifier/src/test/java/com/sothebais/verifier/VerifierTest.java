package com.sothebais.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.ledger.LedgerEntry;
import com.sothebais.api.ledger.LedgerLine;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VerifierTest {

    static List<Vectors.Sample> files() {
        return Vectors.files();
    }

    @ParameterizedTest
    @MethodSource("files")
    void saysOfEveryFileWhatTheVectorsSay(Vectors.Sample sample) {
        Finding finding = Verifier.verify(sample.text(), sample.wantedRoot());
        assertThat(finding.verdict()).hasToString(sample.verdict());
        assertThat(finding.entry()).isEqualTo(sample.entry());
        assertThat(finding.field()).isEqualTo(sample.field());
        assertThat(finding.sentence()).isEqualTo(sample.sentence());
    }

    @Test
    void encodesAndHashesAsTheVectorsSay() {
        for (JsonNode vector : Vectors.encodings()) {
            JsonNode line = vector.get("line");
            LedgerFile.Entry entry = new LedgerFile.Entry(
                    vector.get("index").asText(),
                    vector.get("previous").asText(),
                    vector.get("hash").asText(),
                    line.get("at").asText(),
                    line.get("post").asText(),
                    line.get("bidder").asText(),
                    line.get("verdict").asText(),
                    line.get("amountUnits").asText(),
                    line.get("currency").asText());
            byte[] bytes = Encoding.bytes(
                    vector.get("auction").asText(), vector.get("index").asInt(), entry);
            assertThat(HexFormat.of().formatHex(bytes))
                    .isEqualTo(vector.get("bytes").asText());
            assertThat(Encoding.hash(bytes)).isEqualTo(entry.hash());
        }
    }

    /** The verifier shares no code with the platform, so the vectors hold the platform, too. */
    @Test
    void thePlatformHashesAsTheVectorsSay() {
        for (JsonNode vector : Vectors.encodings()) {
            JsonNode line = vector.get("line");
            LedgerEntry entry = LedgerEntry.chain(
                    vector.get("index").asInt(),
                    new Hash(vector.get("previous").asText()),
                    new LedgerLine(
                            vector.get("auction").asText(),
                            Instant.parse(line.get("at").asText()),
                            line.get("post").asText(),
                            line.get("bidder").asText(),
                            line.get("verdict").asText(),
                            line.get("amountUnits").asText(),
                            line.get("currency").asText()));
            assertThat(entry.hash().hex()).isEqualTo(vector.get("hash").asText());
        }
    }

    @Test
    void findsEverySingleBitThatChanged() {
        byte[] ledger = Vectors.file("as the server sends it").getBytes(StandardCharsets.UTF_8);
        for (int bit = 0; bit < ledger.length * Byte.SIZE; bit++) {
            byte[] changed = ledger.clone();
            changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            // What is no longer UTF-8 is read with replacement characters here, which is a change as well.
            Finding finding = Verifier.verify(new String(changed, StandardCharsets.UTF_8), Optional.empty());
            assertThat(finding.verdict())
                    .as("bit %d of byte %d", bit % Byte.SIZE, bit / Byte.SIZE)
                    .isNotEqualTo(Finding.Verdict.INTACT);
        }
    }

    @Test
    void saysThatTheClockWasSetBackWithoutCallingItAFlaw() {
        Finding finding = Verifier.verify(Vectors.file("the clock was set back"), Optional.empty());
        assertThat(finding.verdict()).isEqualTo(Finding.Verdict.INTACT);
        assertThat(finding.note())
                .contains("entry 1 is dated before the entry before it: the server's clock was set back");
    }

    @Test
    void namesTheHighestBidThatStands() {
        Finding finding = Verifier.verify(Vectors.file("with a voided bid"), Optional.empty());
        assertThat(finding.highest())
                .contains(new Finding.Bid("sandbox/105", "sandbox/bob", "1150000000000000000", "ETH"));
    }
}
