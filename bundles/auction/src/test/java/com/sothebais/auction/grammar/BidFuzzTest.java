package com.sothebais.auction.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.auction.grammar.corpus.Corpora;
import com.sothebais.auction.grammar.corpus.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Posts that nobody wrote: whatever the text, there is a reading, and never a false bid. Always the same posts, others with {@code -Dbid.seed=N}; with
 * {@link BidFamiliesTest} they are a million.
 */
class BidFuzzTest {
    private static final int POSTS = 300_000;
    private static final int LONGEST = 60;

    /** Each of these takes the bid out of any post, wherever it stands as a word of its own. */
    private static final List<String> SPOILERS = List.of(
            "not",
            "don't",
            "never",
            "if",
            "unless",
            "maybe",
            "would",
            "lol",
            "jk",
            "😂",
            "?",
            "said",
            "he",
            "tomorrow",
            "nicht",
            "wenn",
            "nunca",
            "ojalá",
            "jamais",
            "não",
            "talvez",
            "не",
            "если",
            "değil",
            "नहीं",
            "不",
            "如果",
            "ません",
            "もし",
            "않",
            "만약",
            "7.77 eth",
            "77 usdc",
            "$7.77",
            "\u200B",
            "\u202E",
            "10%");

    private static final String[] PIECES = {
        "bid", "3", "eth", "2.5", " ", " ", " ", ",", ".", "-", "+", "/", "'", "\"", "(", ")", "#7", "@host", "@bob",
        "lot", "0x", "k", "½", "１", "٣", "²", "\u200D", "\uFE0F", "\n", "Ξ", "$", "€", "&gt;", "<b>", "</b>", "出价",
        "ETH", "입찰", "max", "min", "raise", "by", "to", "up", "my", "is", "or", "and", "😀", "e\u0301", "\uD800", "%",
        "~", "=", ":", "for", "it"
    };

    private final long seed = Long.getLong("bid.seed", 20_261_121L);
    private final Random random = new Random(seed);
    private final List<String> posts =
            Corpora.table("bid-corpus.tsv").rows().stream().map(Row::text).toList();
    private final List<String> own =
            Corpora.table("own-corpus.tsv").rows().stream().map(Row::text).toList();

    @Test
    void whateverIsDoneToAPostWhatBindsStandsInItAsOneNumber() {
        System.out.println("seed " + seed);
        for (int i = 0; i < POSTS; i++) {
            String text = i % 4 == 0 ? rubbish() : mutated(post());
            Reading reading = BidGrammar.read(text, i % 2 == 0 ? BidGrammarTest.REPLY : BidGrammarTest.MENTION);
            if (reading.binds() && reading.intent() != Intent.BID_MIN && !saysOnly(text, reading)) {
                assertThat(reading).as("seed %d: '%s' binds", seed, text).isNull();
            }
        }
    }

    @Test
    void aWordThatTakesABidBackTakesItBackWhereverItStands() {
        System.out.println("seed " + seed);
        List<String> bids = new ArrayList<>();
        for (String text : posts) {
            if (isSimpleBid(text)) {
                bids.add(text);
            }
        }
        for (String text : own) {
            if (isSimpleBid(text)) {
                bids.add(text);
            }
        }
        assertThat(bids).hasSizeGreaterThan(100);
        for (int i = 0; i < POSTS; i++) {
            String spoiler = SPOILERS.get(random.nextInt(SPOILERS.size()));
            String text = inserted(bids.get(random.nextInt(bids.size())), spoiler);
            Reading reading = BidGrammar.read(text, i % 2 == 0 ? BidGrammarTest.REPLY : BidGrammarTest.MENTION);
            if (reading.binds()) {
                assertThat(reading).as("seed %d: '%s' binds", seed, text).isNull();
            }
        }
    }

    /** Bids without links, markup and lot numbers, in which a word of their own can be part of a name. */
    private static boolean isSimpleBid(String text) {
        return BidGrammar.read(text, BidGrammarTest.MENTION).binds()
                && text.indexOf('<') < 0
                && text.indexOf('(') < 0
                && !text.contains("://");
    }

    private String post() {
        int row = random.nextInt(posts.size() + own.size());
        return row < posts.size() ? posts.get(row) : own.get(row - posts.size());
    }

    private String inserted(String text, String word) {
        List<Integer> gaps = new ArrayList<>(List.of(0, text.length()));
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == ' ') {
                gaps.add(i);
            }
        }
        int at = gaps.get(random.nextInt(gaps.size()));
        return text.substring(0, at) + " " + word + " " + text.substring(at);
    }

    private String mutated(String text) {
        StringBuilder changed = new StringBuilder(text);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(changed.length() + 1);
            int to = Math.min(changed.length(), at + random.nextInt(4));
            switch (random.nextInt(5)) {
                case 0 -> changed.delete(at, to);
                case 1 -> changed.insert(at, PIECES[random.nextInt(PIECES.length)]);
                case 2 -> changed.append(' ').append(post());
                case 3 -> changed.insert(at, changed.substring(at, to));
                default -> changed.insert(at, Character.toString(random.nextInt(0x20000)));
            }
        }
        return changed.toString();
    }

    private String rubbish() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(LONGEST); i >= 0; i--) {
            if (random.nextBoolean()) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            } else {
                text.append(Character.toString(random.nextInt(random.nextBoolean() ? 0x80 : 0x20000)));
            }
        }
        return text.toString();
    }

    /** Whether every number that the text writes in front of or behind money, or right behind a verb, is the one that binds. */
    private static boolean saysOnly(String text, Reading reading) {
        List<BigDecimal> values = WrittenNumbers.of(text);
        return values.stream()
                .anyMatch(value -> WrittenNumbers.isSame(value, reading.amount().orElseThrow()));
    }
}
