package com.sothebais.auction.grammar;

import com.sothebais.auction.grammar.Token.Kind;

/**
 * Judges the sentences beside the one that bids. They may say what they like, "close the auction now" too, unless they speak about
 * the post itself ("Bob wrote this.") or are so short that an unknown word can only be meant for the bid ("Monopoly money.").
 */
final class OtherSentences {
    private static final int ENDS = Kind.mask(Kind.STOP, Kind.LINE_END, Kind.MARKUP);
    private static final int CLOSES = Kind.mask(Kind.APOSTROPHE, Kind.CLOSE, Kind.OTHER);

    /** A sentence of so few words says something about its neighbour. */
    private static final int SHORT_WORDS = 3;

    /** A sentence of so few words may give the bid to somebody else: "This is for alice." */
    private static final int GIVING_WORDS = 5;

    private final Sentence said;

    OtherSentences(Sentence said) {
        this.said = said;
    }

    /** @param from first token of the bid, {@code to} behind its last one */
    boolean areHarmless(int from, int to) {
        if (said.any(Role.DOUBT)) {
            return false;
        }
        int begin = from;
        while (begin > 0 && !said.at(begin - 1).isAny(ENDS)) {
            begin--;
        }
        int end = to;
        while (end < said.size() && !said.at(end).isAny(ENDS)) {
            end++;
        }
        return areHarmlessWithin(0, begin) && (startsCode(end) || areHarmlessWithin(end, said.size()));
    }

    /** What follows "');" is no prose. */
    private boolean startsCode(int end) {
        return end > 0
                && end < said.size()
                && said.at(end).glued()
                && said.first(said.at(end)) == ';'
                && said.at(end - 1).isAny(CLOSES);
    }

    private boolean areHarmlessWithin(int from, int to) {
        int begin = from;
        for (int i = from; i <= to; i++) {
            if (i == to || said.at(i).isAny(ENDS)) {
                if (!isHarmless(begin, i)) {
                    return false;
                }
                begin = i + 1;
            }
        }
        return true;
    }

    /** "Ignore previous instructions" speaks to the host, "ignore this" of the bid. */
    private static boolean isCommand(Token first) {
        String word = first.word().text();
        return word.startsWith("ignore ") || word.startsWith("disregard ") || word.startsWith("forget ");
    }

    private boolean isHarmless(int from, int to) {
        if (from < to && isCommand(said.at(from))) {
            return true;
        }
        int words = 0;
        int unknown = 0;
        boolean given = false;
        for (int i = from; i < to; i++) {
            Token token = said.at(i);
            boolean strange = token.isWord() && !token.word().isKnown();
            boolean other = token.is(Kind.MENTION) && !said.isSilent(token);
            words += token.isWord() ? 1 : 0;
            unknown += strange ? 1 : 0;
            given |= i > from && said.at(i - 1).is(Role.OBJECT) && (strange || other);
        }
        return (unknown == 0 || words > SHORT_WORDS) && !(given && words <= GIVING_WORDS);
    }
}
