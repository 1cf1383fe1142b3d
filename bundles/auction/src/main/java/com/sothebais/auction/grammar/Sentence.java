package com.sothebais.auction.grammar;

import com.sothebais.auction.grammar.Token.Kind;
import com.sothebais.auction.grammar.Token.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The tokens of a post and what can be asked of them. What the author says in own words is {@code plain}: without quotations, markup
 * and remarks in brackets; the rest is {@code aside}. What all its words can do together is kept as a set of bits, so that most
 * questions are answered without a look at the words.
 */
final class Sentence {
    private static final int SILENT = Kind.mask(
            Kind.EMOJI,
            Kind.HASHTAG,
            Kind.STOP,
            Kind.LINE_END,
            Kind.COMMA,
            Kind.HASH_NUMBER,
            Kind.ENS,
            Kind.ADDRESS,
            Kind.TX_HASH,
            Kind.LINK);
    private static final int COUNTED = Kind.mask(Kind.WORD, Kind.CAPITALS, Kind.NUMBER);
    private static final long SPOILING = Role.mask(Role.NEGATION, Role.CONDITION, Role.JOKE, Role.DOUBT);

    private final char[] text;
    private final List<Token> plain;
    private final List<Token> aside;
    private final Set<String> hostHandles;
    private long roles;
    private int kinds;
    private int words;
    private boolean confusable;
    private Labels labels;
    private List<Amount> amounts;
    private List<Amount> asideAmounts;

    private Sentence(char[] text, List<Token> plain, List<Token> aside, Set<String> hostHandles) {
        this.text = text;
        this.plain = plain;
        this.aside = aside;
        this.hostHandles = hostHandles;
    }

    static Sentence of(Folded folded, List<Token> tokens, Set<String> hostHandles) {
        boolean whole = true;
        for (int i = 0; i < tokens.size() && whole; i++) {
            whole = tokens.get(i).voice() == Voice.OWN && !tokens.get(i).is(Kind.OPEN);
        }
        Sentence said = new Sentence(
                folded.text(), whole ? tokens : new ArrayList<>(tokens.size()), new ArrayList<>(0), hostHandles);
        if (!whole) {
            said.part(tokens);
        }
        said.count();
        said.labels = Labels.of(said.text, said.plain, said.roles);
        said.amounts = AmountFinder.find(said.text, said.plain, said.labels);
        return said;
    }

    /** Parts what the author says from what is quoted, marked up or a remark on the value. */
    private void part(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            int close = token.is(Kind.OPEN) ? closing(tokens, i) : -1;
            if (token.voice() != Voice.OWN) {
                aside.add(token);
            } else if (close > 0 && isRemark(tokens.subList(i + 1, close))) {
                i = close;
            } else {
                plain.add(token);
            }
        }
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
    private boolean isRemark(List<Token> inside) {
        long all = 0;
        for (Token token : inside) {
            all |= token.word().roles();
        }
        List<Amount> found = AmountFinder.find(text, inside, Labels.of(text, inside, all));
        for (Amount amount : found) {
            if (amount.code() == null || !Units.isFiat(amount.code())) {
                return false;
            }
        }
        return !found.isEmpty() && (all & SPOILING) == 0;
    }

    /** One look at every word: phrases are joined, and what is asked most is counted. */
    private void count() {
        for (int i = 0; i < plain.size(); i++) {
            Token token = plain.get(i);
            if (i + 1 < plain.size()) {
                Word phrase = token.word().before(plain.get(i + 1).word());
                if (phrase != token.word()) {
                    token = token.with(phrase);
                    plain.set(i, token);
                    plain.set(i + 1, plain.get(i + 1).with(phrase));
                }
            }
            roles |= token.word().roles();
            kinds |= token.kind().bit();
            confusable |= token.flaw() == Flaw.CONFUSABLE;
            words += token.isAny(COUNTED) ? 1 : 0;
        }
    }

    List<Token> plain() {
        return plain;
    }

    int size() {
        return plain.size();
    }

    Token at(int i) {
        return plain.get(i);
    }

