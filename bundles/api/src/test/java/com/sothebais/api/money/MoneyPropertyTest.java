package com.sothebais.api.money;

import static com.sothebais.api.money.Currency.ETH;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** A class of its own, because the two test engines write their reports per class. */
class MoneyPropertyTest {

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
