package com.sothebais.rehearsal.bidder;

import com.sothebais.api.auction.Rules;
import com.sothebais.api.money.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Amounts as people choose and write them: round ones, at most two decimals from half a unit on, more where it is about less. */
public final class Amounts {
    private static final BigDecimal ROUND = new BigDecimal("0.05");

    private Amounts() {}

    /** The next round amount that is not less. */
    public static Money roundUp(Money money) {
        BigDecimal value = new BigDecimal(money.units(), money.currency().decimals());
        BigDecimal step = step(value);
        BigDecimal steps = value.divide(step, 0, RoundingMode.CEILING);
        return Money.of(steps.multiply(step).toPlainString(), money.currency());
    }

    /** A twentieth of a unit, of a tenth of it below a half, and so on. */
    private static BigDecimal step(BigDecimal value) {
        BigDecimal twice = value.add(value);
        int magnitude = twice.signum() == 0 ? 0 : twice.precision() - twice.scale() - 1;
        return ROUND.scaleByPowerOfTen(Math.min(0, magnitude));
    }

    /**
     * What a lot is about, which is 1 in the demo show: the start price, or half the reserve when that is more. Whoever has limits has
     * them in these.
     */
    public static Money stake(Rules rules) {
        Money start = rules.startPrice();
        return rules.reserve()
                .map(reserve -> new Money(
                        reserve.amount().units().divide(BigInteger.TWO),
                        reserve.amount().currency()))
                .filter(half -> half.isMoreThan(start))
                .orElse(start);
    }

    /** So many times the amount, rounded down. @param factor a decimal number */
    public static Money times(Money money, String factor) {
        BigDecimal units = new BigDecimal(money.units()).multiply(new BigDecimal(factor));
        return new Money(units.toBigInteger(), money.currency());
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
