package com.sothebais.auction.grammar;

import com.sothebais.auction.grammar.Token.Kind;
import java.util.List;
import java.util.Optional;

/**
 * Reads a post. Total: every text has a reading. Linear in the length of the text. It fails closed: a false bid is the worst that can
 * happen, so a post binds only when every word in the sentence of the bid is one that the grammar knows to be harmless there, and no
 * word anywhere denies, conditions, reports or jokes. Stateless, for any thread.
 */
public final class BidGrammar {
    private static final int RETRACTION_WORDS = 8;
    private static final int CLARIFIED_WORDS = 3;
    private static final int RELATIVE_WORDS = 4;
    private static final int SEVERAL = -2;
    private static final long WITH_MAXIMUM = Role.mask(Role.MAX, Role.MY, Role.IS);
    private static final long WITH_RELATIVE = Role.mask(Role.MULTIPLE, Role.PERCENT, Role.RAISE, Role.MORE);

    private BidGrammar() {}

    /** What the text means in its context. */
    public static Reading read(String text, Context context) {
        Folded folded = Folded.of(text);
        Sentence said = Sentence.of(folded, Tokenizer.tokens(folded), context.hostHandles());
        Reading reading = read(said, context, folded.hidden());
        int lot = said.lot();
        if (lot == SEVERAL && reading.binds()) {
            return Reading.of(Intent.AMBIGUOUS, Flaw.CLARIFY).in(reading.currency());
        }
        return lot < 0 && !said.any(Kind.ENS)
                ? reading
                : reading.with(new Reading.Extras(
                        lot < 0 ? Optional.empty() : Optional.of(lot),
                        reading.extras().defaultCurrency(),
                        said.name()));
    }

    private static Reading read(Sentence said, Context context, boolean hidden) {
        Manner manner = new Manner(said);
        if (manner.isRepost()) {
            return Reading.of(Intent.CHAT, Flaw.RETWEET);
        }
        if (manner.isSpelledOut()) {
            return Reading.of(Intent.REJECT, Flaw.NO_AMOUNT);
        }
        if (!hidden && manner.isConfirmation()) {
            return Reading.of(Intent.CONFIRM);
        }
        int verb = manner.verb();
        if (said.any(Kind.TX_HASH) && (verb < 0 || said.any(Role.PAID)) || verb < 0 && manner.claimsPayment()) {
            return claim(said);
        }
        if (manner.retracts(RETRACTION_WORDS)) {
            return said.isQuestion() || manner.asksFirst()
                    ? Reading.of(Intent.QUESTION, Flaw.QUESTION)
                    : Reading.of(Intent.RETRACT);
        }
        Reading reading = verb >= 0 ? withVerb(said, manner, verb, context) : withoutVerb(said, manner, context);
        boolean triesToBid = reading.intent().meansMoney();
        if (triesToBid && hidden) {
            return Reading.of(Intent.REJECT, Flaw.HIDDEN_CHARS);
        }
        if (triesToBid && said.hasConfusable()) {
            return Reading.of(Intent.REJECT, Flaw.CONFUSABLE);
        }
        return reading;
    }

    private static Reading claim(Sentence said) {
        List<Amount> amounts = said.amounts();
        boolean one = amounts.size() == 1 && amounts.get(0).flaw() == null;
        return new Reading(
                Intent.PAYMENT_CLAIM,
                one ? Optional.of(amounts.get(0).value()) : Optional.empty(),
                one ? amounts.get(0).currency() : Optional.empty(),
                Optional.empty(),
                Reading.Extras.NONE);
    }

    private static Reading withVerb(Sentence said, Manner manner, int verb, Context context) {
        if (manner.asksFirst()) {
            return Reading.of(Intent.QUESTION, Flaw.QUESTION);
        }
        Optional<Flaw> unsaid = manner.unsaid(verb);
        if (unsaid.isPresent()) {
            return Reading.of(Intent.CHAT, unsaid.get());
        }
        Reading stated = new Statement(said, context).from(verb);
        if (!said.isQuestion()) {
            return stated;
        }
        boolean meant = stated.binds() || stated.intent() == Intent.AMBIGUOUS || stated.intent() == Intent.MAX_BID;
        boolean money = stated.binds();
        for (Amount amount : said.amounts()) {
            money |= amount.code() != null;
        }
        return meant && money
                ? Reading.of(Intent.AMBIGUOUS, Flaw.QUESTION).in(stated.currency())
                : Reading.of(Intent.QUESTION, Flaw.QUESTION);
    }

