package com.sothebais.rehearsal.bidder;

import com.sothebais.api.money.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Amounts as people choose and write them: round ones, at most two decimals. */
public final class Amounts {
    private static final BigDecimal ROUND = new BigDecimal("0.05");

    private Amounts() {}

    /** The next round amount that is not less. */
    public static Money roundUp(Money money) {
        BigDecimal steps =
                new BigDecimal(money.units(), money.currency().decimals()).divide(ROUND, 0, RoundingMode.CEILING);
        return Money.of(steps.multiply(ROUND).toPlainString(), money.currency());
    }

    /** A share of the amount in percent, rounded up as people do. */
    public static Money percent(Money money, int percent) {
        BigInteger units = money.units().multiply(BigInteger.valueOf(percent)).divide(BigInteger.valueOf(100));
        return roundUp(new Money(units, money.currency()));
    }

    /** With a decimal comma, as most of Europe writes. */
    public static String withComma(Money money) {
        return money.decimal().replace('.', ',');
    }

    /** The same keys without the point: 2.5 becomes 25, and 3 becomes 30. */
    public static String withoutPoint(Money money) {
        String typed = money.decimal();
        return typed.contains(".") ? typed.replace(".", "") : typed + "0";
    }
}
