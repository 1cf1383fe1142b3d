package com.sothebais.auction.grammar;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Locale;
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
            return exponent == 0 ? value : value.scaleByPowerOfTen(exponent);
        }

        /** Whether there is nothing smaller, so that a fraction of it is no money. */
        boolean isSmallest() {
            return exponent == SMALLEST;
        }
    }

    private static final int SMALLEST = -18;

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
            Map.entry("finney", new Unit("ETH", -3)),
            Map.entry("szabo", new Unit("ETH", -6)),
            Map.entry("gwei", new Unit("ETH", -9)),
            Map.entry("mwei", new Unit("ETH", -12)),
            Map.entry("kwei", new Unit("ETH", -15)),
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
            Map.entry("satoshi", new Unit("BTC", -8)),
            Map.entry("satoshis", new Unit("BTC", -8)),
            Map.entry("sat", new Unit("BTC", -8)),
            Map.entry("sats", new Unit("BTC", -8)),
            Map.entry("solana", new Unit("SOL", 0)),
            Map.entry("lamports", new Unit("SOL", -9)),
            Map.entry("イーサリアム", new Unit("ETH", 0)),
            Map.entry("이더리움", new Unit("ETH", 0)),
            Map.entry("эфира", new Unit("ETH", 0)),
            Map.entry("एथ", new Unit("ETH", 0)),
            Map.entry("إيثر", new Unit("ETH", 0)),
            Map.entry("円", new Unit("JPY", 0)),
            Map.entry("元", new Unit("CNY", 0)),
            Map.entry("원", new Unit("KRW", 0)),
            Map.entry("₽", new Unit("RUB", 0)),
            Map.entry("₺", new Unit("TRY", 0)),
            Map.entry("rupees", new Unit("INR", 0)),
            Map.entry("reais", new Unit("BRL", 0)),
            Map.entry("pesos", new Unit("MXN", 0)),
            Map.entry("dólares", new Unit("USD", 0)),
            Map.entry("dolares", new Unit("USD", 0)),
            Map.entry("рублей", new Unit("RUB", 0)));

    private static final Set<String> CODES = Set.of(
            "weth", "wbtc", "btc", "usdc", "usdt", "dai", "usd", "eur", "gbp", "jpy", "chf", "cad", "aud", "krw", "inr",
            "brl", "mxn", "cny", "rmb", "sol", "bnb", "ada", "xrp", "doge", "shib", "pepe", "ape", "matic", "pol",
            "avax", "arb", "op", "link", "uni", "ltc", "etc", "bch", "dot", "atom", "ftm", "near", "trx", "ton", "xtz",
            "apt", "sui", "steth", "wsteth", "reth", "cbeth", "meth", "beth", "frxeth", "ethw", "ethf");

    private static final Set<String> FIAT = Set.of(
            "USD", "EUR", "GBP", "JPY", "CHF", "CAD", "AUD", "KRW", "INR", "BRL", "MXN", "CNY", "RMB", "RUB", "TRY");

    private Units() {}

    /** Every name, lower case. */
    static Set<String> names() {
        Set<String> names = new HashSet<>(NAMED.keySet());
        names.addAll(CODES);
        return names;
    }

    static Optional<Unit> find(String word) {
        Unit named = NAMED.get(word);
        if (named != null) {
            return Optional.of(named);
        }
        return CODES.contains(word) ? Optional.of(new Unit(word.toUpperCase(Locale.ROOT), 0)) : Optional.empty();
    }

    static boolean isFiat(String code) {
        return FIAT.contains(code);
    }
}
