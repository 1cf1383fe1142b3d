package com.sothebais.agent.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.agent.internal.LineCheck.Checked;
import java.util.Map;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NumericChars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineCheckTest {
    private static final Map<String, String> FACTS =
            Map.of("price", "2.6 ETH", "leader", "neon_koi", "title", "Koi {price} $1");

    @Test
    void fillsSlotsFromTheFacts() {
        assertThat(LineCheck.fill("@{leader} leads at {price}!", FACTS))
                .isEqualTo(new Checked.Passed("@neon_koi leads at 2.6 ETH!"));
    }

    @Test
    void fillsAFactAsItIsEvenWhenItLooksLikeASlot() {
        assertThat(LineCheck.fill("{title}.", FACTS)).isEqualTo(new Checked.Passed("Koi {price} $1."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Now at {amount}. | {amount}",
                "The price is 9 ETH. | digit",
                "The price is ９ ETH. | digit",
                "It is ² times. | digit",
                "@mallory leads. | handle",
                "@{title} leads. | handle",
                "See https://scam.example now. | link",
                "Go to scam.xyz now. | link",
                "Only two ETH more! | amount in words",
                "Broken {brace | brace",
                "'' | characters",
                "Zero\u200Bwidth | hidden"
            })
    void refusesWhatIsNotFromTheFacts(String template, String why) {
        assertThat(LineCheck.fill(template, FACTS))
                .isInstanceOfSatisfying(Checked.Refused.class, refused -> assertThat(refused.why())
                        .contains(why));
    }

    @Test
    void refusesALineWithoutEnd() {
        assertThat(LineCheck.fill("and on ".repeat(100), FACTS)).isInstanceOf(Checked.Refused.class);
    }

    @Property(tries = 300)
    void noDigitOutsideASlotEverPasses(@ForAll String before, @ForAll @NumericChars char digit, @ForAll String after) {
        Assume.that(!before.contains("{"));
        assertThat(LineCheck.fill(before + digit + after, FACTS)).isInstanceOf(Checked.Refused.class);
    }
}
