package com.sothebais.rehearsal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.auction.Extension;
import com.sothebais.api.auction.Rules;
import com.sothebais.api.auction.Tempo;
import com.sothebais.api.money.Currency;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScriptTest {
    @Test
    void theDemoLastsAboutThreeMinutes() {
        Script script = Script.read(new Script.Texts("20", "45", "8", "20", "20260101"));

        assertThat(script.tempo())
                .isEqualTo(new Tempo(
                        Duration.ofSeconds(20), Duration.ofSeconds(45), Duration.ofSeconds(8), Duration.ofSeconds(20)));
        assertThat(script.complaints()).isEmpty();
        Rules rules = script.rules(Currency.ETH);
        assertThat(rules.startPrice()).hasToString("1 ETH");
        assertThat(rules.extension())
                .isEqualTo(new Extension(Duration.ofSeconds(15), Duration.ofSeconds(15), 3, Duration.ofSeconds(60)));
        assertThat(rules.grace()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aFasterShowHasAShorterWindowAndGrace() {
        Rules rules = Script.read(new Script.Texts("0", "6", "0", "0", "1")).rules(Currency.ETH);

        assertThat(rules.extension().window()).isEqualTo(Duration.ofSeconds(2));
        assertThat(rules.grace()).isEqualTo(Duration.ofMillis(600));
    }

    @Test
    void wrongValuesFallBackAndAreNamed() {
        Script script = Script.read(new Script.Texts("-1", "3", "soon", "99999", ""));

        assertThat(script.tempo())
                .isEqualTo(new Tempo(
                        Duration.ofSeconds(20), Duration.ofSeconds(45), Duration.ofSeconds(8), Duration.ofSeconds(20)));
        assertThat(script.seed()).isEqualTo(Script.SEED);
        assertThat(script.complaints()).hasSize(5).anySatisfy(it -> assertThat(it)
                .contains("com.sothebais.rehearsal: lot.seconds = '3'")
                .contains("from 4 to 86400"));
    }
}
