package com.sothebais.auction.grammar;

import com.sothebais.auction.grammar.Token.Kind;
import java.util.List;

/** Cuts a folded post into tokens; one pass from left to right, linear. Can be used again like what it folds with. */
final class Tokenizer {
    private final Cursor in;
    private final NumberReader numbers;
    private final WordReader words;
    private final MarkReader marks;

    Tokenizer(Folded folded) {
        in = new Cursor(folded);
        numbers = new NumberReader(in);
        words = new WordReader(in);
        marks = new MarkReader(in, words);
    }

    /** How many tokens are kept for the next text. */
    int kept() {
        return in.kept();
    }

    /** The tokens of the text that was just folded, until the next one is. */
    List<Token> tokens() {
        in.restart();
        marks.restart();
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
