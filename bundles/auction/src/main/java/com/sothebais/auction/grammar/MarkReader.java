package com.sothebais.auction.grammar;

import com.sothebais.auction.grammar.Token.Kind;

/** Cuts everything that is neither number nor word: punctuation, quotation marks, mentions, tags, markup, emoji. */
final class MarkReader {
    private static final String OPENING_QUOTES = "\"“„«‘‹「『《";
    private static final String CLOSING_QUOTES = "\"”“»’›」』》";
    private static final long DOUBTFUL = Role.mask(Role.NEGATION, Role.CONDITION, Role.REPORT, Role.JOKE, Role.DOUBT);
    private static final String[] DOUBTS = {
        "not",
        "never",
        "joke",
        "joking",
        "kidding",
        "sarcas",
        "iron",
        "parod",
        "satire",
        "dream",
        "wish",
        "wanna",
        "fake",
        "hypothet"
    };
    private static final Word DOUBT = Vocabulary.find("scam");
    private static final int EMOJI_FROM = 0x1F000;
    private static final int NOT_SEARCHED = -2;
    private static final int NONE = Integer.MAX_VALUE;

    private final Cursor in;
    private final WordReader words;
    private int lastGreater = NOT_SEARCHED;
    private int nextClosingTag = -1;
    private int nextCommentEnd = -1;

    MarkReader(Cursor in, WordReader words) {
        this.in = in;
        this.words = words;
    }

    void read() {
        char c = in.peek(0);
        if (quoteMark(c)) {
            in.move(in.at() + 1);
        } else if (c == '<') {
            less();
        } else if (c == '>' && (in.tokens().isEmpty() || in.peek(-1) == '\n')) {
            in.quoteLine(true);
            in.move(in.at() + 1);
        } else if (c == '@' && Characters.isWordPart(in.peek(1))) {
            mention();
        } else if (c == '#') {
            hash();
        } else if (c == '$' && Characters.isLetter(in.peek(1))) {
            cashtag();
        } else if ((c == '/' || c == '!') && Characters.isLetter(in.peek(1)) && !Characters.isWordPart(in.peek(-1))) {
            command();
        } else if ((c == ':' || c == ';') && in.peek(1) == ')') {
            emoji(2);
        } else {
            symbol(in.codePoint());
        }
    }

    private void symbol(int c) {
        int width = Character.charCount(c);
        Kind kind = kindOf(c);
        if (kind == Kind.OTHER || kind == Kind.EMOJI) {
            Word word = Vocabulary.find(in.text(), in.at(), in.at() + width);
            boolean unit = word.unit() != null && in.peek(1) != '{';
            in.add(unit ? Kind.SIGN : kind, in.at(), in.at() + width, word, null);
        } else {
            in.add(kind, in.at(), in.at() + width);
        }
        in.move(in.at() + width);
    }

    private void emoji(int width) {
        Word word = Vocabulary.find(in.text(), in.at(), in.at() + width);
        in.add(Kind.EMOJI, in.at(), in.at() + width, word, null);
        in.move(in.at() + width);
    }

    /** {@code <3} is a heart, {@code <b>} is markup, anything else compares. */
    private void less() {
        if (in.peek(1) == '3' && !Characters.isWordPart(in.peek(2)) && in.peek(2) != '.') {
            emoji(2);
        } else if (isTagStart(in.peek(1)) && lastGreater() > in.at()) {
            markup();
        } else {
            in.single(Kind.OTHER);
        }
    }

    private static boolean isTagStart(char c) {
        return Characters.isLetter(c) || c == '/' || c == '!';
    }

    /** A tag is one token; what stands between it and the next closing tag is said by nobody. */
    private void markup() {
        int from = in.at();
        boolean opening = Characters.isLetter(in.peek(1));
        if (in.peek(1) == '!' && in.peek(2) == '-' && in.peek(3) == '-') {
            if (nextCommentEnd < from) {
                nextCommentEnd = indexOf("-->", from);
            }
            in.move(nextCommentEnd == NONE ? in.length() : nextCommentEnd + 3);
        } else {
            in.move(indexOf(">", from) + 1);
        }
        in.add(Kind.MARKUP, from, in.at());
        if (opening) {
            if (nextClosingTag < in.at()) {
                nextClosingTag = indexOf("</", in.at());
            }
            if (nextClosingTag != NONE && lastGreater > nextClosingTag) {
                in.markupUntil(nextClosingTag + 1);
            }
        }
    }

    private int lastGreater() {
        if (lastGreater == NOT_SEARCHED) {
            lastGreater = in.length() - 1;
            while (lastGreater >= 0 && in.text()[lastGreater] != '>') {
                lastGreater--;
            }
        }
        return lastGreater;
    }

