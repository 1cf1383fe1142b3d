package com.sothebais.api.money;

import static com.sothebais.api.money.Currency.ETH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void readsAndPrintsDecimalsExactly() {
        assertThat(Money.of("2.5", ETH).units()).isEqualTo(new BigInteger("2500000000000000000"));
        assertThat(Money.of("2.500", ETH)).hasToString("2.5 ETH");
        assertThat(Money.of("1000", ETH)).hasToString("1000 ETH");
        assertThat(Money.of("0.000000000000000001", ETH)).hasToString("0.000000000000000001 ETH");
        assertThat(Money.zero(ETH)).hasToString("0 ETH");
    }

    @Test
    void refusesMoreDecimalsThanTheCurrencyHas() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.of("0.0000000000000000001", ETH))
                .withMessageContaining("more than 18 decimals");
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.of("two", ETH))
                .withMessageContaining("two");
    }

    @Test
    void neverMixesCurrencies() {
        Money dollars = Money.of("1", new Currency("USDC", 6));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.of("1", ETH).plus(dollars))
                .withMessageContaining("expected ETH, got USDC");
    }

    @Test
    void roundsAShareUpToTheSmallestUnit() {
        assertThat(new Money(BigInteger.ONE, ETH).share(1).units()).isEqualTo(1);
        assertThat(Money.of("2", ETH).share(500)).isEqualTo(Money.of("0.1", ETH));
    }

    @Property
    void whatIsAddedCanBeTakenAway(@ForAll long left, @ForAll long right) {
        Money one = new Money(BigInteger.valueOf(left), ETH);
        Money other = new Money(BigInteger.valueOf(right), ETH);
        assertThat(one.plus(other).minus(other)).isEqualTo(one);
    }

    @Property
    void printsWhatItCanReadAgain(@ForAll @LongRange(min = 0) long units) {
        Money money = new Money(BigInteger.valueOf(units), ETH);
        assertThat(Money.of(money.decimal(), ETH)).isEqualTo(money);
    }
}
