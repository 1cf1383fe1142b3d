package com.sothebais.auction.grammar;

import com.sothebais.auction.grammar.Token.Kind;
import java.util.Optional;

/** How something is said: whether it is denied, conditional, reported, asked, a joke, a yes, or a claim of payment. */
final class Manner {
    private static final int CLAIM_WORDS = 5;
    private static final long STATES = Role.mask(Role.VERB, Role.NOUN, Role.OFFER, Role.RAISE);
    private static final long DOUBTS = Role.mask(Role.NEGATION, Role.CONDITION, Role.REPORT, Role.JOKE);
    private static final long IN_CLAIM = Role.mask(
            Role.PAID,
            Role.CLAIM,
            Role.LEAD,
            Role.LINK,
            Role.TAIL,
            Role.OBJECT,
            Role.LOT,
            Role.MY,
            Role.SUBJECT,
            Role.TO);
    private static final int SKIPPED =
            Kind.mask(Kind.MENTION, Kind.COMMA, Kind.EMOJI, Kind.LINE_END, Kind.STOP, Kind.QUESTION);

    private final Sentence said;

    Manner(Sentence said) {
        this.said = said;
    }

    /** The first word that states a bid or speaks of bidding; -1 without one. */
    int verb() {
        if (!said.anyOf(STATES | Role.WEAK.bit() | Role.SUBJECT.bit())) {
            return -1;
        }
        for (int i = 0; i < said.size(); i++) {
            Token token = said.at(i);
            if (token.isAny(STATES) || token.is(Role.WEAK) && isPromise(i) || isIn(i)) {
                return i;
            }
        }
        return -1;
    }

    /** "I'll go 3 eth". */
    private boolean isPromise(int i) {
        return i > 0 && said.at(i - 1).is(Role.SUBJECT) && hasAmountAfter(i);
    }

    /** "I'm in at 3 eth". */
    private boolean isIn(int i) {
        return i > 0
                && i + 1 < said.size()
                && said.at(i).word().text().equals("in")
                && said.at(i).isWord()
                && said.at(i - 1).word().text().endsWith("m")
                && said.at(i - 1).is(Role.SUBJECT)
                && hasAmountAfter(i)
                && (said.at(i + 1).is(Role.LINK) || said.amounts().get(0).from() == i + 1);
    }

    private boolean hasAmountAfter(int i) {
        return !said.amounts().isEmpty()
                && said.amounts().get(said.amounts().size() - 1).from() > i;
    }

    /** Why a post that speaks of a bid makes none. A correction ("no wait, 3") is left to the amounts. */
    Optional<Flaw> unsaid(int verb) {
        if (!said.anyOf(DOUBTS)) {
            return Optional.empty();
        }
        int denied = denial();
        int condition = said.first(Role.CONDITION);
        boolean conditionFirst = condition >= 0 && condition < denied && denied > verb;
        if (denied >= 0 && !conditionFirst && (denied < verb || !said.hasSeveralAmounts())) {
            return Optional.of(Flaw.NEGATED);
        }
        if (condition >= 0) {
            return Optional.of(Flaw.CONDITIONAL);
        }
        if (isReported()) {
            return Optional.of(Flaw.REPORTED);
        }
        return said.any(Role.JOKE) ? Optional.of(Flaw.JOKE) : Optional.empty();
    }

    private int denial() {
        if (said.any(Role.NEGATION)) {
            for (int i = 0; i < said.size(); i++) {
                if (said.at(i).is(Role.NEGATION) && !isLotNumberWord(i)) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** "lot no 7" and "lot no. 7" deny nothing. */
    private boolean isLotNumberWord(int i) {
        return said.at(i).is(Role.ORDINAL)
                && i > 0
                && said.at(i - 1).is(Role.LOT)
                && (said.isLabel(i + 1) || i + 2 < said.size() && said.at(i + 1).is(Kind.STOP) && said.isLabel(i + 2));
    }

    /** Whether somebody else is spoken of. "bids" alone in a later sentence speaks of the auction; "mon offre" is the author's. */
    boolean isReported() {
        if (!said.any(Role.REPORT)) {
            return false;
        }
        int end = said.amounts().isEmpty()
                ? 0
                : said.amounts().get(said.amounts().size() - 1).to();
        boolean later = false;
        for (int i = 0; i < said.size(); i++) {
            Token token = said.at(i);
            later |= i >= end && (token.is(Kind.STOP) || token.is(Kind.LINE_END));
            boolean own = i > 0 && said.at(i - 1).is(Role.MY) && (token.is(Role.VERB) || token.is(Role.OFFER));
            if (token.is(Role.REPORT) && !own && !(later && token.is(Role.NOUN))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the first word that says something asks. */
    boolean asksFirst() {
        if (!said.any(Role.ASK)) {
            return false;
        }
        for (int i = 0; i < said.size(); i++) {
            Token token = said.at(i);
            boolean greeting = token.is(Role.LEAD) && !token.is(Role.ASK) && !token.is(Role.SUBJECT);
            if (!token.isAny(SKIPPED) && !greeting) {
                return token.is(Role.ASK);
            }
        }
        return false;
    }

    boolean isRepost() {
        return said.any(Role.REPOST)
                && said.size() > 1
                && said.at(0).is(Role.REPOST)
                && said.at(1).is(Kind.MENTION);
    }

    /** "B I D 3 E T H". */
    boolean isSpelledOut() {
        char[] letters = new char[Vocabulary.WORD_MAX];
        int count = 0;
        while (count < said.size()
                && count < letters.length
                && said.at(count).is(Kind.WORD)
                && said.at(count).to() - said.at(count).from() == 1) {
            letters[count] = said.first(said.at(count));
            count++;
        }
        return count > 2 && Vocabulary.find(letters, 0, count).is(Role.VERB);
    }

    /** Nothing but yes. */
    boolean isConfirmation() {
        if (!said.any(Role.CONFIRM) || said.hasAside() || said.any(Role.JOKE)) {
            return false;
        }
        boolean yes = false;
        for (int i = 0; i < said.size(); i++) {
            Token token = said.at(i);
            boolean silent = token.isAny(SKIPPED) && !token.is(Kind.QUESTION)
                    || token.word().text().equals("i")
                    || token.word().text().equals("my") && said.any(Role.VERB)
                    || token.word().text().equals("bid") && yes;
            yes |= token.is(Role.CONFIRM);
            if (!silent && !token.is(Role.CONFIRM) || token.flaw() != null) {
                return false;
            }
        }
        return yes;
    }

    /** A wish to take a bid back. */
    boolean retracts(int wordsMost) {
        return said.any(Role.RETRACT)
                && said.any(Role.MINE)
                && said.wordCount() <= wordsMost
                && denial() < 0
                && said.anyOf(STATES);
    }

    /** Says that money was sent: with an amount, or with so few words that nothing else can be meant. */
    boolean claimsPayment() {
        if (!said.any(Role.PAID)
                || said.isQuestion()
                || asksFirst()
                || unsaid(0).isPresent()) {
            return false;
        }
        boolean amount = said.amounts().size() == 1 && said.amounts().get(0).flaw() == null;
        for (int i = 0; i < said.size(); i++) {
            Token token = said.at(i);
            boolean money = amount
                    && i >= said.amounts().get(0).from()
                    && i < said.amounts().get(0).to();
            if (!money && token.isWord() && !token.isAny(IN_CLAIM)) {
                return false;
            }
        }
        return amount || said.amounts().isEmpty() && said.wordCount() <= CLAIM_WORDS;
    }
}
