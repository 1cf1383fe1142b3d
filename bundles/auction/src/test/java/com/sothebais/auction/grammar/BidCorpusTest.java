package com.sothebais.auction.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.auction.grammar.corpus.Corpora;
import com.sothebais.auction.grammar.corpus.Outcome;
import com.sothebais.auction.grammar.corpus.Row;
import com.sothebais.auction.grammar.corpus.Table;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs every row of the corpora; {@code ./sothebais parse-bids FILE} does the same with any other. */
class BidCorpusTest {

    @ParameterizedTest
    @ValueSource(strings = {"bid-corpus.tsv", "own-corpus.tsv"})
    void everyRowIsReadAsTheCorpusSaysAndNoneBindsThatMustNot(String name) {
        Table table = Corpora.table(name);
        List<String> differences = new ArrayList<>();
        List<String> falseBids = new ArrayList<>();
        for (Row row : table.rows()) {
            Outcome outcome = Outcome.of(row.text(), row.situation());
            if (!row.agrees(outcome)) {
                differences.add(
                        row.id() + " '" + row.text() + "': expected " + row.expectation() + ", read " + outcome);
            }
            if (outcome.binds() && !row.mustBind()) {
                falseBids.add(row.id() + " '" + row.text() + "'");
            }
        }
        assertThat(table.faults()).isEmpty();
        assertThat(falseBids).as("rows that bind and must not").isEmpty();
        assertThat(differences).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bid-corpus.tsv", "own-corpus.tsv"})
    void lotsNamesAndAssumedCurrenciesAreFound(String name) {
        for (Row row : Corpora.table(name).rows()) {
            Reading.Extras extras =
                    BidGrammar.read(row.text(), row.situation().context()).extras();
            for (String flag : row.flags().split(";")) {
                if (flag.startsWith("lot=")) {
                    assertThat(extras.lot()).as(row.id()).contains(Integer.valueOf(flag.substring(4)));
                }
                if (flag.startsWith("ens=")) {
                    assertThat(extras.name()).as(row.id()).contains(flag.substring(4));
                }
            }
            boolean amount = !row.expectation().isEmpty() && extras.defaultCurrency();
            assertThat(amount).as(row.id()).isEqualTo(row.flags().contains("default_currency") && amount);
        }
    }

    @Test
    void theOwnCorpusHasAReasonForEveryFlawAndANoteForEveryRow() {
        List<Row> rows = new ArrayList<>(Corpora.table("bid-corpus.tsv").rows());
        rows.addAll(Corpora.table("own-corpus.tsv").rows());
        for (Flaw flaw : Flaw.values()) {
            assertThat(rows.stream().map(row -> row.expected().get("error"))).contains(flaw.name());
        }
    }
}
