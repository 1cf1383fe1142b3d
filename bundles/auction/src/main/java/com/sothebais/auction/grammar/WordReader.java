package com.sothebais.auction.grammar;

import com.sothebais.auction.grammar.Token.Kind;

/** Cuts words and says what the grammar knows of them. */
final class WordReader {
    private static final int CODE_MAX = 6;
    private static final int ASCII = 0x80;
    private static final Word ETHER_SIGN = Vocabulary.find("ξ");

    private final Cursor in;

    WordReader(Cursor in) {
        this.in = in;
    }

    void read() {
        if (in.isRun()) {
            run();
            return;
        }
        int from = in.at();
        char first = in.peek(0);
        if ((first == 'Ξ' || first == 'ξ') && !Characters.isLetter(in.peek(1))) {
            in.move(from + 1);
            in.add(Kind.SIGN, from, from + 1, ETHER_SIGN, null);
            return;
        }
        in.move(from + Character.charCount(in.codePoint()));
        skipJoinedWords(from);
        if (isLinkStart(from)) {
            in.skipToSpace();
            boolean paid = NumberReader.endsInHash(in.text(), from, in.at());
            in.add(paid ? Kind.TX_HASH : Kind.LINK, from, in.at());
        } else if (in.isName()) {
            in.move(in.at() + 4);
            in.add(Kind.ENS, from, in.at());
        } else if (isLookAlikeNumber(from)) {
            in.move(Numbers.end(in.text(), in.length(), in.at()));
            in.add(Kind.NUMBER, from, in.at(), Word.UNKNOWN, Flaw.CONFUSABLE);
        } else {
            word(from);
        }
    }

    private void word(int from) {
        int to = in.at();
        Word word = Vocabulary.find(in.text(), from, to);
        Flaw flaw = in.folded().isOdd(from, to) ? Flaw.CONFUSABLE : null;
        if (word.isKnown()) {
            add(from, to, word, flaw);
            return;
        }
        int part = knownStart(from, to);
        if (part > 0) {
            in.move(part);
            add(from, part, Vocabulary.find(in.text(), from, part), flaw);
            return;
        }
        if (!isAscii(from, to)) {
            word = Scripts.imitated(in.text(), from, to);
            boolean imitates = word.isKnown() || Scripts.isMixed(in.text(), from, to);
            flaw = imitates ? Flaw.CONFUSABLE : flaw;
        }
        if (Laughter.isIn(in.text(), from, to)) {
            word = Laughter.WORD;
        }
        add(from, to, word, flaw);
    }

    private void add(int from, int to, Word word, Flaw flaw) {
        in.add(isCode(from, to) ? Kind.CAPITALS : Kind.WORD, from, to, word, flaw);
    }

    /** Apostrophes and hyphens between letters join words, but not to a unit: "eth-based" is no word. */
    private void skipJoinedWords(int from) {
        in.skipWord();
        while ((in.peek(0) == '\'' || in.peek(0) == '-')
                && Characters.isLetter(in.peek(-1))
                && Characters.isLetter(in.peek(1))
                && in.at() - from < Vocabulary.WORD_MAX
                && Vocabulary.find(in.text(), from, in.at()).unit() == null) {
            in.move(in.at() + 1);
            in.skipWord();
        }
    }

    /** Where a known part of an unknown word ends: "n'offre" starts with a denial, "bid5" with a verb; 0 without one. */
    private int knownStart(int from, int to) {
        for (int i = from + 1; i < to && i - from <= Vocabulary.WORD_MAX; i++) {
            char c = in.text()[i];
            if (c == '\'') {
                return Vocabulary.find(in.text(), from, i + 1).isKnown() ? i + 1 : 0;
            }
            if (Characters.isDigit(c)) {
                Word word = Vocabulary.find(in.text(), from, i);
                return word.is(Role.VERB) || word.unit() != null ? i : 0;
            }
        }
        return 0;
    }

    private boolean isLinkStart(int from) {
        int letters = in.at() - from;
        boolean address = in.peek(0) == ':' && in.peek(1) == '/' && in.peek(2) == '/';
        return address && letters <= 5 || in.peek(0) == '.' && letters == 3 && isWorldWideWeb(from);
    }

    private boolean isWorldWideWeb(int from) {
        for (int i = from; i < from + 3; i++) {
            if (Characters.lower(in.text()[i]) != 'w') {
                return false;
            }
        }
        return Characters.isWordPart(in.peek(1));
    }

    /** "l.5", "O,5", "I0", "5" in letters: whatever looks like digits in a place of digits. */
    private boolean isLookAlikeNumber(int from) {
        boolean point = (in.peek(0) == '.' || in.peek(0) == ',') && Characters.isDigit(in.peek(1));
        if (!Scripts.areLookAlikes(in.text(), from, in.at())) {
            return false;
        }
        for (int i = from; i < in.at() && !point; i++) {
            point = Characters.isDigit(in.text()[i]);
        }
        return point;
    }

    /** Text of a script without spaces: known words are found inside, longest first. */
    private void run() {
        while (in.isRun()) {
            int from = in.at();
            int to = wordOfRun(from);
            while (to < 0) {
                in.move(in.at() + Character.charCount(in.codePoint()));
                to = in.isRun() ? wordOfRun(in.at()) : in.at();
            }
            if (in.at() > from) {
                in.add(Kind.WORD, from, in.at(), Word.UNKNOWN, odd(from, in.at()));
            }
            if (to > in.at()) {
                int start = in.at();
                Word word = Vocabulary.find(in.text(), start, to);
                in.move(to);
                in.add(word.is(Role.ASKS) ? Kind.QUESTION : Kind.WORD, start, to, word, odd(start, to));
            }
        }
    }

    /** Where the longest known word ends that starts there; -1 without one. */
    private int wordOfRun(int from) {
        for (int to = Math.min(in.length(), from + Vocabulary.RUN_WORD_MAX); to > from; to--) {
            if (Vocabulary.find(in.text(), from, to).isKnown()) {
                return to;
            }
        }
        return -1;
    }

    private Flaw odd(int from, int to) {
        return in.folded().isOdd(from, to) ? Flaw.CONFUSABLE : null;
    }

    private boolean isAscii(int from, int to) {
        for (int i = from; i < to; i++) {
            if (in.text()[i] >= ASCII) {
                return false;
            }
        }
        return true;
    }

    private boolean isCode(int from, int to) {
        if (to - from < 2 || to - from > CODE_MAX) {
            return false;
        }
        for (int i = from; i < to; i++) {
            char c = in.text()[i];
            if (c < 'A' || c > 'Z') {
                return false;
            }
        }
        return true;
    }
}
