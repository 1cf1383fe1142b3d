package com.sothebais.auction.grammar;

/**
 * A piece of a post.
 *
 * @param from where it starts in the folded text
 * @param to behind its last character
 * @param word what the grammar knows of it; {@link Word#UNKNOWN} for everything but words, signs and emoji
 * @param voice who says it
 * @param glued whether no space stands before it
 * @param flaw what is wrong with its written form, or null
 */
record Token(Kind kind, int from, int to, Word word, Voice voice, boolean glued, Flaw flaw) {

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
        /** Full stop, exclamation mark, semicolon. */
        STOP,
        LINE_END,
        COMMA,
        COLON,
        DASH,
        MINUS,
        PLUS,
        TILDE,
        EQUALS,
        PERCENT,
        /** Round bracket. */
        OPEN,
        /** Bracket of data: square or curly. */
        BRACE,
        CLOSE,
        APOSTROPHE,
        OTHER;

        /** This kind in a set of kinds. */
        int bit() {
            return 1 << ordinal();
        }

        static int mask(Kind... kinds) {
            int mask = 0;
            for (Kind kind : kinds) {
                mask |= kind.bit();
            }
            return mask;
        }
    }

    /** Who says a piece. */
    enum Voice {
        /** The author. */
        OWN,
        /** Somebody who is quoted. */
        QUOTED,
        /** What stands between an opening and a closing tag. */
        MARKUP
    }

    boolean is(Role role) {
        return word.is(role);
    }

    /** Whether it has any of the roles. */
    boolean isAny(long roles) {
        return (word.roles() & roles) != 0;
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean isAny(int kinds) {
        return (kind.bit() & kinds) != 0;
    }

    boolean isWord() {
        return kind == Kind.WORD || kind == Kind.CAPITALS;
    }

    boolean isUnit() {
        return kind == Kind.SIGN || word.unit() != null && isWord();
    }

    Token with(Word other) {
        return new Token(kind, from, to, other, voice, glued, flaw);
    }
}
