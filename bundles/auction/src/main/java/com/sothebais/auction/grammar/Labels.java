package com.sothebais.auction.grammar;

import com.sothebais.auction.grammar.Token.Kind;
import java.util.BitSet;
import java.util.List;

/** The numbers of a post that name a thing, such as a lot or a token, and are no money. */
final class Labels {
    private static final int DIGITS_MAX = 6;
    private static final long COUNTED = Role.mask(Role.COUNTER, Role.PERCENT);
    private static final long NAMES = Role.mask(Role.LOT, Role.LOTS);
    private static final long BEFORE_HASH = Role.mask(Role.LINK, Role.LEAD, Role.VERB, Role.OBJECT, Role.TAIL);
    private static final Labels NONE = new Labels(new char[0], List.of());

    private final char[] text;
    private final List<Token> tokens;
    private final BitSet found = new BitSet();

    private Labels(char[] text, List<Token> tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    /** @param roles everything that the words of the post can do */
    static Labels of(char[] text, List<Token> tokens, long roles) {
        if ((roles & (NAMES | Role.ORDINAL.bit())) == 0) {
            return NONE;
        }
        Labels labels = new Labels(text, tokens);
        boolean several = false;
        for (int i = 0; i < tokens.size(); i++) {
            several |= tokens.get(i).is(Role.LOTS);
            if (labels.isNamed(i) || several && labels.continues(i)) {
                labels.found.set(i);
            }
        }
        return labels;
    }

    boolean isLabel(int i) {
        return this != NONE && found.get(i);
    }

    /** A number of digits only, without money behind it, where a lot's number can stand. */
    private boolean isNumber(int i) {
        Token token = tokens.get(i);
        if (!token.is(Kind.NUMBER)) {
            return false;
        }
        boolean priced = i + 1 < tokens.size()
                && (tokens.get(i + 1).isUnit()
                        || tokens.get(i + 1).is(Kind.PERCENT)
                        || tokens.get(i + 1).isAny(COUNTED)
                        || tokens.get(i + 1).is(Role.VARIANT));
        return !priced && areDigits(token.from(), token.to());
    }

    private boolean isNamed(int i) {
        if (!isNumber(i)) {
            return false;
        }
        int before = i - 1;
        if (before >= 1
                && tokens.get(before).is(Kind.STOP)
                && tokens.get(before - 1).is(Role.ORDINAL)) {
            before--;
        }
        boolean ordinal = before >= 1
                && tokens.get(before).is(Role.ORDINAL)
                && tokens.get(before - 1).isAny(NAMES);
        boolean counted = i + 1 < tokens.size()
                && tokens.get(i + 1).is(Role.ORDINAL)
                && tokens.get(i + 1).glued();
        return ordinal || counted || before >= 0 && tokens.get(before).isAny(NAMES);
    }

    /** "lots 7 and 8". */
    private boolean continues(int i) {
        return isNumber(i)
                && i >= 2
                && found.get(i - 2)
                && (tokens.get(i - 1).is(Role.AND) || tokens.get(i - 1).is(Kind.COMMA));
    }

    /** The lot that a post names: -1 for none, -2 for several. */
    static int lot(char[] text, List<Token> tokens, Labels labels) {
        int lot = -1;
        for (int i = 0; i < tokens.size(); i++) {
            int number = labels.lotAt(text, tokens, i);
            if (number >= 0 && number != lot) {
                lot = lot == -1 ? number : -2;
                if (lot == -2) {
                    return lot;
                }
            }
        }
        return lot;
    }

    private int lotAt(char[] text, List<Token> tokens, int i) {
        Token token = tokens.get(i);
        if (token.is(Kind.HASH_NUMBER)) {
            return isLotHash(tokens, i) ? value(text, token.from() + 1, token.to()) : -1;
        }
        return isLabel(i) && isLotName(i) ? value(text, token.from(), token.to()) : -1;
    }

    /** "#7" after a word that is no name of a thing: "Sunset #1042" is a token. */
    private static boolean isLotHash(List<Token> tokens, int i) {
        Token before = i == 0 ? null : tokens.get(i - 1);
        return before == null
                || !before.isWord()
                || before.isUnit()
                || before.is(Role.NUMBERED)
                || before.isAny(BEFORE_HASH);
    }

    private boolean isLotName(int i) {
        for (int at = i - 1; at >= 0 && at >= i - 3; at--) {
            Token token = tokens.get(at);
            if (token.is(Role.NUMBERED) || token.is(Role.LOTS)) {
                return true;
            }
            if (token.isWord() && !token.is(Role.ORDINAL) && !token.is(Role.AND)) {
                return false;
            }
        }
        return continues(i);
    }

    private static int value(char[] text, int from, int to) {
        if (to == from || to - from > DIGITS_MAX) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + (text[i] - '0');
        }
        return value;
    }

    private boolean areDigits(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Characters.isDigit(text[i])) {
                return false;
            }
        }
        return true;
    }
}