    private int indexOf(String piece, int from) {
        for (int i = from; i + piece.length() <= in.length(); i++) {
            int matched = 0;
            while (matched < piece.length() && in.text()[i + matched] == piece.charAt(matched)) {
                matched++;
            }
            if (matched == piece.length()) {
                return i;
            }
        }
        return NONE;
    }

    private void mention() {
        int from = in.at();
        in.move(from + 1);
        in.skipWord();
        in.add(Kind.MENTION, from, in.at());
    }

    private void hash() {
        int from = in.at();
        in.move(from + 1);
        if (Characters.isDigit(in.peek(0))) {
            while (Characters.isDigit(in.peek(0))) {
                in.move(in.at() + 1);
            }
            in.add(Kind.HASH_NUMBER, from, in.at());
            return;
        }
        if (in.isRun()) {
            return;
        }
        in.skipWord();
        if (in.at() == from + 1) {
            in.add(Kind.OTHER, from, in.at());
            return;
        }
        Word word = Vocabulary.find(in.text(), from + 1, in.at());
        boolean behindNumber = in.last() != null && in.last().is(Kind.NUMBER);
        if (word.is(Role.VERB) || behindNumber && word.unit() != null) {
            in.move(from + 1);
            words.read();
        } else {
            Word doubt = isDoubtful(from + 1, in.at()) ? DOUBT : Word.UNKNOWN;
            in.add(Kind.HASHTAG, from, in.at(), (word.roles() & DOUBTFUL) != 0 ? word : doubt, null);
        }
    }

    /** "#notreally", "#inmydreams". */
    private boolean isDoubtful(int from, int to) {
        for (int at = from; at < Math.min(to, from + Vocabulary.WORD_MAX); at++) {
            for (String part : DOUBTS) {
                if (Characters.lower(in.text()[at]) == part.charAt(0) && startsWith(part, at, to)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean startsWith(String part, int from, int to) {
        if (from + part.length() > to) {
            return false;
        }
        for (int i = 1; i < part.length(); i++) {
            if (Characters.lower(in.text()[from + i]) != part.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void cashtag() {
        int from = in.at() + 1;
        in.move(from);
        in.skipWord();
        Flaw flaw =
                in.folded().isOdd(from, in.at()) || Scripts.isMixed(in.text(), from, in.at()) ? Flaw.CONFUSABLE : null;
        Word word = Vocabulary.find(in.text(), from, in.at());
        in.add(Kind.SIGN, from, in.at(), word.unit() == null ? Word.UNKNOWN : word, flaw);
    }

    /** {@code /bid} and {@code !bid} are the word; {@code /s} keeps its slash, it is a tone mark. */
    private void command() {
        int from = in.at();
        in.move(from + 1);
        in.skipWord();
        Word word = Vocabulary.find(in.text(), from, in.at());
        if (word.isKnown()) {
            in.add(Kind.WORD, from, in.at(), word, null);
        } else {
            boolean verb = Vocabulary.find(in.text(), from + 1, in.at()).is(Role.VERB);
            in.move(from);
            if (verb && in.text()[from] == '/') {
                in.move(from + 1);
            } else {
                in.single(in.text()[from] == '!' ? Kind.STOP : Kind.OTHER);
            }
        }
    }

    private boolean quoteMark(char c) {
        char open = in.quote();
        if (open != 0) {
            boolean closes = c == '\'' && open == '\'' && !Characters.isWordPart(in.peek(1))
                    || c != '\'' && open != '\'' && CLOSING_QUOTES.indexOf(c) >= 0;
            if (closes) {
                in.quote('\0');
            }
            return closes;
        }
        boolean opens = OPENING_QUOTES.indexOf(c) >= 0
                || c == '\''
                        && !Characters.isWordPart(in.peek(-1))
                        && in.peek(-1) != ')'
                        && Characters.isWordPart(in.peek(1));
        if (opens) {
            in.quote(c);
        }
        return opens;
    }

    private static Kind kindOf(int c) {
        return switch (c) {
            case '?', '¿', '؟', '⁇', '⁈', '⁉', '❓', '❔' -> Kind.QUESTION;
            case '.', '!', ';', '¡', '।', '۔' -> Kind.STOP;
            case ',', '、', '،' -> Kind.COMMA;
            case ':' -> Kind.COLON;
            case '–', '—', '〜' -> Kind.DASH;
            case '-' -> Kind.MINUS;
            case '+' -> Kind.PLUS;
            case '~' -> Kind.TILDE;
            case '=' -> Kind.EQUALS;
            case '%', '٪' -> Kind.PERCENT;
            case '(' -> Kind.OPEN;
            case '[', '{' -> Kind.BRACE;
            case ')', ']', '}' -> Kind.CLOSE;
            case '\'' -> Kind.APOSTROPHE;
            default -> c >= EMOJI_FROM || Character.getType(c) == Character.OTHER_SYMBOL ? Kind.EMOJI : Kind.OTHER;
        };
    }
}
