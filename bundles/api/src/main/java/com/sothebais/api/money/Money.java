package com.sothebais.api.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * An exact amount: an integer count of the smallest unit of a currency. Never a floating point number. Amounts of
 * different currencies never mix: every operation on two of them throws {@link IllegalArgumentException}.
 *
 * @param units count of smallest units, for example wei; may be negative in differences
 * @param currency what the units are units of
 */
public record Money(BigInteger units, Currency currency) implements Comparable<Money> {
    /** No exponent: "1e999999999" would be a number of a gigabyte. 80 digits are more than any currency has. */
    private static final Pattern PLAIN = Pattern.compile("[+-]?[0-9]{1,80}(\\.[0-9]{1,80})?");

    public Money {
        Objects.requireNonNull(units, "units");
        Objects.requireNonNull(currency, "currency");
    }

    /** No money at all. */
    public static Money zero(Currency currency) {
        return new Money(BigInteger.ZERO, currency);
    }

    /**
     * Reads a plain decimal number such as {@code 2.5}.
     *
     * @throws IllegalArgumentException when it is not a number or has more decimals than the currency
     */
    public static Money of(String decimal, Currency currency) {
        if (!PLAIN.matcher(decimal).matches()) {
            throw new IllegalArgumentException("not a plain decimal number: '" + decimal + "'");
        }
        try {
            return new Money(
                    new BigDecimal(decimal).movePointRight(currency.decimals()).toBigIntegerExact(), currency);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    decimal + " has more than " + currency.decimals() + " decimals of " + currency.code(), e);
        }
    }

    public Money plus(Money other) {
        return new Money(units.add(same(other).units), currency);
    }

    public Money minus(Money other) {
        return new Money(units.subtract(same(other).units), currency);
    }

    /** This amount times {@code basisPoints}/10,000, rounded up to a whole smallest unit. */
    public Money share(int basisPoints) {
        BigInteger[] parts =
                units.multiply(BigInteger.valueOf(basisPoints)).divideAndRemainder(BigInteger.valueOf(10_000));
        return new Money(parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0], currency);
    }

    public Money times(long factor) {
        return new Money(units.multiply(BigInteger.valueOf(factor)), currency);
    }

    public boolean isPositive() {
        return units.signum() > 0;
    }

    public boolean isZero() {
        return units.signum() == 0;
    }

    public boolean isLessThan(Money other) {
        return compareTo(other) < 0;
    }

    public boolean isMoreThan(Money other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(Money other) {
        return units.compareTo(same(other).units);
    }

    /** The number alone, without trailing zeros: {@code 2.5}. */
    public String decimal() {
        BigDecimal value = new BigDecimal(units, currency.decimals()).stripTrailingZeros();
        return value.scale() < 0 ? value.setScale(0).toPlainString() : value.toPlainString();
    }

    /** As people read it: {@code 2.5 ETH}. */
    @Override
    public String toString() {
        return decimal() + " " + currency.code();
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("expected " + currency.code() + ", got " + other.currency.code());
        }
        return other;
    }
}
