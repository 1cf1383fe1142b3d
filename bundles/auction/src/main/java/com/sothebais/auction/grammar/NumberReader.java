package com.sothebais.auction.grammar;

import com.sothebais.auction.grammar.Token.Kind;

/** Cuts numbers. What is glued to a number is part of it, and makes it a bad one unless it is known. */
final class NumberReader {
    private static final int HASH_DIGITS = 64;
    private static final int ADDRESS_DIGITS = 40;
    private static final int NUMBER_DIGITS_MAX = 16;
    private static final int SUFFIX_MAX = 4;
    private static final String GLUE = "·•*^×÷\\|";
    private static final String[] LABELS = {
        "st", "nd", "rd", "th", "h", "hr", "hrs", "d", "s", "sec", "min", "mins", "pm", "am"
    };

    private final Cursor in;

    NumberReader(Cursor in) {
        this.in = in;
    }

    /** ".5" and ",5" behind nothing that they could end. */
    boolean startsDecimal() {
        char c = in.peek(0);
        return (c == '.' || c == ',')
                && Characters.isDigit(in.peek(1))
                && !Characters.isWordPart(in.peek(-1))
                && (in.peek(-1) != '.' || c == ',');
    }

    void read() {
        if (in.peek(0) == '0' && (in.peek(1) == 'x' || in.peek(1) == 'X')) {
            hex();
            return;
        }
        int from = in.at();
        boolean gluedToWord = Characters.isLetter(in.peek(-1))
                && !Characters.isRun(in.peek(-1))
                && in.last() != null
                && !in.last().is(Kind.SIGN);
        in.move(Numbers.end(in.text(), in.length(), from));
        Flaw flaw = gluedToWord ? Flaw.CLARIFY : null;
        int end = in.at();
        char next = in.peek(0);
        if (next == ' ' || in.atEnd()) {
            add(Kind.NUMBER, from, end, flaw);
        } else if (in.isName()) {
            in.move(end + 4);
            in.add(Kind.ENS, from, in.at());
        } else if (Characters.isLetter(next) && !in.isRun()) {
            suffixed(from, flaw);
        } else if (next == ':' && Characters.isDigit(in.peek(1))) {
            while (Characters.isDigit(in.peek(0)) || in.peek(0) == ':') {
                in.move(in.at() + 1);
            }
            in.add(Kind.LABEL, from, in.at());
        } else {
            Flaw rubbish = rubbish();
            add(Kind.NUMBER, from, in.at(), rubbish == null ? flaw : rubbish);
        }
    }

    /** Letters behind the digits: a unit, a thousand or a million, an ordinal, or something that spoils the number. */
    private void suffixed(int from, Flaw flaw) {
        int letters = in.at();
        in.skipWord();
        int end = in.at();
        if (Vocabulary.find(in.text(), letters, end).unit() != null) {
            in.move(letters);
            add(Kind.NUMBER, from, letters, flaw);
        } else if (isSuffix(letters, "k") || isSuffix(letters, "m")) {
            add(Kind.NUMBER, from, end, flaw);
        } else if (isLabel(letters)) {
            in.add(Kind.LABEL, from, end);
        } else if (isSuffix(letters, "x")) {
            add(Kind.NUMBER, from, end, Flaw.UNSUPPORTED_RELATIVE);
        } else if (Scripts.areLookAlikes(in.text(), letters, end)) {
            in.move(Numbers.end(in.text(), in.length(), end));
            in.skipWord();
            add(Kind.NUMBER, from, in.at(), Flaw.CONFUSABLE);
        } else {
            skipExponent(letters);
            add(Kind.NUMBER, from, in.at(), Flaw.BAD_NUMBER);
        }
    }

    /** "1e-2" is one number, and none that is read. */
    private void skipExponent(int letters) {
        boolean sign = in.peek(0) == '-' || in.peek(0) == '+';
        if (isSuffix(letters, "e") && sign && Characters.isDigit(in.peek(1))) {
            in.move(Numbers.end(in.text(), in.length(), in.at() + 1));
        }
    }

    /** "2..5", "2*10", "2·5", "2.l": swallows what is glued to the number and says what it makes of it. */
    private Flaw rubbish() {
        char c = in.peek(0);
        int end = in.at();
        if (GLUE.indexOf(c) >= 0 && Characters.isWordPart(in.peek(1))) {
            in.skipToSpace();
            return Flaw.BAD_NUMBER;
        }
        if (c != '.' && c != ',') {
            return null;
        }
        while (in.peek(0) == '.' || in.peek(0) == ',') {
            in.move(in.at() + 1);
        }
        int behind = in.at();
        if (Characters.isDigit(in.peek(0))) {
            in.move(Numbers.end(in.text(), in.length(), behind));
            return Flaw.BAD_NUMBER;
        }
        in.skipWord();
        if (in.at() > behind && behind == end + 1 && Scripts.areLookAlikes(in.text(), behind, in.at())) {
            return Flaw.CONFUSABLE;
        }
        in.move(end);
        return null;
    }

    private void hex() {
        int from = in.at();
        in.move(from + 2);
        in.skipWord();
        int digits = in.at() - from - 2;
        boolean clean = isHex(in.text(), from + 2, in.at());
        if (clean && digits == HASH_DIGITS) {
            in.add(Kind.TX_HASH, from, in.at());
        } else if (clean && digits == ADDRESS_DIGITS) {
            in.add(Kind.ADDRESS, from, in.at());
        } else if (clean && digits > NUMBER_DIGITS_MAX) {
            in.add(Kind.OTHER, from, in.at());
        } else {
            in.add(Kind.NUMBER, from, in.at(), Word.UNKNOWN, Flaw.BAD_NUMBER);
        }
    }

    /** Whether a link ends in the hash of a transaction. */
    static boolean endsInHash(char[] text, int from, int to) {
        int start = to - HASH_DIGITS;
        return start - 2 >= from && text[start - 2] == '0' && text[start - 1] == 'x' && isHex(text, start, to);
    }

    private static boolean isHex(char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = Characters.lower(text[i]);
            if (!Characters.isDigit(c) && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    private boolean isLabel(int letters) {
        if (in.at() - letters <= SUFFIX_MAX) {
            for (String label : LABELS) {
                if (isSuffix(letters, label)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isSuffix(int letters, String suffix) {
        if (in.at() - letters != suffix.length()) {
            return false;
        }
        for (int i = 0; i < suffix.length(); i++) {
            if (Characters.lower(in.text()[letters + i]) != suffix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void add(Kind kind, int from, int to, Flaw flaw) {
        Flaw found = flaw;
        if (in.folded().mixesDigits(from, to)) {
            found = Flaw.MIXED_DIGITS;
        }
        if (in.folded().isOdd(from, to)) {
            found = Flaw.CONFUSABLE;
        }
        in.add(kind, from, to, Word.UNKNOWN, found);
    }
}
