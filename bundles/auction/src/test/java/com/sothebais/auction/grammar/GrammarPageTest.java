package com.sothebais.auction.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page for bidders says what the grammar does. */
class GrammarPageTest {
    private static final Path PAGE = Path.of("../../docs/grammar.md");
    private static final Pattern EXAMPLE = Pattern.compile("`([^`]+)`");

    @Test
    void whatAlwaysWorksBinds() throws IOException {
        List<String> examples = examples("## What always works", true);
        assertThat(examples).hasSizeGreaterThan(20);
        for (String text : examples) {
            Reading reading = BidGrammar.read(text, BidGrammarTest.REPLY);
            assertThat(reading.binds()).as("%s -> %s", text, reading).isTrue();
        }
    }

    @Test
    void whatNeverBindsDoesNot() throws IOException {
        List<String> examples = examples("## What never binds", false);
        assertThat(examples).hasSizeGreaterThan(30);
        for (String text : examples) {
            Reading reading = BidGrammar.read(text, BidGrammarTest.MENTION);
            assertThat(reading.binds()).as("%s -> %s", text, reading).isFalse();
        }
    }

    private static List<String> examples(String heading, boolean firstCellOnly) throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf(heading);
        String section = page.substring(from, page.indexOf("\n## ", from + 1));
        List<String> examples = new ArrayList<>();
        for (String line : section.split("\n")) {
            if (line.startsWith("| ")) {
                String[] cells = line.split(" \\| ");
                Matcher example = EXAMPLE.matcher(firstCellOnly ? cells[0] : line);
                while (example.find()) {
                    examples.add(example.group(1));
                }
            }
        }
        return examples;
    }
}
