package com.sothebais.auction.grammar.corpus;

import com.sothebais.auction.grammar.BidGrammar;
import com.sothebais.auction.grammar.Hearing;
import com.sothebais.auction.grammar.Intent;
import com.sothebais.auction.grammar.Reading;
import java.math.BigDecimal;
import java.util.Set;

/**
 * What becomes of a post, in the words of the corpus; a cell that says nothing is empty.
 *
 * @param amount plain decimal without trailing zeros
 * @param error why it binds nobody
 */
public record Outcome(String intent, String amount, String currency, String error) {
    private static final Set<String> BIDS = Set.of("BID", "BID_MIN", "RAISE");

    /** Over so many times the price a bid binds only after a yes. */
    private static final BigDecimal LARGE = BigDecimal.TEN;

    /** Judges a post: first what the network says of it, then its text, then what the rules add. */
    public static Outcome of(String text, Situation situation) {
        Hearing hearing = Hearing.of(situation.post(text), Situation.HOST.id());
        return switch (hearing) {
            case OWN -> refused("SELF_AUTHORED");
            case REPOST -> new Outcome("CHAT", "", "", "RETWEET");
            case EDIT -> refused("EDITED");
            case QUOTES_OTHERS, UNADDRESSED -> new Outcome("CHAT", "", "", "WRONG_CONTEXT");
            case ADDRESSED ->
                situation.has(Situation.Mark.DUPLICATE_ID) ? refused("DUPLICATE") : afterText(text, situation);
        };
    }

    /** Whether somebody owes money by it. */
    public boolean binds() {
        return error.isEmpty() && BIDS.contains(intent);
    }

    private static Outcome afterText(String text, Situation situation) {
        Reading reading = BidGrammar.read(text, situation.context());
        String intent = reading.intent().name();
        String error = reading.flaw().map(Enum::name).orElse("");
        if (reading.binds() && situation.has(Situation.Mark.AUTHOR_UNLINKED)) {
            intent = Intent.REJECT.name();
            error = "NOT_REGISTERED";
        } else if (reading.binds() && situation.has(Situation.Mark.AFTER_CLOSE)) {
            intent = Intent.REJECT.name();
            error = "AUCTION_CLOSED";
        } else if (reading.binds() && isLarge(reading, situation)) {
            error = "CONFIRM_LARGE";
        }
        String amount = reading.amount()
                .map(value -> value.stripTrailingZeros().toPlainString())
                .orElse("");
        return new Outcome(intent, amount, reading.currency().orElse(""), error);
    }

    private static boolean isLarge(Reading reading, Situation situation) {
        return reading.intent() == Intent.BID
                && reading.amount()
                        .filter(amount -> amount.compareTo(situation.price().multiply(LARGE)) > 0)
                        .isPresent();
    }

    private static Outcome refused(String error) {
        return new Outcome(Intent.REJECT.name(), "", "", error);
    }
}
