package com.sothebais.api.auction;

import com.sothebais.api.money.Money;
import java.util.Objects;

/** The price below which a lot is not sold. When hidden, viewers learn only whether it is met. */
public record Reserve(Money amount, boolean hidden) {
    public Reserve {
        Objects.requireNonNull(amount, "amount");
    }
}
