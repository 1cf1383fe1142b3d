package com.sothebais.auction.grammar;

import com.sothebais.auction.grammar.Token.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An amount as it stands in a post.
 *
 * @param from first token, its sign and currency included
 * @param to behind the last token
 * @param value in the unit's currency; null with a flaw
 * @param code the currency that was said
 * @param flaw why it is no clear number, or null
 * @param sign how it was introduced
 */
record Amount(int from, int to, BigDecimal value, Optional<String> code, Flaw flaw, Sign sign) {

    /** What stands before a number. */
    enum Sign {
        NONE,
        PLUS,
        /** Second end of a range. */
        RANGE,
        /** Behind it stands a percent sign. */
        PERCENT
    }

    private static final Set<String> LOT_WORDS =
            Set.of("lot", "los", "lote", "lotto", "item", "partij", "лот", "no", "nr");

    boolean isSameAs(Amount other) {
        return value != null
                && other.value != null
                && value.compareTo(other.value) == 0
                && (code.equals(other.code) || code.isEmpty() || other.code.isEmpty());
    }

    /** All amounts of money in the tokens; numbers of lots and tokens are none. */
    static List<Amount> find(List<Token> tokens) {
        List<Amount> amounts = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is(Kind.NUMBER) && !isLabel(tokens, i)) {
                Amount amount = at(
                        tokens,
                        i,
                        amounts.isEmpty() ? 0 : amounts.get(amounts.size() - 1).to());
                amounts.add(amount);
                i = amount.to() - 1;
            }
        }
        return amounts;
    }

    /** The lot that the post names; empty also when it names two. */
    static List<Integer> lots(List<Token> tokens) {
        List<Integer> lots = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            Token before = i == 0 ? null : tokens.get(i - 1);
            boolean named = before != null && LOT_WORDS.contains(before.text());
            boolean lot = token.is(Kind.NUMBER) && isLabel(tokens, i) && named
                    || token.is(Kind.HASH_NUMBER)
                            && (named
                                    || before == null
                                    || !before.is(Kind.WORD) && !before.is(Kind.CAPITALS)
                                    || before.is(Role.LINK)
                                    || before.is(Role.LEAD)
                                    || before.is(Role.VERB));
            String digits = token.text().replace("#", "");
            if (lot && digits.length() <= 6 && digits.chars().allMatch(Character::isDigit)) {
                Integer number = Integer.valueOf(digits);
                if (!lots.contains(number)) {
                    lots.add(number);
                }
            }
        }
        return lots;
    }

    /** "lot 7", "token 1042": a number behind a word for things, unless a currency follows. */
    static boolean isLabel(List<Token> tokens, int i) {
        boolean named = i > 0 && tokens.get(i - 1).is(Role.LOT);
        boolean priced = i + 1 < tokens.size() && tokens.get(i + 1).isUnit();
        return named && !priced && tokens.get(i).text().chars().allMatch(Character::isDigit);
    }

    private static Amount at(List<Token> tokens, int number, int floor) {
        Token token = tokens.get(number);
        int from = number;
        int to = number + 1;
        Flaw flaw = token.flaw();
        if (flaw == null && to < tokens.size() && isGroup(token, tokens.get(to))) {
            flaw = Flaw.AMBIGUOUS_SEPARATOR;
            to++;
        }
        if (flaw == null
                && number > 0
                && LOT_WORDS.contains(tokens.get(number - 1).text())) {
            // "lot 5 eth": five ETH, or the lot with that number?
            flaw = Flaw.CLARIFY;
        }
        Units.Unit unit = null;
        if (to < tokens.size() && unitAt(tokens, to) != null) {
            unit = unitAt(tokens, to);
            flaw = flaw == null && tokens.get(to).flaw() != null
                    ? tokens.get(to).flaw()
                    : flaw;
            to++;
            if (to < tokens.size() && tokens.get(to).is(Role.VARIANT)) {
                flaw = Flaw.AMBIGUOUS_CURRENCY;
            }
        }
        if (from > floor && unitBefore(tokens, from - 1) != null) {
            Units.Unit before = unitBefore(tokens, from - 1);
            flaw = unit != null && !unit.equals(before) && flaw == null ? Flaw.AMBIGUOUS_CURRENCY : flaw;
            unit = unit == null ? before : unit;
            from--;
        }
        Sign sign = Sign.NONE;
        if (from > 0) {
            Token before = tokens.get(from - 1);
            if (before.is(Kind.PLUS)) {
                sign = Sign.PLUS;
                from--;
            } else if (before.is(Kind.MINUS) || before.is(Kind.DASH)) {
                boolean range = from == floor + 1 && floor > 0;
                sign = range ? Sign.RANGE : sign;
                flaw = !range && flaw == null ? minus(before) : flaw;
                from--;
            } else if (before.is(Role.RANGE) && from == floor + 1 && floor > 0) {
                sign = Sign.RANGE;
            }
        }
        if (to < tokens.size() && tokens.get(to).is(Kind.PERCENT)) {
            sign = Sign.PERCENT;
            to++;
        }
        return new Amount(from, to, null, Optional.ofNullable(unit).map(Units.Unit::code), flaw, sign)
                .valued(token.text(), unit);
    }

    private Amount valued(String written, Units.Unit unit) {
        if (flaw != null) {
            return this;
        }
        Numbers.Value parsed = Numbers.parse(written);
        if (parsed.flaw() != null) {
            return new Amount(from, to, null, code, parsed.flaw(), sign);
        }
        BigDecimal value = unit == null ? parsed.value() : unit.toCurrency(parsed.value());
        boolean brokenWei = unit != null
                && unit.exponent() == -18
                && parsed.value().stripTrailingZeros().scale() > 0;
        return new Amount(from, to, value, code, brokenWei ? Flaw.BAD_NUMBER : null, sign);
    }

    private static Flaw minus(Token sign) {
        return sign.is(Kind.MINUS) && !sign.glued() ? Flaw.NEGATIVE : Flaw.CLARIFY;
    }

    /** "1 000" is a thousand or two numbers. */
    private static boolean isGroup(Token first, Token second) {
        return second.is(Kind.NUMBER)
                && second.text().length() == 3
                && first.text().length() <= 3;
    }

    private static Units.Unit unitAt(List<Token> tokens, int i) {
        Token token = tokens.get(i);
        if (token.is(Kind.SIGN) || token.isUnit()) {
            return Units.find(token.text()).orElseGet(() -> unknown(token));
        }
        boolean unknownCode = token.is(Kind.CAPITALS)
                && token.roles().isEmpty()
                && token.text().length() >= 3;
        return unknownCode ? unknown(token) : null;
    }

    private static Units.Unit unitBefore(List<Token> tokens, int i) {
        return tokens.get(i).isUnit() ? unitAt(tokens, i) : null;
    }

    private static Units.Unit unknown(Token token) {
        return new Units.Unit(token.text().toUpperCase(java.util.Locale.ROOT), 0);
    }
}
