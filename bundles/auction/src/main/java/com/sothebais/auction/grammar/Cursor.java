package com.sothebais.auction.grammar;

import com.sothebais.auction.grammar.Token.Kind;
import com.sothebais.auction.grammar.Token.Voice;
import java.util.ArrayList;
import java.util.List;

/** Where the tokenizer stands in a folded text, and what it has cut so far. The readers of numbers, words and marks share one. */
final class Cursor {
    private static final int TOKENS_USUAL = 16;

    private final Folded folded;
    private final List<Token> tokens = new ArrayList<>(TOKENS_USUAL);
    private final List<Token> made = new ArrayList<>(TOKENS_USUAL);
    private char[] text;
    private int length;
    private int at;
    private char quote;
    private boolean quotedLine;
    private int markupEnd;

    Cursor(Folded folded) {
        this.folded = folded;
    }

    /** Goes to the start of the text that was just folded. */
    void restart() {
        text = folded.text();
        length = folded.length();
        tokens.clear();
        at = 0;
        quote = 0;
        quotedLine = false;
        markupEnd = 0;
    }

    /** How many tokens are kept for the next text. */
    int kept() {
        return made.size();
    }

    Folded folded() {
        return folded;
    }

    char[] text() {
        return text;
    }

    int length() {
        return length;
    }

    List<Token> tokens() {
        return tokens;
    }

    int at() {
        return at;
    }

    boolean atEnd() {
        return at >= length;
    }

    void move(int to) {
        at = to;
    }

    /** The character so far from here; a space outside the text. */
    char peek(int offset) {
        int index = at + offset;
        return index >= 0 && index < length ? text[index] : ' ';
    }

    int codePoint() {
        return Character.codePointAt(text, at, length);
    }

    boolean isRun() {
        return at < length && text[at] >= 0x0E00 && Characters.isRun(codePoint());
    }

    void skipWord() {
        while (at < length && Characters.isWordPart(text[at]) && !isRun()) {
            at++;
        }
    }

    void skipToSpace() {
        while (at < length && text[at] != ' ' && text[at] != '\n') {
            at++;
        }
    }

    /** Whether {@code .eth} ends a name here. */
    boolean isName() {
        return peek(0) == '.'
                && Characters.lower(peek(1)) == 'e'
                && Characters.lower(peek(2)) == 't'
                && Characters.lower(peek(3)) == 'h'
                && !Characters.isWordPart(peek(4));
    }

    void add(Kind kind, int from, int to) {
        add(kind, from, to, Word.UNKNOWN, null);
    }

    void add(Kind kind, int from, int to, Word word, Flaw flaw) {
        boolean glued = from > 0 && text[from - 1] != ' ' && text[from - 1] != '\n';
        tokens.add(next().at(kind, from, to).of(word, flaw).by(voice(from), glued));
    }

    private Token next() {
        int count = tokens.size();
        if (count == made.size()) {
            made.add(new Token());
        }
        return made.get(count);
    }

    /** Adds the character that stands here. */
    void single(Kind kind) {
        int from = at;
        at += Character.charCount(codePoint());
        add(kind, from, at);
    }

    Token last() {
        return tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
    }

    char quote() {
        return quote;
    }

    void quote(char opened) {
        quote = opened;
    }

    void quoteLine(boolean quoted) {
        quotedLine = quoted;
    }

    void markupUntil(int end) {
        markupEnd = Math.max(markupEnd, end);
    }

    private Voice voice(int from) {
        if (from < markupEnd) {
            return Voice.MARKUP;
        }
        return quote != 0 || quotedLine ? Voice.QUOTED : Voice.OWN;
    }
}
