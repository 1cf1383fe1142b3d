package com.sothebais.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.money.Currency;
import com.sothebais.auction.grammar.BidGrammar;
import com.sothebais.auction.grammar.Context;
import com.sothebais.auction.grammar.Intent;
import com.sothebais.auction.grammar.Reading;
import com.sothebais.simulation.Phrases.Phrase;
import com.sothebais.simulation.oracle.Meaning;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PhrasesTest {
    private static final Currency USDC = new Currency("USDC", 6);

    @Test
    void everyPhraseIsReadAsItIsMeant() {
        for (int seed = 0; seed < 300; seed++) {
            Dice dice = new Dice(seed);
            BigDecimal amount = BigDecimal.valueOf(dice.between(1, 99_999), dice.below(5));
            Optional<Integer> lot = dice.percent(40) ? Optional.of(1 + dice.below(9)) : Optional.empty();
            String code = dice.percent(50) ? "ETH" : "USDC";
            Stream.of(
                            Phrases.bid(dice, amount, code, lot),
                            Phrases.least(lot),
                            Phrases.raise(amount, code, lot),
                            Phrases.unclear(dice),
                            Phrases.retraction(),
                            Phrases.yes(dice),
                            Phrases.talk(dice))
                    .forEach(PhrasesTest::isReadAsMeant);
        }
    }

    private static void isReadAsMeant(Phrase phrase) {
        Meaning meaning = phrase.meaning();
        Currency currency = meaning.currency().filter("USDC"::equals).isPresent() ? USDC : Currency.ETH;
        Reading reading = BidGrammar.read(
                phrase.text(),
                new Context(List.of(currency), Optional.of(BigDecimal.TEN.pow(9)), false, Set.of("sothebais")));
        assertThat(reading.intent().meansMoney()).as(phrase.text()).isEqualTo(meaning.isMoney());
        switch (meaning.kind()) {
            case BID -> isBid(phrase, reading, Intent.BID);
            case RAISE -> isBid(phrase, reading, Intent.RAISE);
            case LEAST -> assertThat(reading.intent()).as(phrase.text()).isEqualTo(Intent.BID_MIN);
            case RETRACT -> assertThat(reading.intent()).as(phrase.text()).isEqualTo(Intent.RETRACT);
            case YES -> assertThat(reading.intent()).as(phrase.text()).isEqualTo(Intent.CONFIRM);
            default -> assertThat(reading.binds()).as(phrase.text()).isFalse();
        }
        assertThat(reading.extras().lot())
                .as(phrase.text())
                .isEqualTo(
                        meaning.kind() == Meaning.Kind.TALK ? reading.extras().lot() : meaning.lot());
    }

    private static void isBid(Phrase phrase, Reading reading, Intent intent) {
        assertThat(reading.intent()).as(phrase.text()).isEqualTo(intent);
        assertThat(reading.binds()).as(phrase.text()).isTrue();
        assertThat(reading.amount().orElseThrow())
                .as(phrase.text())
                .isEqualByComparingTo(phrase.meaning().amount().orElseThrow());
    }
}
