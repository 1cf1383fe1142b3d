package com.sothebais.auction.grammar;

import com.sothebais.api.money.Currency;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Where a post was made, as far as its meaning depends on it.
 *
 * @param currencies what the lot takes; the first is assumed when none is said
 * @param price the current price in the first currency, if a lot is open
 * @param replyToHost whether it answers a post of the host, where an amount needs no verb
 * @param hostHandles handles of the host, without {@code @}, lower case
 */
public record Context(
        List<Currency> currencies, Optional<BigDecimal> price, boolean replyToHost, Set<String> hostHandles) {
    public Context {
        currencies = List.copyOf(currencies);
        Objects.requireNonNull(price, "price");
        hostHandles = Set.copyOf(hostHandles);
        if (currencies.isEmpty()) {
            throw new IllegalArgumentException("a lot takes at least one currency");
        }
    }
}
