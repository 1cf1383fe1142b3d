package com.sothebais.web.internal.json;

import com.sothebais.api.money.Money;

/**
 * An amount.
 *
 * @param text as people read it: {@code 2.5 ETH}
 * @param amount exact decimal number as text
 * @param units integer count of smallest units as text; JavaScript numbers would round it
 */
public record MoneyJson(String text, String amount, String currency, String units) {
    static MoneyJson of(Money money) {
        return new MoneyJson(
                money.toString(),
                money.decimal(),
                money.currency().code(),
                money.units().toString());
    }
}
