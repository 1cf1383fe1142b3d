package com.sothebais.api.auction;

import static com.sothebais.api.money.Currency.ETH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sothebais.api.auction.Increment.Absolute;
import com.sothebais.api.auction.Increment.Percent;
import com.sothebais.api.auction.Increment.Tier;
import com.sothebais.api.auction.Increment.Tiers;
import com.sothebais.api.money.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncrementTest {

    @Test
    void anAbsoluteStepIsTheSameAtEveryPrice() {
        Increment increment = new Absolute(eth("0.1"));
        assertThat(increment.at(eth("1"))).isEqualTo(eth("0.1"));
        assertThat(increment.at(eth("100"))).isEqualTo(eth("0.1"));
    }

    @Test
    void aPercentageNeverFallsBelowItsFloor() {
        Increment increment = new Percent(500, eth("0.1"));
        assertThat(increment.at(eth("1"))).isEqualTo(eth("0.1"));
        assertThat(increment.at(eth("10"))).isEqualTo(eth("0.5"));
    }

    @Test
    void aTierHoldsFromItsPriceOn() {
        Increment increment = new Tiers(
                List.of(new Tier(eth("0"), eth("0.1")), new Tier(eth("5"), eth("0.5")), new Tier(eth("20"), eth("1"))));
        assertThat(increment.at(eth("4.999"))).isEqualTo(eth("0.1"));
        assertThat(increment.at(eth("5"))).isEqualTo(eth("0.5"));
        assertThat(increment.at(eth("50"))).isEqualTo(eth("1"));
    }

    @Test
    void refusesStepsThatDoNotRaiseAndTiersOutOfOrder() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Absolute(eth("0")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Percent(0, eth("0.1")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Tiers(List.of(new Tier(eth("1"), eth("0.1")))));
        Tier start = new Tier(eth("0"), eth("0.1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tiers(List.of(start, new Tier(eth("0"), eth("0.2")))))
                .withMessageContaining("ascend");
    }

    private static Money eth(String decimal) {
        return Money.of(decimal, ETH);
    }
}
