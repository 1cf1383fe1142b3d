package com.sothebais.auction.grammar;

import com.sothebais.auction.grammar.Token.Kind;

/**
 * Judges whether the words around an amount leave the bid what it is. This is where the grammar fails closed: every word that it does
 * not know to be harmless there does harm, from the start of the sentence to its end. Only other sentences are free.
 */
final class Clause {
    private static final int ENDS = Kind.mask(Kind.STOP, Kind.LINE_END);
    private static final int PAUSES = Kind.mask(Kind.COMMA, Kind.DASH);
    private static final int ASSIGNS = Kind.mask(Kind.COLON, Kind.EQUALS);
    private static final int CLOSES = Kind.mask(Kind.CLOSE, Kind.APOSTROPHE);
    private static final int SYMBOLS = Kind.mask(Kind.OPEN, Kind.CLOSE, Kind.OTHER);
    private static final long BEFORE = Role.mask(Role.LEAD, Role.VERB, Role.RAISE);
    private static final long BETWEEN =
            Role.mask(Role.LINK, Role.DIRECT, Role.BY, Role.TO, Role.VERB, Role.LEAD, Role.MY, Role.THING, Role.OBJECT);
    private static final long BEHIND = Role.mask(Role.TAIL, Role.MORE, Role.VERB);
    private static final long ASIDE = Role.mask(
            Role.LEAD, Role.LINK, Role.TAIL, Role.VERB, Role.THING, Role.MY, Role.IS, Role.SUBJECT, Role.NICE);
    private static final long ALONE = Role.mask(
            Role.TAIL,
            Role.LEAD,
            Role.LINK,
            Role.MORE,
            Role.BY,
            Role.RANGE,
            Role.OR,
            Role.BETWEEN,
            Role.OBJECT,
            Role.AND,
            Role.COUNTER);
    private static final long NAMES = Role.mask(Role.LOT, Role.LOTS);

    /** Longest description of a thing, and how much of it may be unknown: "for Sunset #1042". */
    private static final int OBJECT_WORDS = 8;

    private static final int OBJECT_UNKNOWN = 3;

    private final Sentence said;

    Clause(Sentence said) {
        this.said = said;
    }

    /** Before the bid, back to the start of its sentence, stand only greetings and the like. */
    boolean leadIsHarmless(int start) {
        boolean addressed = false;
        boolean paused = false;
        for (int i = start - 1; i >= 0; i--) {
            Token token = said.at(i);
            if (token.isAny(ENDS)) {
                return true;
            }
            paused |= token.isAny(PAUSES);
            addressed |= token.is(Kind.MENTION) && said.isSilent(token);
            boolean harmless = said.isSilent(token)
                    || paused && token.isAny(PAUSES)
                    || addressed && token.is(Kind.MENTION)
                    || token.isAny(BEFORE)
                    || paused && token.isAny(ASIDE)
                    || token.is(Role.QUALITY) && i > 0 && said.at(i - 1).is(Role.MY)
                    || token.is(Role.MY)
                    || isLabelled(i)
                    || token.is(Kind.COLON) && i > 0 && isNumberOfLot(i - 1)
                    || (token.is(Role.LINK) || token.is(Role.OBJECT)) && isLabelled(i + 1);
            if (!harmless || token.is(Role.REMARK)) {
                return false;
            }
        }
        return true;
    }

    /** "a bid of 3 eth", unlike "placing a bid of 3 eth". */
    boolean isNoun(int i) {
        return i > 0 && said.at(i - 1).is(Role.ARTICLE) && !isMade(i);
    }

    /** "hago una oferta". */
    boolean isMade(int i) {
        int before = i > 0 && said.at(i - 1).is(Role.ARTICLE) ? i - 2 : i - 1;
        return before >= 0 && said.at(before).is(Role.DOING);
    }

    /** "I'm bidding", or "bidding" at the start of a sentence. */
    boolean isDoneByAuthor(int i) {
        int before = i - 1;
        while (before >= 0 && said.isSilent(said.at(before)) && !said.at(before).isAny(ENDS | PAUSES)) {
            before--;
        }
        if (before < 0 || said.at(before).isAny(ENDS | PAUSES)) {
            return true;
        }
        Token token = said.at(before);
        return token.is(Role.SUBJECT) && token.word().text().endsWith("m");
    }

    /** Between verb and amount, in either order, stands nothing that says anything. */
    boolean linkIsHarmless(int from, int to) {
        return isHarmlessBetween(from, to, PAUSES | Kind.STOP.bit());
    }

    /** Between an amount and the same one once more sentences may end. */
    boolean repetitionIsHarmless(int from, int to) {
        return isHarmlessBetween(from, to, 0);
    }

