package com.sothebais.auction.grammar;

/**
 * A piece of a post. It is written anew for the next post, because most posts are talk and should cost no memory: whoever keeps
 * something of it keeps a copy.
 */
final class Token {
    private Kind kind = Kind.OTHER;
    private int from;
    private int to;
    private Word word = Word.UNKNOWN;
    private Voice voice = Voice.OWN;
    private boolean glued;
    private Flaw flaw;

    /** @param start where it starts in the folded text, {@code end} behind its last character */
    Token at(Kind what, int start, int end) {
        kind = what;
        from = start;
        to = end;
        return this;
    }

    /**
     * @param known what the grammar knows of it; {@link Word#UNKNOWN} for everything but words, signs and emoji
     * @param wrong what is wrong with its written form, or null
     */
    Token of(Word known, Flaw wrong) {
        word = known;
        flaw = wrong;
        return this;
    }

    /**
     * @param speaker who says it
     * @param behindText whether no space stands before it
     */
    Token by(Voice speaker, boolean behindText) {
        voice = speaker;
        glued = behindText;
        return this;
    }

    /** Makes it part of a phrase. */
    void join(Word phrase) {
        word = phrase;
    }

    Kind kind() {
        return kind;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    Word word() {
        return word;
    }

    Voice voice() {
        return voice;
    }

    boolean glued() {
        return glued;
    }

    Flaw flaw() {
        return flaw;
    }

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
}
