package com.sothebais.auction.grammar;

import java.math.BigDecimal;
import java.util.Optional;

/** Finds an amount in words where one is meant, so that the host can ask "did you mean 5 ETH?". */
final class SpokenAmount {
    /** Without money, number words count only so close behind the verb: "bid for the one I love" names no amount. */
    private static final int WITHIN = 3;

    /** More words than that say more than an amount. */
    private static final int BARE_WORDS = 6;

    private SpokenAmount() {}

    /** The number right before money, or behind the verb. */
    static Optional<BigDecimal> of(Sentence said, int verb) {
        int unit = said.firstUnit();
        int before = unit - 1;
        while (before > 0 && isNumberWord(said, before - 1)) {
            before--;
        }
        if (before >= 0 && before < verb && isNumberWord(said, before)) {
            return NumberWords.find(said, before, unit);
        }
        int to = unit >= 0 ? said.size() : Math.min(said.size(), verb + 1 + WITHIN);
        return NumberWords.find(said, verb + 1, to);
    }

    /** "five eth" and "half an eth", with nothing else said that could change it. */
    static Optional<Reading> bare(Sentence said) {
        int unit = said.firstUnit();
        int number = unit > 1 && said.at(unit - 1).is(Role.ARTICLE) ? unit - 2 : unit - 1;
        if (number < 0 || !isNumberWord(said, number) || said.wordCount() > BARE_WORDS || said.any(Role.REMARK)) {
            return Optional.empty();
        }
        return Optional.of(new Reading(
                Intent.AMBIGUOUS,
                NumberWords.find(said, 0, unit),
                said.currency(),
                Optional.of(Flaw.CONFIRM_WORDS),
                Reading.Extras.NONE));
    }

    private static boolean isNumberWord(Sentence said, int i) {
        return said.at(i).isWord() && NumberWords.isNumberWord(said.text(said.at(i)));
    }
}
