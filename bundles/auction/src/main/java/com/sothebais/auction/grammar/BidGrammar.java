package com.sothebais.auction.grammar;

import com.sothebais.auction.grammar.Token.Kind;
import java.util.List;
import java.util.Optional;

/**
 * Reads a post. Total: every text has a reading. It fails closed: a post binds only when every word in the clause of the bid is one
 * that the grammar knows to be harmless there, and no word anywhere denies, conditions, reports or jokes.
 */
public final class BidGrammar {
    private static final int SHORT_WORDS = 6;
    private static final int RETRACTION_WORDS = 8;

    private BidGrammar() {}

    /** What the text means in its context. */
    public static Reading read(String text, Context context) {
        Folded folded = Folded.of(text);
        Sentence said = Sentence.of(Tokenizer.tokens(folded), context.hostHandles());
        Reading reading = read(said, context, folded.hidden());
        List<Integer> lots = Amount.lots(said.plain());
        if (lots.size() > 1 && reading.binds()) {
            return Reading.of(Intent.AMBIGUOUS, Flaw.CLARIFY);
        }
        Optional<Integer> lot = lots.size() == 1 ? Optional.of(lots.get(0)) : Optional.empty();
        boolean assumed = reading.extras().defaultCurrency();
        return reading.with(new Reading.Extras(lot, assumed, said.name()));
    }

    private static Reading read(Sentence said, Context context, boolean hidden) {
        if (said.isRetweet()) {
            return Reading.of(Intent.CHAT, Flaw.RETWEET);
        }
        if (said.isSpelledOut()) {
            return Reading.of(Intent.REJECT, Flaw.NO_AMOUNT);
        }
        if (!hidden && said.isConfirmation()) {
            return Reading.of(Intent.CONFIRM);
        }
        int verb = said.verb();
        if (verb < 0 && said.any(Role.PAID) || said.any(Kind.TX_HASH) && (verb < 0 || said.any(Role.PAID))) {
            return claim(said);
        }
        if (retracts(said)) {
            return said.isQuestion() ? Reading.of(Intent.QUESTION, Flaw.QUESTION) : Reading.of(Intent.RETRACT);
        }
        Reading reading = verb >= 0 ? withVerb(said, verb, context) : withoutVerb(said, context);
        boolean triesToBid = reading.intent().meansMoney();
        if (hidden && triesToBid) {
            return Reading.of(Intent.REJECT, Flaw.HIDDEN_CHARS);
        }
        if (triesToBid && said.anyPlain(token -> token.flaw() == Flaw.CONFUSABLE)) {
            return Reading.of(Intent.REJECT, Flaw.CONFUSABLE);
        }
        return reading;
    }

    private static Reading claim(Sentence said) {
        List<Amount> amounts = said.amounts();
        boolean one = amounts.size() == 1 && amounts.get(0).flaw() == null;
        if (!one && !said.any(Kind.TX_HASH)) {
            return said.isQuestion() ? Reading.of(Intent.QUESTION, Flaw.QUESTION) : Reading.of(Intent.CHAT);
        }
        return new Reading(
                Intent.PAYMENT_CLAIM,
                one ? Optional.of(amounts.get(0).value()) : Optional.empty(),
                one ? amounts.get(0).code() : Optional.empty(),
                Optional.empty(),
                Reading.Extras.NONE);
    }

    private static boolean retracts(Sentence said) {
        return said.any(Role.RETRACT)
                && said.any(Role.MINE)
                && said.wordCount() <= RETRACTION_WORDS
                && !said.any(Role.NEGATION)
                && (said.any(Role.VERB) || said.any(Role.NOUN));
    }

    private static Reading withVerb(Sentence said, int verb, Context context) {
        Optional<Flaw> unsaid = unsaid(said, verb);
        if (said.asksFirst()) {
            return Reading.of(Intent.QUESTION, Flaw.QUESTION);
        }
        if (unsaid.isPresent()) {
            return Reading.of(Intent.CHAT, unsaid.get());
        }
        Reading stated = new Statement(said, context).from(verb);
        if (!said.isQuestion()) {
            return stated;
        }
        boolean meant = stated.binds() || stated.intent() == Intent.AMBIGUOUS || stated.intent() == Intent.MAX_BID;
        boolean money =
                stated.binds() || said.amounts().stream().anyMatch(a -> a.code().isPresent());
        return meant && money
                ? Reading.of(Intent.AMBIGUOUS, Flaw.QUESTION).in(stated.currency())
                : Reading.of(Intent.QUESTION, Flaw.QUESTION);
    }

    /** Why a post that speaks of a bid makes none. A correction ("no wait, 3") is left to the amounts. */
    private static Optional<Flaw> unsaid(Sentence said, int verb) {
        boolean correction = said.distinctAmounts() > 1;
        int denied = said.first(Role.NEGATION);
        if (denied >= 0 && (denied < verb || !correction)) {
            return Optional.of(Flaw.NEGATED);
        }
        if (said.any(Role.CONDITION)) {
            return Optional.of(Flaw.CONDITIONAL);
        }
        if (said.isReported()) {
            return Optional.of(Flaw.REPORTED);
        }
        return said.any(Role.JOKE) ? Optional.of(Flaw.JOKE) : Optional.empty();
    }

    private static Reading withoutVerb(Sentence said, Context context) {
        List<Amount> amounts = said.amounts();
        if (!said.isQuestion() && said.quotesABid()) {
            return Reading.of(Intent.CHAT, Flaw.QUOTED);
        }
        if (said.isQuestion() || said.asksFirst()) {
            boolean bare = context.replyToHost() && !amounts.isEmpty() && said.isOnlyAmounts();
            return bare
                    ? Reading.of(Intent.AMBIGUOUS, Flaw.QUESTION)
                            .in(amounts.get(0).code())
                    : Reading.of(Intent.QUESTION, Flaw.QUESTION);
        }
        if (said.isPlusOne()) {
            return Reading.of(Intent.CHAT);
        }
        if (said.any(Role.RETRACT) && said.wordCount() <= 2) {
            return Reading.of(Intent.AMBIGUOUS, Flaw.CLARIFY);
        }
        boolean brief = said.wordCount() <= SHORT_WORDS;
        boolean relative = said.any(Role.MULTIPLE) || amounts.stream().anyMatch(a -> a.sign() == Amount.Sign.PERCENT);
        if (relative && brief && unsaid(said, 0).isEmpty() && said.wordCount() <= 4) {
            return Reading.of(Intent.AMBIGUOUS, Flaw.UNSUPPORTED_RELATIVE);
        }
        if (said.quotesABid()) {
            return Reading.of(Intent.CHAT, Flaw.QUOTED);
        }
        if (!amounts.isEmpty()
                && said.isOnlyAmounts()
                && unsaid(said, Integer.MAX_VALUE).isEmpty()) {
            return new Statement(said, context).bare();
        }
        if (said.any(Role.MIN) && said.wordCount() <= 2) {
            return Reading.of(Intent.AMBIGUOUS, Flaw.CLARIFY);
        }
        return Reading.of(Intent.CHAT);
    }
}
