package com.sothebais.auction.grammar;

import com.sothebais.auction.grammar.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The tokens of a post and what can be asked of them.
 *
 * @param plain what the author says in own words: without quotations, markup and remarks in brackets
 * @param quoted what stands in quotation marks
 * @param amounts in {@code plain}
 */
record Sentence(List<Token> plain, List<Token> quoted, List<Amount> amounts, Set<String> hostHandles) {

    static Sentence of(List<Token> tokens, Set<String> hostHandles) {
        List<Token> plain = new ArrayList<>();
        List<Token> quoted = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            int close = token.is(Kind.OPEN) ? closing(tokens, i) : -1;
            if (token.quoted()) {
                quoted.add(token);
            } else if (close > 0 && isRemark(tokens.subList(i + 1, close))) {
                i = close;
            } else {
                plain.add(token);
            }
        }
        return new Sentence(List.copyOf(plain), List.copyOf(quoted), Amount.find(plain), hostHandles);
    }

    private static int closing(List<Token> tokens, int open) {
        int i = open + 1;
        while (i < tokens.size()
                && !tokens.get(i).is(Kind.OPEN)
                && !tokens.get(i).is(Kind.CLOSE)) {
            i++;
        }
        return i < tokens.size() && tokens.get(i).is(Kind.CLOSE) ? i : -1;
    }

    /** Brackets are a remark when they hold the value in common money, and nothing that changes the bid. */
    private static boolean isRemark(List<Token> inside) {
        List<Amount> amounts = Amount.find(inside);
        return !amounts.isEmpty()
                && amounts.stream().allMatch(a -> a.code().map(Units::isFiat).orElse(false))
                && inside.stream()
                        .allMatch(
                                token -> !token.is(Role.NEGATION) && !token.is(Role.CONDITION) && !token.is(Role.JOKE));
    }

    boolean any(Role role) {
        return plain.stream().anyMatch(token -> token.is(role));
    }

    boolean any(Kind kind) {
        return plain.stream().anyMatch(token -> token.is(kind));
    }

    boolean anyPlain(Predicate<Token> test) {
        return plain.stream().anyMatch(test);
    }

    int first(Role role) {
        for (int i = 0; i < plain.size(); i++) {
            if (plain.get(i).is(role) && !(role == Role.NEGATION && isLotNumberWord(i))) {
                return i;
            }
        }
        return -1;
    }

    /** "lot no 7" denies nothing. */
    private boolean isLotNumberWord(int i) {
        return plain.get(i).text().equals("no")
                && i > 0
                && plain.get(i - 1).is(Role.LOT)
                && i + 1 < plain.size()
                && plain.get(i + 1).is(Kind.NUMBER);
    }

    /** The first word that states a bid or speaks of bidding; -1 without one. */
    int verb() {
        for (int i = 0; i < plain.size(); i++) {
            Token token = plain.get(i);
            boolean stated = token.is(Role.VERB) || token.is(Role.NOUN) || token.is(Role.RAISE);
            boolean weak = token.is(Role.WEAK) && i > 0 && plain.get(i - 1).is(Role.SUBJECT) && hasAmountAfter(i);
            boolean in = token.text().equals("in")
                    && token.is(Kind.WORD)
                    && i > 0
                    && i + 1 < plain.size()
                    && (plain.get(i - 1).text().equals("i'm")
                            || plain.get(i - 1).text().equals("im"))
                    && plain.get(i + 1).is(Role.LINK)
                    && hasAmountAfter(i);
            if (stated || weak || in) {
                return i;
            }
        }
        return -1;
    }

    private boolean hasAmountAfter(int i) {
        return amounts.stream().anyMatch(amount -> amount.from() > i);
    }

    boolean isQuestion() {
        return any(Kind.QUESTION);
    }

    /** Whether the first word that says something asks. */
    boolean asksFirst() {
        for (Token token : plain) {
            boolean skipped = token.is(Kind.MENTION) || token.is(Kind.COMMA) || token.is(Kind.EMOJI);
            boolean greeting = token.is(Role.LEAD) && !token.is(Role.ASK) && !token.is(Role.SUBJECT);
            if (!skipped && !greeting) {
                return token.is(Role.ASK);
            }
        }
        return false;
    }

    boolean isRetweet() {
        return plain.size() > 1
                && plain.get(0).text().equals("rt")
                && plain.get(1).is(Kind.MENTION);
    }

    /** "B I D 3 E T H". */
    boolean isSpelledOut() {
        StringBuilder letters = new StringBuilder();
        for (Token token : plain) {
            if (token.is(Kind.WORD) && token.text().length() == 1) {
                letters.append(token.text());
            } else {
                break;
            }
        }
        return letters.length() > 2
                && Vocabulary.WORDS.roles(letters.toString()).contains(Role.VERB);
    }

    /** Nothing but yes. */
    boolean isConfirmation() {
        boolean yes = false;
        for (Token token : plain) {
            boolean silent = token.is(Kind.MENTION)
                    || token.is(Kind.EMOJI)
                    || token.is(Kind.STOP)
                    || token.is(Kind.COMMA)
                    || token.text().equals("i")
                    || token.text().equals("my") && any(Role.VERB)
                    || token.text().equals("bid") && yes;
            yes |= token.is(Role.CONFIRM);
            if (!silent && !token.is(Role.CONFIRM) || token.flaw() != null || token.is(Role.JOKE)) {
                return false;
            }
        }
        return yes && quoted.isEmpty();
    }

    boolean isPlusOne() {
        return amounts.size() == 1
                && amounts.get(0).sign() == Amount.Sign.PLUS
                && amounts.get(0).code().isEmpty();
    }

    /** Whether somebody else is spoken of. "bids" alone in a later sentence speaks of the auction. */
    boolean isReported() {
        int end = amounts.isEmpty() ? 0 : amounts.get(amounts.size() - 1).to();
        boolean later = false;
        for (int i = 0; i < plain.size(); i++) {
            Token token = plain.get(i);
            later |= i >= end && token.is(Kind.STOP);
            if (token.is(Role.REPORT) && !(later && token.is(Role.NOUN))) {
                return true;
            }
        }
        return false;
    }

    boolean quotesABid() {
        return quoted.stream().anyMatch(token -> token.is(Role.VERB))
                || !Amount.find(quoted).isEmpty();
    }

    int wordCount() {
        return (int) plain.stream()
                .filter(token -> token.is(Kind.WORD) || token.is(Kind.CAPITALS) || token.is(Kind.NUMBER))
                .count();
    }

    int distinctAmounts() {
        List<Amount> distinct = new ArrayList<>();
        for (Amount amount : amounts) {
            if (distinct.stream().noneMatch(amount::isSameAs)) {
                distinct.add(amount);
            }
        }
        return distinct.size();
    }

    boolean isOnlyAmounts() {
        for (int i = 0; i < plain.size(); i++) {
            int at = i;
            Token token = plain.get(i);
            boolean inAmount = amounts.stream().anyMatch(amount -> amount.from() <= at && at < amount.to());
            boolean harmless = isSilent(token)
                    || token.is(Role.TAIL)
                    || token.is(Role.LEAD)
                    || token.is(Role.LINK)
                    || token.is(Role.MORE)
                    || token.is(Role.BY)
                    || token.is(Role.RANGE)
                    || token.is(Role.LOT)
                    || token.text().equals("or")
                    || token.text().equals("between")
                    || token.is(Kind.MENTION) && i == leadingMentions()
                    || Amount.isLabel(plain, i);
            if (!inAmount && !harmless
                    || token.is(Role.REMARK) && !inAmount && !token.text().equals("or")) {
                return false;
            }
        }
        return true;
    }

    private int leadingMentions() {
        int count = 0;
        while (count < plain.size() && plain.get(count).is(Kind.MENTION)) {
            count++;
        }
        return count - 1;
    }

    /** Says nothing: the host's name, a picture, a hashtag, a lot number, the end of a sentence. */
    boolean isSilent(Token token) {
        return switch (token.kind()) {
            case EMOJI, HASHTAG, STOP, COMMA, HASH_NUMBER, ENS, ADDRESS, TX_HASH, LINK -> true;
            case MENTION -> hostHandles.contains(token.text().substring(1));
            default -> false;
        };
    }

    Optional<String> name() {
        return plain.stream()
                .filter(token -> token.is(Kind.ENS))
                .map(Token::text)
                .findFirst();
    }
}
