package com.sothebais.auction.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.auction.grammar.Families.Made;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Posts of known meaning, four hundred thousand of them. Always the same posts, others with {@code -Dbid.seed=N}. */
class BidFamiliesTest {
    private static final int POSTS = 200_000;
    private static final int SHOWN = 30;

    private final long seed = Long.getLong("bid.seed", 20_261_121L);
    private final Families families = new Families(new Random(seed));

    @Test
    void whoBidsPlainlyIsUnderstoodToTheLastDigit() {
        System.out.println("seed " + seed);
        List<String> misread = new ArrayList<>();
        for (int i = 0; i < POSTS && misread.size() < SHOWN; i++) {
            Made made = families.bid();
            Reading reading = BidGrammar.read(made.text(), BidGrammarTest.MENTION);
            boolean same = reading.binds()
                    && reading.intent() == Intent.BID
                    && reading.amount().orElseThrow().compareTo(made.bid()) == 0
                    && reading.currency().orElseThrow().equals("ETH");
            if (!same) {
                misread.add(made.text() + " -> " + reading);
            }
        }
        assertThat(misread).as("seed %d", seed).isEmpty();
    }

    @Test
    void whoDeniesConditionsReportsAsksJokesQuotesOrTalksNeverBids() {
        System.out.println("seed " + seed);
        List<String> falseBids = new ArrayList<>();
        for (int i = 0; i < POSTS && falseBids.size() < SHOWN; i++) {
            Made made = families.other();
            Reading reading = BidGrammar.read(made.text(), i % 2 == 0 ? BidGrammarTest.MENTION : BidGrammarTest.REPLY);
            if (reading.binds()) {
                falseBids.add(made.text() + " -> " + reading);
            }
        }
        assertThat(falseBids).as("seed %d", seed).isEmpty();
    }
}
