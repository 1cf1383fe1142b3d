package com.sothebais.auction.grammar.corpus;

import java.util.Map;
import java.util.StringJoiner;

/**
 * A row of a table.
 *
 * @param line its line in the file, the header being 1
 * @param text with line breaks and tabs in place of {@code \n} and {@code \t}
 * @param expected cells by column, of those columns that the file has and an {@link Outcome} answers
 * @param flags cell of that name, empty without one
 */
public record Row(int line, String id, String text, Situation situation, Map<String, String> expected, String flags) {
    public Row {
        expected = Map.copyOf(expected);
    }

    /** Whether the outcome is what the file expects, as far as the file says anything. */
    public boolean agrees(Outcome outcome) {
        return expected.getOrDefault("intent", outcome.intent()).equals(outcome.intent())
                && expected.getOrDefault("amount", outcome.amount()).equals(outcome.amount())
                && expected.getOrDefault("currency", outcome.currency()).equals(outcome.currency())
                && expected.getOrDefault("error", outcome.error()).equals(outcome.error());
    }

    /** What the file expects, for people. */
    public String expectation() {
        StringJoiner words = new StringJoiner(" ");
        for (String column : Table.ANSWERS) {
            String cell = expected.getOrDefault(column, "");
            if (!cell.isEmpty()) {
                words.add(cell);
            }
        }
        return words.toString();
    }

    /** Whether the file says that somebody owes money by this post. */
    public boolean mustBind() {
        return new Outcome(expected.getOrDefault("intent", ""), "", "", expected.getOrDefault("error", "")).binds();
    }
}