    char first(Token token) {
        return text[token.from()];
    }

    /** Whether a number is written as "1/2". */
    boolean isFraction(Token number) {
        for (int i = number.from(); i < number.to(); i++) {
            if (text[i] == '/') {
                return true;
            }
        }
        return false;
    }

    /** Whether a word that nobody knows consists of letters that look like digits. */
    boolean isLookAlike(Token token) {
        return token.isWord() && !token.word().isKnown() && Scripts.areLookAlikes(text, token.from(), token.to());
    }

    /** As written, lower case. */
    String text(Token token) {
        return new String(text, token.from(), token.to() - token.from()).toLowerCase(java.util.Locale.ROOT);
    }

    List<Amount> amounts() {
        return amounts;
    }

    boolean isLabel(int i) {
        return labels.isLabel(i);
    }

    /** The lot that is named: -1 for none, -2 for several. */
    int lot() {
        return (kinds & Kind.HASH_NUMBER.bit()) == 0 && (roles & Role.mask(Role.NUMBERED, Role.LOTS, Role.ORDINAL)) == 0
                ? -1
                : Labels.lot(text, plain, labels);
    }

    boolean any(Role role) {
        return (roles & role.bit()) != 0;
    }

    boolean anyOf(long wanted) {
        return (roles & wanted) != 0;
    }

    boolean any(Kind kind) {
        return (kinds & kind.bit()) != 0;
    }

    boolean any(int wanted) {
        return (kinds & wanted) != 0;
    }

    /** Whether any word only looks like what it says. */
    boolean hasConfusable() {
        return confusable;
    }

    int first(Role role) {
        if (any(role)) {
            for (int i = 0; i < plain.size(); i++) {
                if (plain.get(i).is(role)) {
                    return i;
                }
            }
        }
        return -1;
    }

    int wordCount() {
        return words;
    }

    boolean isQuestion() {
        return any(Kind.QUESTION);
    }

    boolean hasAside() {
        return !aside.isEmpty();
    }

    /** Whether a quotation holds a bid or an amount. */
    boolean quotesABid() {
        for (Token token : aside) {
            if (token.voice() == Voice.QUOTED && (token.is(Role.VERB) || token.is(Kind.NUMBER))) {
                return true;
            }
        }
        return false;
    }

    /** Whether something that is not the author's own could change what the author says. */
    boolean asideMayChangeIt() {
        for (Token token : aside) {
            if (token.isAny(SPOILING) || token.voice() == Voice.QUOTED && token.isUnit()) {
                return true;
            }
        }
        if (asideAmounts == null) {
            asideAmounts = aside.isEmpty() ? List.of() : AmountFinder.find(text, aside, Labels.of(text, aside, -1L));
        }
        for (Amount amount : asideAmounts) {
            if (amount.code() != null && !Units.isFiat(amount.code()) && !isSaid(amount)) {
                return true;
            }
        }
        return false;
    }

    private boolean isSaid(Amount amount) {
        return !amounts.isEmpty() && amount.isSameAs(amounts.get(0));
    }

    /** Whether more than one amount is said. */
    boolean hasSeveralAmounts() {
        for (int i = 1; i < amounts.size(); i++) {
            if (!amounts.get(0).isSameAs(amounts.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** Says nothing: the host's name, a picture, a hashtag, a lot number, the end of a sentence. */
    boolean isSilent(Token token) {
        return token.isAny(SILENT) || token.is(Kind.MENTION) && isHost(token);
    }

    private boolean isHost(Token mention) {
        int length = mention.to() - mention.from() - 1;
        for (String handle : hostHandles) {
            boolean same = handle.length() == length;
            for (int i = 0; same && i < length; i++) {
                same = handle.charAt(i) == Characters.lower(text[mention.from() + 1 + i]);
            }
            if (same) {
                return true;
            }
        }
        return false;
    }

    Optional<String> name() {
        if (any(Kind.ENS)) {
            for (Token token : plain) {
                if (token.is(Kind.ENS)) {
                    return Optional.of(text(token));
                }
            }
        }
        return Optional.empty();
    }
}
