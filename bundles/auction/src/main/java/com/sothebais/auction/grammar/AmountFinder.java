package com.sothebais.auction.grammar;

import com.sothebais.auction.grammar.Amount.Sign;
import com.sothebais.auction.grammar.Token.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds the amounts of money in a post; numbers of lots and tokens are none. */
final class AmountFinder {
    private static final int GROUP = 3;
    private static final int CODE_LEAST = 3;
    private static final int SIGNS = Kind.mask(Kind.PLUS, Kind.MINUS, Kind.DASH, Kind.TILDE);

    private final char[] text;
    private final List<Token> tokens;
    private final Labels labels;

    private int from;
    private int to;
    private Flaw flaw;
    private Units.Unit unit;
    private Sign sign;

    private AmountFinder(char[] text, List<Token> tokens, Labels labels) {
        this.text = text;
        this.tokens = tokens;
        this.labels = labels;
    }

    static List<Amount> find(char[] text, List<Token> tokens, Labels labels) {
        List<Amount> amounts = null;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is(Kind.NUMBER) && !labels.isLabel(i)) {
                amounts = amounts == null ? new ArrayList<>(2) : amounts;
                int floor =
                        amounts.isEmpty() ? 0 : amounts.get(amounts.size() - 1).to();
                amounts.add(new AmountFinder(text, tokens, labels).at(i, floor));
                i = amounts.get(amounts.size() - 1).to() - 1;
            }
        }
        return amounts == null ? List.of() : amounts;
    }

    /** @param floor behind the amount before */
    private Amount at(int number, int floor) {
        from = number;
        to = number + 1;
        flaw = tokens.get(number).flaw();
        sign = Sign.NONE;
        group(number);
        if (flaw == null && number > 0 && tokens.get(number - 1).is(Role.NUMBERED)) {
            // "lot 5 eth": five ETH, or the lot with that number?
            flaw = Flaw.CLARIFY;
        }
        unitBehind();
        unitBefore(floor);
        signBefore(floor);
        if (to < tokens.size()
                && (tokens.get(to).is(Kind.PERCENT) || tokens.get(to).is(Role.PERCENT))) {
            sign = Sign.PERCENT;
            to++;
        }
        if (flaw == Flaw.UNSUPPORTED_RELATIVE && unit != null) {
            flaw = Flaw.BAD_NUMBER;
        }
        return valued(tokens.get(number));
    }

    /** "1 000" is a thousand or two numbers. */
    private void group(int number) {
        if (flaw == null && tokens.get(number).to() - tokens.get(number).from() <= GROUP) {
            while (to < tokens.size() && isGroup(tokens.get(to))) {
                flaw = Flaw.AMBIGUOUS_SEPARATOR;
                to++;
            }
        }
    }

    private boolean isGroup(Token token) {
        boolean three = token.is(Kind.NUMBER) && token.to() - token.from() == GROUP;
        for (int i = token.from(); three && i < token.to(); i++) {
            three = Characters.isDigit(text[i]);
        }
        return three && !labels.isLabel(to);
    }

    private void unitBehind() {
        int at = to;
        if (at + 1 < tokens.size() && tokens.get(at).is(Role.COUNTER)) {
            at++;
        }
        boolean variant = at + 1 < tokens.size() && tokens.get(at).is(Role.VARIANT);
        Units.Unit found = at < tokens.size() ? unitAt(variant ? at + 1 : at) : null;
        if (found == null || startsNext(variant ? at + 1 : at)) {
            return;
        }
        unit = found;
        to = variant ? at + 2 : at + 1;
        if (flaw == null) {
            flaw = tokens.get(to - 1).flaw();
        }
        if (variant || isOtherBehind()) {
            flaw = Flaw.AMBIGUOUS_CURRENCY;
        }
    }

    /** "eth classic", "eth/weth", "usdc eth". */
    private boolean isOtherBehind() {
        if (to >= tokens.size()) {
            return false;
        }
        Token next = tokens.get(to);
        if (next.is(Role.VARIANT)) {
            return true;
        }
        boolean or = next.is(Role.OR) || next.is(Kind.OTHER) && text[next.from()] == '/';
        int at = or ? to + 1 : to;
        if (at >= tokens.size() || !tokens.get(at).isUnit() || startsNext(at)) {
            return false;
        }
        boolean other = !unitAt(at).code().equals(unit.code());
        to = at + 1;
        return other;
    }

    /** Whether the sign there belongs to the number behind it: "3 eth $4". */
    private boolean startsNext(int at) {
        return tokens.get(at).is(Kind.SIGN)
                && at + 1 < tokens.size()
                && tokens.get(at + 1).is(Kind.NUMBER)
                && tokens.get(at + 1).glued();
    }

    private void unitBefore(int floor) {
        if (from <= floor || !tokens.get(from - 1).isUnit()) {
            return;
        }
        Units.Unit before = unitAt(from - 1);
        if (flaw == null) {
            flaw = unit != null && !unit.equals(before)
                    ? Flaw.AMBIGUOUS_CURRENCY
                    : tokens.get(from - 1).flaw();
        }
        unit = unit == null ? before : unit;
        from--;
    }

    private void signBefore(int floor) {
        if (from == 0) {
            return;
        }
        Token before = tokens.get(from - 1);
        boolean between = from == floor + 1 && floor > 0;
        if (between && before.is(Role.RANGE)) {
            sign = Sign.RANGE;
        } else if (before.isAny(SIGNS)) {
            if (before.is(Kind.PLUS)) {
                sign = Sign.PLUS;
            } else if (between) {
                sign = Sign.RANGE;
            } else if (flaw == null) {
                flaw = minus(before, tokens.get(from));
            }
            from--;
        }
    }

    /** A minus counts only where it can be nothing else; dashes also join, and begin lists. */
    private static Flaw minus(Token sign, Token number) {
        return sign.is(Kind.MINUS) && !sign.glued() && number.glued() ? Flaw.NEGATIVE : Flaw.CLARIFY;
    }

    private Amount valued(Token number) {
        String code = unit == null ? null : unit.code();
        if (flaw != null) {
            return new Amount(from, to, null, code, flaw, sign);
        }
        Numbers.Value parsed = Numbers.parse(text, number.from(), number.to());
        if (parsed.flaw() != null) {
            return new Amount(from, to, null, code, parsed.flaw(), sign);
        }
        BigDecimal value = unit == null ? parsed.value() : unit.toCurrency(parsed.value());
        boolean broken = unit != null
                && unit.isSmallest()
                && parsed.value().stripTrailingZeros().scale() > 0;
        return new Amount(from, to, value, code, broken ? Flaw.BAD_NUMBER : null, sign);
    }

    /** The money that a token names: also a code in capitals that nobody knows, so that it is never taken for ether. */
    private Units.Unit unitAt(int i) {
        Token token = tokens.get(i);
        if (token.isUnit()) {
            return token.word().unit() != null ? token.word().unit() : unknown(token);
        }
        boolean unknownCode =
                token.is(Kind.CAPITALS) && !token.word().isKnown() && token.to() - token.from() >= CODE_LEAST;
        return unknownCode ? unknown(token) : null;
    }

    private Units.Unit unknown(Token token) {
        String code = new String(text, token.from(), token.to() - token.from()).toUpperCase(Locale.ROOT);
        return new Units.Unit(code, 0);
    }
}