    private boolean isHarmlessBetween(int from, int to, int breaks) {
        for (int i = from; i < to; i++) {
            Token token = said.at(i);
            boolean harmless = said.isSilent(token) && !token.isAny(breaks)
                    || token.isAny(ASSIGNS)
                    || token.is(Kind.OTHER) && said.first(token) == '@'
                    || token.isAny(BETWEEN)
                    || isLabelled(i);
            if (!harmless) {
                return false;
            }
        }
        return true;
    }

    /** Behind the bid, to the end of its sentence, nothing comments on it. */
    boolean tailIsHarmless(int from) {
        boolean paused = false;
        for (int i = from; i < said.size(); i++) {
            Token token = said.at(i);
            if (token.isAny(ENDS) || token.is(Kind.MARKUP)) {
                return true;
            }
            paused |= token.isAny(PAUSES);
            if (token.is(Role.OBJECT)) {
                i = Math.max(i, endOfObject(i));
            } else {
                boolean harmless = said.isSilent(token)
                        || token.isAny(PAUSES)
                        || token.isAny(BEHIND)
                        || token.isAny(CLOSES)
                        || paused && token.isAny(ASIDE)
                        || isLabelled(i);
                if (!harmless || token.is(Role.REMARK)) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * "for Sunset #1042": a few unknown words name a thing when a number or a word for artworks is among them. Without one they may name
     * somebody, and nobody bids for others. Gives the last token of the name, or {@code from} when it is none.
     */
    private int endOfObject(int from) {
        int unknown = 0;
        boolean thing = false;
        int i = from + 1;
        while (i < said.size() && i - from <= OBJECT_WORDS && isInName(said.at(i))) {
            Token token = said.at(i);
            thing |= token.is(Kind.HASH_NUMBER) || token.is(Role.THING) || isNumberOfLot(i);
            unknown += token.isWord() && !token.word().isKnown() ? 1 : 0;
            i++;
        }
        boolean ends = i == said.size() || !said.at(i).isWord();
        return thing && ends && unknown <= OBJECT_UNKNOWN ? i - 1 : from;
    }

    private static boolean isInName(Token token) {
        boolean word = token.isWord() && !token.isUnit() && !token.is(Role.REMARK) && !token.is(Role.VERB);
        return word || token.is(Kind.HASH_NUMBER) || token.is(Kind.NUMBER);
    }

    /** A word for a lot with its number, or that number. */
    private boolean isLabelled(int i) {
        if (i >= said.size()) {
            return false;
        }
        Token token = said.at(i);
        if (isNumberOfLot(i)) {
            return true;
        }
        boolean name = token.isAny(NAMES) || token.is(Role.ORDINAL);
        for (int at = i + 1; name && at <= i + 3 && at < said.size(); at++) {
            if (isNumberOfLot(at)) {
                return true;
            }
            name = said.at(at).is(Role.ORDINAL) || said.at(at).is(Kind.STOP);
        }
        return token.is(Role.ORDINAL) && i > 0 && said.isLabel(i - 1);
    }

    private boolean isNumberOfLot(int i) {
        return said.isLabel(i) || said.at(i).is(Kind.HASH_NUMBER);
    }

    /** Whether nothing is said but amounts and what may stand around them. */
    boolean isOnlyAmounts(long allowedToo) {
        int next = 0;
        int addressed = addressed();
        for (int i = 0; i < said.size(); i++) {
            Token token = said.at(i);
            while (next < said.amounts().size() && said.amounts().get(next).to() <= i) {
                next++;
            }
            boolean inAmount =
                    next < said.amounts().size() && said.amounts().get(next).from() <= i;
            boolean harmless = said.isSilent(token)
                    || token.isAny(ALONE | allowedToo)
                    || token.is(Kind.QUESTION)
                    || token.is(Kind.COLON) && i > 0 && isNumberOfLot(i - 1)
                    || i < addressed
                    || token.isAny(SYMBOLS)
                    || isLabelled(i);
            if (!inAmount && (!harmless || token.is(Role.REMARK) && !token.is(Role.OR) && !token.isAny(allowedToo))) {
                return false;
            }
        }
        return true;
    }

    /** Behind the last of the mentions at the start, when that one is the host: "@alice @host 5 eth". */
    private int addressed() {
        int i = 0;
        while (i < said.size() && said.at(i).is(Kind.MENTION)) {
            i++;
        }
        return i > 0 && said.isSilent(said.at(i - 1)) ? i : 0;
    }

    boolean isEnd(int i) {
        return said.at(i).isAny(ENDS | PAUSES);
    }
}
