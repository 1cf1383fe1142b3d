package com.sothebais.voice.mary.internal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeechTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "now at 2.6 ETH | now at 2.6 Ether",
                "@neon_koi leads | neon koi leads",
                "night_owl_7 raises | night owl 7 raises",
                "see https://evil.example/x now | see a link now",
                "Lot #4 & friends | Lot number 4 and friends",
                "0xabcdef0123456789 | hash ending 6 7 8 9",
                "12345678901 wei | 1 2 3 4 5 6 7 8 9 0 1 wei",
                "0.000012 ETH | 0 point 0 0 0 0 1 2 Ether",
                "ends soon… or not | ends soon. or not",
                "sold!!! \uD83D\uDE80 | sold!",
                "𝕴𝖌𝖓𝖔𝖗𝖊 | Ignore",
                "<b>AAA</b> | b AAA b",
                "50 % more | 50 percent more",
                "\uD83D\uDE80 !! | ''",
            })
    void readsSignsAsWords(String caption, String spoken) {
        assertThat(SpeechText.of(caption)).isEqualTo(spoken);
    }

    @Property(tries = 300)
    void neverLeavesMarkupOrControlSigns(@ForAll String caption) {
        assertThat(SpeechText.of(caption)).doesNotContainPattern("[<>@#{}\\p{Cc}\\p{Co}\\p{Cn}]");
    }
}
