package com.sothebais.auction.grammar;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names of money that bidders write, also of money that no lot takes, so that it is never mistaken for ether. */
final class Units {

    /**
     * A unit of a currency.
     *
     * @param code the currency
     * @param exponent power of ten from this unit to the named unit, 0 or negative: -9 for gwei
     */
    record Unit(String code, int exponent) {
        BigDecimal toCurrency(BigDecimal value) {
            return value.scaleByPowerOfTen(exponent);
        }
    }

    private static final Map<String, Unit> NAMED = Map.ofEntries(
            Map.entry("eth", new Unit("ETH", 0)),
            Map.entry("eths", new Unit("ETH", 0)),
            Map.entry("ether", new Unit("ETH", 0)),
            Map.entry("ethers", new Unit("ETH", 0)),
            Map.entry("ethereum", new Unit("ETH", 0)),
            Map.entry("éther", new Unit("ETH", 0)),
            Map.entry("éter", new Unit("ETH", 0)),
            Map.entry("эфир", new Unit("ETH", 0)),
            Map.entry("이더", new Unit("ETH", 0)),
            Map.entry("以太", new Unit("ETH", 0)),
            Map.entry("以太币", new Unit("ETH", 0)),
            Map.entry("以太坊", new Unit("ETH", 0)),
            Map.entry("イーサ", new Unit("ETH", 0)),
            Map.entry("ξ", new Unit("ETH", 0)),
            Map.entry("gwei", new Unit("ETH", -9)),
            Map.entry("wei", new Unit("ETH", -18)),
            Map.entry("$", new Unit("USD", 0)),
            Map.entry("dollar", new Unit("USD", 0)),
            Map.entry("dollars", new Unit("USD", 0)),
            Map.entry("bucks", new Unit("USD", 0)),
            Map.entry("€", new Unit("EUR", 0)),
            Map.entry("euro", new Unit("EUR", 0)),
            Map.entry("euros", new Unit("EUR", 0)),
            Map.entry("£", new Unit("GBP", 0)),
            Map.entry("pounds", new Unit("GBP", 0)),
            Map.entry("quid", new Unit("GBP", 0)),
            Map.entry("¥", new Unit("JPY", 0)),
            Map.entry("yen", new Unit("JPY", 0)),
            Map.entry("₩", new Unit("KRW", 0)),
            Map.entry("₹", new Unit("INR", 0)),
            Map.entry("₿", new Unit("BTC", 0)),
            Map.entry("bitcoin", new Unit("BTC", 0)),
            Map.entry("bitcoins", new Unit("BTC", 0)),
            Map.entry("solana", new Unit("SOL", 0)));

    private static final Set<String> CODES = Set.of(
            "weth", "wbtc", "btc", "usdc", "usdt", "dai", "usd", "eur", "gbp", "jpy", "chf", "cad", "aud", "krw", "inr",
            "brl", "mxn", "cny", "rmb", "sol", "bnb", "ada", "xrp", "doge", "shib", "pepe", "ape", "matic", "pol",
            "avax", "arb", "op", "link", "uni", "ltc", "etc", "bch", "dot", "atom", "ftm", "near", "trx", "ton", "xtz",
            "apt", "sui", "steth", "wsteth", "reth", "cbeth", "meth", "beth", "frxeth", "ethw", "ethf", "sats", "sat");

    private static final Set<String> FIAT =
            Set.of("USD", "EUR", "GBP", "JPY", "CHF", "CAD", "AUD", "KRW", "INR", "BRL", "MXN", "CNY", "RMB");

    private Units() {}

    static boolean isUnit(String word) {
        return NAMED.containsKey(word) || CODES.contains(word);
    }

    static Optional<Unit> find(String word) {
        Unit named = NAMED.get(word);
        if (named != null) {
            return Optional.of(named);
        }
        return CODES.contains(word)
                ? Optional.of(new Unit(word.toUpperCase(java.util.Locale.ROOT), 0))
                : Optional.empty();
    }

    static boolean isFiat(String code) {
        return FIAT.contains(code);
    }
}
