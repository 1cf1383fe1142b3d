package com.sothebais.auction.grammar;

import static com.sothebais.auction.grammar.BidGrammarTest.MENTION;
import static com.sothebais.auction.grammar.BidGrammarTest.REPLY;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

class BidGrammarPropertyTest {

    @Property(tries = 2_000)
    void everyTextHasAReading(@ForAll @StringLength(max = 200) String text) {
        assertThat(BidGrammar.read(text, MENTION)).isNotNull();
        assertThat(BidGrammar.read("bid " + text, REPLY)).isNotNull();
    }
}
