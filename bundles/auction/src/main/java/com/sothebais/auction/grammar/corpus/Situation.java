package com.sothebais.auction.grammar.corpus;

import com.sothebais.api.money.Currency;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.AccountId;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.PostId;
import com.sothebais.api.social.Relation;
import com.sothebais.auction.grammar.Context;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where and by whom a post of the corpus was made. What its {@code context} cell does not say is as in the default: the lot takes
 * ETH, the price is 2 ETH, the host is {@code @host} and is mentioned.
 *
 * @param marks what differs
 * @param currencies what the lot takes
 * @param price the current price in the first of them
 * @param unknown parts of the cell that mean nothing to us; they change nothing
 */
public record Situation(Set<Mark> marks, List<Currency> currencies, BigDecimal price, List<String> unknown) {
    static final Account HOST = new Account(new AccountId("corpus", "host"), "host", "The Host");

    private static final Account ALICE = new Account(new AccountId("corpus", "7"), "alice", "Alice");
    private static final PostId LOT_POST = new PostId("corpus", "lot-post");
    private static final PostId POST = new PostId("corpus", "post");
    private static final BigDecimal DEFAULT_PRICE = BigDecimal.valueOf(2);
    private static final int DEFAULT_DECIMALS = 18;
    private static final Map<String, Integer> DECIMALS = Map.of(
            "USDC", 6, "USDT", 6, "WBTC", 8, "BTC", 8, "SOL", 9, "XTZ", 6, "USD", 2, "EUR", 2, "GBP", 2, "JPY", 0);

    /** What a context cell can say besides currencies and price. */
    public enum Mark {
        REPLY_TO_LOT,
        NO_MENTION,
        QUOTE_OF_LOT,
        QUOTE_OTHER,
        RETWEET,
        EDIT_OF,
        DUPLICATE_ID,
        AUTHOR_IS_HOST,
        AUTHOR_IS_LEADER,
        AUTHOR_UNLINKED,
        AFTER_CLOSE
    }

    public Situation {
        marks = Set.copyOf(marks);
        currencies = List.copyOf(currencies);
        unknown = List.copyOf(unknown);
    }

    /** Reads a context cell. Fails with {@link IllegalArgumentException} when a setting has no readable value. */
    public static Situation of(String cell) {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        List<Currency> currencies = List.of(Currency.ETH);
        BigDecimal price = DEFAULT_PRICE;
        List<String> unknown = new ArrayList<>();
        for (String part : parts(cell)) {
            int equals = part.indexOf('=');
            String name = (equals < 0 ? part : part.substring(0, equals)).strip();
            String value = equals < 0 ? "" : part.substring(equals + 1).strip();
            Optional<Mark> mark = mark(name);
            if (mark.isPresent()) {
                marks.add(mark.get());
            } else if (name.equals("accepts")) {
                currencies = currencies(value);
            } else if (name.equals("high")) {
                price = price(value);
            } else if (!name.isEmpty()) {
                unknown.add(part);
            }
        }
        return new Situation(marks, currencies, price, unknown);
    }

    boolean has(Mark mark) {
        return marks.contains(mark);
    }

    public Context context() {
        return new Context(currencies, Optional.of(price), has(Mark.REPLY_TO_LOT), Set.of(HOST.handle()));
    }

    Post post(String text) {
        return new Post(
                POST, has(Mark.AUTHOR_IS_HOST) ? HOST : ALICE, text, Instant.EPOCH, relation(), !has(Mark.NO_MENTION));
    }

    private Relation relation() {
        if (has(Mark.RETWEET)) {
            return Relation.to(Relation.Kind.REPOST, LOT_POST, HOST.id());
        }
        if (has(Mark.EDIT_OF)) {
            return Relation.to(Relation.Kind.EDIT, LOT_POST, ALICE.id());
        }
        if (has(Mark.QUOTE_OTHER)) {
            return Relation.to(Relation.Kind.QUOTE, LOT_POST, ALICE.id());
        }
        if (has(Mark.QUOTE_OF_LOT)) {
            return Relation.to(Relation.Kind.QUOTE, LOT_POST, HOST.id());
        }
        return has(Mark.REPLY_TO_LOT) ? Relation.to(Relation.Kind.REPLY, LOT_POST, HOST.id()) : Relation.ORIGINAL;
    }

    /** Splits at semicolons outside single quotes: {@code edit_of='bid 2; eth'} is one part. */
    private static List<String> parts(String cell) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            quoted ^= c == '\'';
            if (c == ';' && !quoted) {
                parts.add(cell.substring(from, i).strip());
                from = i + 1;
            }
        }
        parts.add(cell.substring(from).strip());
        return parts;
    }

    private static Optional<Mark> mark(String name) {
        for (Mark mark : Mark.values()) {
            if (mark.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(mark);
            }
        }
        return Optional.empty();
    }

    private static List<Currency> currencies(String value) {
        List<Currency> currencies = new ArrayList<>();
        for (String code : value.split(",")) {
            if (code.isBlank()) {
                throw new IllegalArgumentException("accepts names no currency: accepts=" + value);
            }
            String name = code.strip().toUpperCase(Locale.ROOT);
            currencies.add(new Currency(name, DECIMALS.getOrDefault(name, DEFAULT_DECIMALS)));
        }
        return currencies;
    }

    private static BigDecimal price(String value) {
        try {
            return new BigDecimal(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("high is no number: high=" + value, e);
        }
    }
}