    private static Reading withoutVerb(Sentence said, Manner manner, Context context) {
        List<Amount> amounts = said.amounts();
        Clause clause = new Clause(said);
        if (!said.isQuestion() && said.quotesABid()) {
            return Reading.of(Intent.CHAT, Flaw.QUOTED);
        }
        if (said.isQuestion() || manner.asksFirst()) {
            boolean bare = context.replyToHost() && !amounts.isEmpty() && clause.isOnlyAmounts(0);
            return bare
                    ? Reading.of(Intent.AMBIGUOUS, Flaw.QUESTION)
                            .in(amounts.get(0).currency())
                    : Reading.of(Intent.QUESTION, Flaw.QUESTION);
        }
        Optional<Flaw> unsaid = manner.unsaid(Integer.MAX_VALUE);
        if (unsaid.isPresent()) {
            boolean money = context.replyToHost() && !amounts.isEmpty();
            return money ? Reading.of(Intent.CHAT, unsaid.get()) : Reading.of(Intent.CHAT);
        }
        if (said.any(Role.MAX) && amounts.size() == 1 && clause.isOnlyAmounts(WITH_MAXIMUM)) {
            return new Statement(said, context).maximum();
        }
        if (isUp(said)) {
            return new Statement(said, context).up();
        }
        if (isRelative(said, clause)) {
            return Reading.of(Intent.AMBIGUOUS, Flaw.UNSUPPORTED_RELATIVE);
        }
        boolean idiom = isIdiom(said);
        if (!amounts.isEmpty() && !idiom && clause.isOnlyAmounts(0)) {
            Reading bare = new Statement(said, context).bare();
            return said.asideMayChangeIt() && bare.binds()
                    ? Reading.of(Intent.AMBIGUOUS, Flaw.CLARIFY).in(bare.currency())
                    : bare;
        }
        if (amounts.isEmpty() && context.replyToHost()) {
            Optional<Reading> words = new Statement(said, context).bareWords();
            if (words.isPresent()) {
                return words.get();
            }
        }
        boolean unfinished = said.any(Role.RETRACT) || said.any(Role.MIN) || said.any(Role.ALL);
        return unfinished && amounts.isEmpty() && said.wordCount() <= CLARIFIED_WORDS
                ? Reading.of(Intent.AMBIGUOUS, Flaw.CLARIFY)
                : Reading.of(Intent.CHAT);
    }

    /** "double it", "10% more". */
    private static boolean isRelative(Sentence said, Clause clause) {
        if (said.amounts().isEmpty()) {
            return said.any(Role.MULTIPLE) && said.wordCount() <= RELATIVE_WORDS;
        }
        Amount amount = said.amounts().get(0);
        boolean percent = amount.sign() == Amount.Sign.PERCENT
                && (said.any(Role.MORE) || said.any(Kind.PLUS) || said.any(Role.UP));
        boolean multiple = amount.flaw() == Flaw.UNSUPPORTED_RELATIVE;
        return said.amounts().size() == 1
                && (percent || multiple)
                && clause.isOnlyAmounts(WITH_RELATIVE | Role.UP.bit());
    }

    /** "+1" agrees, and "10/10", "1/1" and "100%" are praise. */
    private static boolean isIdiom(Sentence said) {
        if (said.amounts().size() != 1 || said.amounts().get(0).code() != null) {
            return false;
        }
        Amount amount = said.amounts().get(0);
        if (amount.sign() == Amount.Sign.PERCENT) {
            return true;
        }
        Token number = said.at(amount.to() - 1);
        if (amount.sign() == Amount.Sign.PLUS) {
            return said.text(number).equals("1");
        }
        return number.is(Kind.NUMBER) && said.isFraction(number);
    }

    /** "up 0.5 eth", and nothing else: with any other word it may be about the market. */
    private static boolean isUp(Sentence said) {
        if (!said.any(Role.UP) || said.amounts().size() != 1) {
            return false;
        }
        Amount amount = said.amounts().get(0);
        for (int i = 0; i < said.size(); i++) {
            boolean inAmount = i >= amount.from() && i < amount.to();
            boolean up = said.at(i).is(Role.UP) && i == amount.from() - 1;
            if (!inAmount && !up && !said.isSilent(said.at(i))) {
                return false;
            }
        }
        return amount.sign() == Amount.Sign.NONE;
    }
}
