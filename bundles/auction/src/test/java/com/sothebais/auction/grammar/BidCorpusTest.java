package com.sothebais.auction.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.money.Currency;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.AccountId;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.PostId;
import com.sothebais.api.social.Relation;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Runs every row of the corpus; another one can be named with {@code -Dbid.corpus=FILE}. */
class BidCorpusTest {
    private static final Account HOST = new Account(new AccountId("sim", "host"), "host", "The Host");
    private static final Account ALICE = new Account(new AccountId("sim", "7"), "alice", "Alice");
    private static final Map<String, Integer> DECIMALS = Map.of("ETH", 18, "WETH", 18, "USDC", 6);
    private static final double AGREEMENT_LEAST = 1.0;

    /** A line of the corpus and what we make of it. */
    private record Row(String[] cells) {
        String id() {
            return cells[0];
        }

        String text() {
            return cells[1].replace("\\n", "\n").replace("\\t", "\t");
        }

        String context() {
            return cells[2];
        }

        boolean has(String condition) {
            return Arrays.asList(context().split(";")).contains(condition);
        }

        Optional<String> setting(String name) {
            return Arrays.stream(context().split(";"))
                    .filter(part -> part.startsWith(name + "="))
                    .map(part -> part.substring(name.length() + 1))
                    .findFirst();
        }

        String expected() {
            return String.join(" ", cells[3], cells[4], cells[5], cells[6]);
        }

        boolean binds() {
            return cells[6].isEmpty() && Set.of("BID", "BID_MIN", "RAISE").contains(cells[3]);
        }
    }

    @Test
    void everyRowIsReadAsTheCorpusSaysAndNoneBindsThatMustNot() throws IOException {
        List<String> differences = new ArrayList<>();
        List<String> falseBids = new ArrayList<>();
        List<Row> rows = rows();
        for (Row row : rows) {
            String actual = verdict(row);
            if (!actual.equals(row.expected())) {
                differences.add(row.id() + " '" + row.text() + "': expected " + row.expected() + ", got " + actual);
            }
            boolean binds = actual.matches("(BID|BID_MIN|RAISE) .* ") || actual.matches("(BID|BID_MIN|RAISE) +");
            if (binds && !row.binds()) {
                falseBids.add(row.id() + " '" + row.text() + "'");
            }
        }
        double agreement = (rows.size() - differences.size()) / (double) rows.size();
        System.out.printf("bid corpus: %d rows, agreement %.1f %%%n", rows.size(), agreement * 100);
        differences.forEach(System.out::println);
        assertThat(falseBids).as("rows that bind and must not").isEmpty();
        assertThat(agreement).isGreaterThanOrEqualTo(AGREEMENT_LEAST);
    }

    @Test
    void lotsNamesAndAssumedCurrenciesAreFound() throws IOException {
        for (Row row : rows()) {
            String flags = row.cells()[7];
            Reading reading = BidGrammar.read(row.text(), context(row));
            if (flags.startsWith("lot=")) {
                assertThat(reading.extras().lot()).as(row.id()).contains(Integer.valueOf(flags.substring(4)));
            }
            if (flags.startsWith("ens=")) {
                assertThat(reading.extras().name()).as(row.id()).contains(flags.substring(4));
            }
            assertThat(reading.extras().defaultCurrency()).as(row.id()).isEqualTo(flags.contains("default_currency"));
        }
    }

    private static String verdict(Row row) {
        Reading reading = BidGrammar.read(row.text(), context(row));
        Hearing hearing = Hearing.of(post(row), HOST.id());
        return switch (hearing) {
            case OWN -> "REJECT   SELF_AUTHORED";
            case REPOST -> "CHAT   RETWEET";
            case EDIT -> "REJECT   EDITED";
            case QUOTES_OTHERS, UNADDRESSED -> "CHAT   WRONG_CONTEXT";
            case ADDRESSED -> afterRules(row, reading);
        };
    }

    /** What the rules add to the grammar: unlinked wallets, closed lots and fat fingers. */
    private static String afterRules(Row row, Reading reading) {
        String intent = reading.intent().name();
        String flaw = reading.flaw().map(Enum::name).orElse("");
        BigDecimal price = context(row).price().orElseThrow();
        if (reading.binds() && row.has("author_unlinked")) {
            intent = "REJECT";
            flaw = "NOT_REGISTERED";
        } else if (reading.binds() && row.has("after_close")) {
            intent = "REJECT";
            flaw = "AUCTION_CLOSED";
        } else if (reading.binds()
                && reading.intent() == Intent.BID
                && reading.amount().orElseThrow().compareTo(price.multiply(BigDecimal.TEN)) > 0) {
            flaw = "CONFIRM_LARGE";
        }
        String amount = reading.amount()
                .map(value -> value.stripTrailingZeros().toPlainString())
                .orElse("");
        return String.join(" ", intent, amount, reading.currency().orElse(""), flaw);
    }

    private static Context context(Row row) {
        List<Currency> currencies = Arrays.stream(
                        row.setting("accepts").orElse("ETH").split(","))
                .map(code -> new Currency(code, DECIMALS.get(code)))
                .toList();
        BigDecimal price = new BigDecimal(row.setting("high").orElse("2"));
        return new Context(currencies, Optional.of(price), row.has("reply_to_lot"), Set.of("host"));
    }

    private static Post post(Row row) {
        PostId target = new PostId("sim", "lot-post");
        Relation relation = Relation.ORIGINAL;
        if (row.has("retweet")) {
            relation = Relation.to(Relation.Kind.REPOST, target, HOST.id());
        } else if (row.setting("edit_of").isPresent()) {
            relation = Relation.to(Relation.Kind.EDIT, target, ALICE.id());
        } else if (row.has("quote_other")) {
            relation = Relation.to(Relation.Kind.QUOTE, target, ALICE.id());
        } else if (row.has("quote_of_lot")) {
            relation = Relation.to(Relation.Kind.QUOTE, target, HOST.id());
        } else if (row.has("reply_to_lot")) {
            relation = Relation.to(Relation.Kind.REPLY, target, HOST.id());
        }
        return new Post(
                new PostId("sim", row.id()),
                row.has("author_is_host") ? HOST : ALICE,
                row.text(),
                Instant.EPOCH,
                relation,
                !row.has("no_mention"));
    }

    private static List<Row> rows() throws IOException {
        String other = System.getProperty("bid.corpus");
        String content;
        if (other != null) {
            content = Files.readString(Path.of(other));
        } else {
            try (InputStream in = BidCorpusTest.class.getResourceAsStream("bid-corpus.tsv")) {
                content = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
        return content.lines()
                .skip(1)
                .map(line -> new Row(Arrays.copyOf(line.split("\t", -1), 9)))
                .toList();
    }
}
