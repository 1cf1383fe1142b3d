package com.sothebais.auction.grammar;

import com.sothebais.auction.grammar.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a folded post into tokens; one pass from left to right, linear. One instance per post. Longer than our files should be: the
 * cases share one position, and apart from each other nobody could see that each moves it forward.
 */
final class Tokenizer {
    private static final String OPENING_QUOTES = "\"“„«‘‹「『";
    private static final String CLOSING_QUOTES = "\"”“»’›」』";
    private static final String STOPS = ".!;\n。！";
    private static final String LOOK_ALIKES = "oOlIiSsBZz|";
    private static final int HASH_DIGITS = 64;
    private static final int ADDRESS_DIGITS = 40;

    private final Folded folded;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final int lastGreater;
    private int nextClosingTag = -1;
    private int at;
    private char quote;
    private boolean quotedLine;

    private Tokenizer(Folded folded) {
        this.folded = folded;
        this.text = folded.text();
        this.lastGreater = text.lastIndexOf('>');
    }

    static List<Token> tokens(Folded folded) {
        return new Tokenizer(folded).run();
    }

    private List<Token> run() {
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (c == ' ') {
                at++;
            } else if (c == '\n') {
                quotedLine = false;
                single(Kind.STOP);
            } else if (Character.isDigit(c) || Numbers.isFraction((char) c) || startsDecimal()) {
                number();
            } else if (Character.isLetter(c) || c == '_' || Character.getType(c) == Character.NON_SPACING_MARK) {
                word(Character.charCount(c));
            } else {
                mark(c);
            }
        }
        return tokens;
    }

    private boolean startsDecimal() {
        return (peek(0) == '.' || peek(0) == ',') && isDigit(peek(1)) && !isWordChar(peek(-1)) && peek(-1) != '.';
    }

    private void number() {
        int from = at;
        Flaw flaw = null;
        if (peek(0) == '0' && (peek(1) == 'x' || peek(1) == 'X')) {
            hex();
            return;
        }
        at = Numbers.end(text, at);
        int end = at;
        Kind kind = Kind.NUMBER;
        if (Character.isLetter(peek(0)) && !isRun(text.codePointAt(at))) {
            int letters = at;
            while (isWordChar(peek(0)) && !isRun(text.codePointAt(at))) {
                at++;
            }
            String tail = text.substring(letters, at);
            String lower = tail.toLowerCase(Locale.ROOT);
            if (lower.equals("k") || lower.equals("m")) {
                end = at;
            } else if (Units.isUnit(lower)) {
                at = letters;
            } else if (lower.equals("st") || lower.equals("nd") || lower.equals("rd") || lower.equals("th")) {
                kind = Kind.LABEL;
            } else {
                end = at;
                flaw = allLookAlike(tail) ? Flaw.CONFUSABLE : Flaw.BAD_NUMBER;
            }
        } else if (peek(0) == ':' && isDigit(peek(1))) {
            while (isDigit(peek(0)) || peek(0) == ':') {
                at++;
            }
            kind = Kind.LABEL;
        } else if (text.regionMatches(true, end, ".eth", 0, 4) && !isWordChar(peek(4))) {
            at += 4;
            add(Kind.ENS, from, at, null);
            return;
        }
        if (folded.mixesDigits(from, end)) {
            flaw = Flaw.MIXED_DIGITS;
        }
        if (folded.isOdd(from, at) || lookAlikeBefore(from)) {
            flaw = Flaw.CONFUSABLE;
        }
        tokens.add(
                new Token(kind, text.substring(from, end).toLowerCase(Locale.ROOT), isGlued(from), isQuoted(), flaw));
    }

    private void hex() {
        int from = at;
        at += 2;
        while (isWordChar(peek(0))) {
            at++;
        }
        int length = at - from - 2;
        boolean digits = text.substring(from + 2, at).chars().allMatch(c -> Character.digit(c, 16) >= 0);
        if (digits && length == HASH_DIGITS) {
            add(Kind.TX_HASH, from, at, null);
        } else if (digits && length == ADDRESS_DIGITS) {
            add(Kind.ADDRESS, from, at, null);
        } else {
            add(Kind.NUMBER, from, at, Flaw.BAD_NUMBER);
        }
    }

    /** "l.5": the letters before the point stand for digits. */
    private boolean lookAlikeBefore(int from) {
        if (tokens.isEmpty() || !isGlued(from)) {
            return false;
        }
        Token before = tokens.get(tokens.size() - 1);
        return (before.is(Kind.WORD) || before.is(Kind.CAPITALS)) && allLookAlike(before.text());
    }

    private void word(int first) {
        int from = at;
        if (isRun(text.codePointAt(at))) {
            run(from);
            return;
        }
        if ((peek(0) == 'Ξ' || peek(0) == 'ξ') && !Character.isLetter(peek(1))) {
            single(Kind.SIGN);
            return;
        }
        at += first;
        while (isWordChar(peek(0)) && !(at < text.length() && isRun(text.codePointAt(at)))
                || (peek(0) == '\'' || peek(0) == '-')
                        && Character.isLetter(peek(-1))
                        && Character.isLetter(peek(1))
                        && !isUnitBefore(from)) {
            at++;
        }
        String written = text.substring(from, at);
        if (written.equalsIgnoreCase("http") || written.equalsIgnoreCase("https") || written.equalsIgnoreCase("www")) {
            if (peek(0) == '.' || text.startsWith("://", at)) {
                toSpace();
                add(Kind.LINK, from, at, null);
                return;
            }
        }
        if (text.regionMatches(true, at, ".eth", 0, 4) && !isWordChar(peek(4))) {
            at += 4;
            add(Kind.ENS, from, at, null);
            return;
        }
        if (peek(0) == '.' && isDigit(peek(1)) && allLookAlike(written)) {
            int end = Numbers.end(text, at);
            at = end;
            add(Kind.NUMBER, from, end, Flaw.CONFUSABLE);
            return;
        }
        Flaw flaw = folded.isOdd(from, at) || Scripts.isMixed(written) || Scripts.imitatesKnownWord(written)
                ? Flaw.CONFUSABLE
                : null;
        boolean capitals =
                written.length() > 1 && written.length() <= 6 && written.chars().allMatch(c -> c >= 'A' && c <= 'Z');
        add(capitals ? Kind.CAPITALS : Kind.WORD, from, at, flaw);
    }

    private boolean isUnitBefore(int from) {
        return Units.isUnit(text.substring(from, Math.min(at, from + 12)).toLowerCase(Locale.ROOT));
    }

    /** Text of a script without spaces: known words are found inside, longest first. */
    private void run(int from) {
        int end = from;
        while (end < text.length() && isRun(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        while (at < end) {
            int length = Math.min(Vocabulary.RUN_WORD_MAX, end - at);
            while (length > 1 && !Vocabulary.WORDS.knows(text.substring(at, at + length))) {
                length--;
            }
            if (length == 1) {
                length = Character.charCount(text.codePointAt(at));
            }
            at += length;
            boolean asks = "吗嗎".contains(text.substring(at - length, at));
            add(
                    asks ? Kind.QUESTION : Kind.WORD,
                    at - length,
                    at,
                    folded.isOdd(at - length, at) ? Flaw.CONFUSABLE : null);
        }
    }

    private void mark(int c) {
        int from = at;
        if (quoteMark((char) c)) {
            at++;
        } else if (c == '<' && peek(1) == '3' && !isWordChar(peek(2)) && peek(2) != '.') {
            at += 2;
            add(Kind.EMOJI, from, at, null);
        } else if (c == ':' && peek(1) == ')' || c == ';' && peek(1) == ')') {
            at += 2;
            add(Kind.EMOJI, from, at, null);
        } else if (c == '<' && (Character.isLetter(peek(1)) || peek(1) == '/') && lastGreater > at) {
            markup(from);
        } else if (c == '>' && (tokens.isEmpty() || peek(-1) == '\n')) {
            quotedLine = true;
            at++;
        } else if (c == '@' && isWordChar(peek(1))) {
            named(Kind.MENTION, from);
        } else if (c == '#' && isDigit(peek(1))) {
            at++;
            while (isDigit(peek(0))) {
                at++;
            }
            add(Kind.HASH_NUMBER, from, at, null);
        } else if (c == '#' && isWordChar(peek(1))) {
            hashtag(from);
        } else if (c == '$' && Character.isLetter(peek(1))) {
            at++;
            from = at;
            while (isWordChar(peek(0))) {
                at++;
            }
            add(Kind.SIGN, from, at, folded.isOdd(from, at) ? Flaw.CONFUSABLE : null);
        } else if ((c == '/' || c == '!') && Character.isLetter(peek(1)) && !isWordChar(peek(-1))) {
            command(from);
        } else if (Units.isUnit(Character.toString(c).toLowerCase(Locale.ROOT))) {
            single(Kind.SIGN);
        } else {
            at += Character.charCount(c);
            add(kindOf(c), from, at, null);
        }
    }

    /** {@code /bid} and {@code !bid} are the word; {@code /s} keeps its slash, it is a tone mark. */
    private void command(int from) {
        int end = at + 1;
        while (end < text.length() && isWordChar(text.charAt(end))) {
            end++;
        }
        String tagged = text.substring(from, end).toLowerCase(Locale.ROOT);
        if (Vocabulary.WORDS.knows(tagged)) {
            at = end;
            add(Kind.WORD, from, end, null);
        } else if (text.charAt(from) == '!') {
            single(Kind.STOP);
            return;
        } else {
            at++;
        }
    }

    private void hashtag(int from) {
        int end = at + 1;
        while (end < text.length() && isWordChar(text.charAt(end))) {
            end++;
        }
        if (Vocabulary.WORDS
                .roles(text.substring(from + 1, end).toLowerCase(Locale.ROOT))
                .contains(Role.VERB)) {
            at++;
        } else {
            at = end;
            add(Kind.HASHTAG, from, end, null);
        }
    }

    private void named(Kind kind, int from) {
        at++;
        while (isWordChar(peek(0))) {
            at++;
        }
        add(kind, from, at, null);
    }

    private void markup(int from) {
        boolean closing = peek(1) == '/';
        at = text.indexOf('>', at) + 1;
        if (!closing && nextClosingTag < at) {
            int found = text.indexOf("</", at);
            nextClosingTag = found < 0 ? Integer.MAX_VALUE : found;
        }
        if (!closing && nextClosingTag != Integer.MAX_VALUE && lastGreater > nextClosingTag) {
            at = text.indexOf('>', nextClosingTag) + 1;
        }
        add(Kind.MARKUP, from, at, null);
    }

    private boolean quoteMark(char c) {
        if (quote != 0) {
            boolean closes = c == '\'' && quote == '\'' && !isWordChar(peek(1))
                    || c != '\'' && quote != '\'' && CLOSING_QUOTES.indexOf(c) >= 0;
            if (closes) {
                quote = 0;
            }
            return closes;
        }
        boolean opens = OPENING_QUOTES.indexOf(c) >= 0
                || c == '\'' && !isWordChar(peek(-1)) && peek(-1) != ')' && isWordChar(peek(1));
        if (opens) {
            quote = c;
        }
        return opens;
    }

    private static Kind kindOf(int c) {
        return switch (c) {
            case '?', '¿', '؟', '⁇', '⁈', '⁉', '❓', '❔' -> Kind.QUESTION;
            case ',', '、', '،' -> Kind.COMMA;
            case ':' -> Kind.COLON;
            case '–', '—', '〜' -> Kind.DASH;
            case '-' -> Kind.MINUS;
            case '+' -> Kind.PLUS;
            case '%' -> Kind.PERCENT;
            case '(', '[', '{' -> Kind.OPEN;
            case ')', ']', '}' -> Kind.CLOSE;
            default ->
                STOPS.indexOf(c) >= 0
                        ? Kind.STOP
                        : Character.getType(c) == Character.OTHER_SYMBOL || c > 0x1F000 ? Kind.EMOJI : Kind.OTHER;
        };
    }

    private void single(Kind kind) {
        int from = at;
        at += Character.charCount(text.codePointAt(at));
        add(kind, from, at, null);
    }

    private void add(Kind kind, int from, int to, Flaw flaw) {
        String lower = text.substring(from, to).toLowerCase(Locale.ROOT);
        tokens.add(new Token(kind, lower, isGlued(from), isQuoted(), flaw));
    }

    private void toSpace() {
        while (at < text.length() && text.charAt(at) != ' ' && text.charAt(at) != '\n') {
            at++;
        }
    }

    private boolean isQuoted() {
        return quote != 0 || quotedLine;
    }

    private boolean isGlued(int from) {
        return from > 0 && text.charAt(from - 1) != ' ' && text.charAt(from - 1) != '\n';
    }

    private char peek(int offset) {
        int index = at + offset;
        return index >= 0 && index < text.length() ? text.charAt(index) : ' ';
    }

    private static boolean allLookAlike(String word) {
        return !word.isEmpty() && word.chars().allMatch(c -> LOOK_ALIKES.indexOf(c) >= 0);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Letters of astral planes come as surrogates, which count as part of the word. */
    private static boolean isWordChar(char c) {
        return Character.isLetterOrDigit(c)
                || c == '_'
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isRun(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, THAI -> true;
            default -> c == 'ー';
        };
    }
}
