package com.sothebais.auction.grammar;

import com.sothebais.auction.grammar.Token.Kind;
import java.util.List;

/** Cuts a folded post into tokens; one pass from left to right, linear. */
final class Tokenizer {
    private Tokenizer() {}

    static List<Token> tokens(Folded folded) {
        Cursor in = new Cursor(folded);
        NumberReader numbers = new NumberReader(in);
        WordReader words = new WordReader(in);
        MarkReader marks = new MarkReader(in, words);
        while (!in.atEnd()) {
            char c = in.peek(0);
            if (c == ' ') {
                in.move(in.at() + 1);
            } else if (c == '\n') {
                in.quoteLine(false);
                in.single(Kind.LINE_END);
            } else if (Characters.isDigit(c) || Numbers.isFraction(c) || numbers.startsDecimal()) {
                numbers.read();
            } else if (Characters.isWordPart(c) || isAstralLetter(in, c)) {
                words.read();
            } else {
                marks.read();
            }
        }
        return in.tokens();
    }

    private static boolean isAstralLetter(Cursor in, char c) {
        return Character.isHighSurrogate(c) && Character.isLetter(in.codePoint());
    }
}
