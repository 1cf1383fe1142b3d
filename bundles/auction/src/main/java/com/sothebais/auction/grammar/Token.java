package com.sothebais.auction.grammar;

import java.util.Set;

/**
 * A piece of a post.
 *
 * @param text lower case; for numbers as written with folded digits
 * @param glued whether no space stands before it
 * @param quoted whether it stands in quotation marks
 * @param flaw what is wrong with its written form, or null
 */
record Token(Kind kind, String text, boolean glued, boolean quoted, Flaw flaw) {

    /** What a piece is. */
    enum Kind {
        WORD,
        /** A word in capitals, which may be a currency that nobody knows. */
        CAPITALS,
        NUMBER,
        /** A number that is none of money: 3rd, 14:00, 24h. */
        LABEL,
        /** Currency sign, or a name behind a dollar sign. */
        SIGN,
        HASH_NUMBER,
        HASHTAG,
        MENTION,
        ENS,
        TX_HASH,
        ADDRESS,
        LINK,
        MARKUP,
        EMOJI,
        QUESTION,
        /** Full stop, exclamation mark, semicolon, line end. */
        STOP,
        COMMA,
        COLON,
        DASH,
        MINUS,
        PLUS,
        PERCENT,
        OPEN,
        CLOSE,
        OTHER
    }

    Set<Role> roles() {
        return kind == Kind.WORD || kind == Kind.CAPITALS || kind == Kind.EMOJI
                ? Vocabulary.WORDS.roles(text)
                : Set.of();
    }

    boolean is(Role role) {
        return roles().contains(role);
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean isUnit() {
        return kind == Kind.SIGN || (kind == Kind.WORD || kind == Kind.CAPITALS) && Units.isUnit(text);
    }
}
