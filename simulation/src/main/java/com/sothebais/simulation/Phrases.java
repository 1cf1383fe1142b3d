package com.sothebais.simulation;

import com.sothebais.api.auction.Reason;
import com.sothebais.simulation.oracle.Meaning;
import com.sothebais.simulation.oracle.Meaning.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes posts whose meaning is known. Every form is one of the corpus of bids, where its reading is agreed. */
final class Phrases {
    private static final String GWEI_DECIMALS = "gwei";
    private static final int GWEI_SHIFT = 9;

    private static final List<String> FIGURES = List.of(
            "bid %s %s", "BID %s %s", "offer %s %s", "/bid %s %s", "I'll go %s %s!", "!bid %s %s", "bid %s %s 🔥");

    private static final List<String> TALK = List.of(
            "gm",
            "what a lovely piece",
            "how long does this lot run?",
            "never bid 5 eth on a jpeg",
            "floor is 1.2 eth already",
            "RT @whale: bid 5 eth",
            "if I had the money I'd bid 5 eth",
            "",
            "love lot 7, 2.5 stars");

    /** A text and what it means. */
    record Phrase(String text, Meaning meaning) {}

    private Phrases() {}

    /** A bid of an exact amount; with a lot's number when there is one. */
    static Phrase bid(Dice dice, BigDecimal amount, String code, Optional<Integer> lot) {
        Meaning meaning = new Meaning(Kind.BID, Optional.of(amount), Optional.of(code), Optional.empty(), Set.of());
        String figure = figure(amount);
        String text;
        if (code.equals("ETH")
                && dice.percent(15)
                && amount.stripTrailingZeros().scale() <= GWEI_SHIFT) {
            String gwei = amount.movePointRight(GWEI_SHIFT).stripTrailingZeros().toPlainString();
            text = "bid " + gwei + " " + GWEI_DECIMALS;
        } else if (dice.percent(10)) {
            meaning = new Meaning(Kind.BID, Optional.of(amount), Optional.empty(), Optional.empty(), Set.of());
            text = "bid " + figure;
        } else {
            text = String.format(dice.one(FIGURES), figure, code);
        }
        return lot.isPresent() ? named(text, meaning, lot.get()) : new Phrase(text, meaning);
    }

    static Phrase least(Optional<Integer> lot) {
        Meaning meaning = Meaning.of(Kind.LEAST);
        return lot.isPresent() ? named("bid min", meaning, lot.get()) : new Phrase("bid min", meaning);
    }

    static Phrase raise(BigDecimal amount, String code, Optional<Integer> lot) {
        Meaning meaning = new Meaning(Kind.RAISE, Optional.of(amount), Optional.of(code), Optional.empty(), Set.of());
        String text = "raise by " + figure(amount) + " " + code;
        return lot.isPresent() ? named(text, meaning, lot.get()) : new Phrase(text, meaning);
    }

    private static Phrase named(String text, Meaning meaning, int lot) {
        return new Phrase("lot " + lot + " " + text, meaning.forLot(lot));
    }

    /** Something that speaks of a bid and never binds. */
    static Phrase unclear(Dice dice) {
        return dice.one(List.of(
                new Phrase("bid 2-3 eth", Meaning.unclear(Reason.AMBIGUOUS)),
                new Phrase("bid 1,000 eth", Meaning.unclear(Reason.AMBIGUOUS)),
                new Phrase("bid 2 eth no wait 3 eth", Meaning.unclear(Reason.AMBIGUOUS)),
                new Phrase("bid 3 eth?", Meaning.unclear(Reason.CONFIRM_WORDS, Reason.AMBIGUOUS)),
                new Phrase("bid two eth", Meaning.unclear(Reason.CONFIRM_WORDS)),
                new Phrase("max bid 4 eth", Meaning.unclear(Reason.MAX_BID_IN_PUBLIC)),
                new Phrase("bid 0 eth", Meaning.unclear(Reason.UNREADABLE)),
                new Phrase("bid -5 eth", Meaning.unclear(Reason.UNREADABLE)),
                new Phrase("bid 3 \u0435th", Meaning.unclear(Reason.UNREADABLE)),
                new Phrase("bid 0.1 btc", Meaning.unclear(Reason.UNSUPPORTED_CURRENCY))));
    }

    static Phrase retraction() {
        return new Phrase("retract my bid", Meaning.of(Kind.RETRACT));
    }

    static Phrase yes(Dice dice) {
        return new Phrase(dice.one(List.of("yes", "confirm", "Yes!")), Meaning.of(Kind.YES));
    }

    static Phrase talk(Dice dice) {
        return new Phrase(dice.one(TALK), Meaning.of(Kind.TALK));
    }

    /** Exactly three decimals could be thousands, so they get a fourth. */
    static String figure(BigDecimal amount) {
        BigDecimal plain = amount.stripTrailingZeros();
        if (plain.scale() < 0) {
            plain = plain.setScale(0);
        }
        return (plain.scale() == 3 ? plain.setScale(4) : plain).toPlainString();
    }
}
