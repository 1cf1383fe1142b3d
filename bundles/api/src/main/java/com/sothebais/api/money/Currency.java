package com.sothebais.api.money;

import java.util.Objects;

/**
 * A currency by its code and the number of decimals of its smallest unit, so that {@link Money} can be read and printed
 * exactly.
 *
 * @param code upper-case symbol as bidders write it, for example {@code ETH}
 * @param decimals digits between the named unit and the smallest unit, 0 to 36; 18 for ETH
 */
public record Currency(String code, int decimals) {

    /** Ether; the smallest unit is the wei (10^-18 ETH). */
    public static final Currency ETH = new Currency("ETH", 18);

    private static final int DECIMALS_MAX = 36;

    public Currency {
        Objects.requireNonNull(code, "code");
        if (code.isBlank() || decimals < 0 || decimals > DECIMALS_MAX) {
            throw new IllegalArgumentException(
                    "currency needs a code and 0.." + DECIMALS_MAX + " decimals, got '" + code + "' with " + decimals);
        }
    }
}
