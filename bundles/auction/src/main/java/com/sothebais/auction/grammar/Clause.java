package com.sothebais.auction.grammar;

import com.sothebais.auction.grammar.Token.Kind;
import java.util.List;

/** Judges whether the words around an amount leave the bid what it is. Everything unknown does harm. */
final class Clause {
    private final Sentence said;
    private final List<Token> plain;

    Clause(Sentence said) {
        this.said = said;
        this.plain = said.plain();
    }

    /** Before the bid, back to the start of its clause, stand only greetings and the like. */
    boolean leadIsHarmless(int start) {
        boolean addressed = false;
        for (int i = start - 1; i >= 0; i--) {
            Token token = plain.get(i);
            if (isBreak(i)) {
                return !token.is(Kind.COMMA) || !addressesOthers(i);
            }
            addressed |= token.is(Kind.MENTION) && said.isSilent(token);
            boolean harmless = said.isSilent(token)
                    || addressed && token.is(Kind.MENTION)
                    || token.is(Role.LEAD)
                    || token.is(Role.LOT)
                    || token.is(Role.VERB)
                    || token.is(Role.RAISE)
                    || Amount.isLabel(plain, i);
            if (!harmless || token.is(Role.REMARK)) {
                return false;
            }
        }
        return true;
    }

    boolean linkIsHarmless(int from, int to) {
        for (int i = from; i < to; i++) {
            Token token = plain.get(i);
            boolean silent = said.isSilent(token) && !token.is(Kind.STOP) && !token.is(Kind.COMMA)
                    || token.is(Kind.STOP) && token.text().equals("\n");
            boolean harmless = silent
                    || token.is(Kind.COLON)
                    || token.is(Role.LINK)
                    || token.is(Role.BY)
                    || token.is(Role.LOT)
                    || token.is(Role.VERB)
                    || token.is(Role.LEAD)
                    || token.text().equals("=")
                    || Amount.isLabel(plain, i);
            if (!harmless) {
                return false;
            }
        }
        return true;
    }

    /** Right behind the bid ends its clause or follows a harmless word; later in the clause nothing comments on it. */
    boolean tailIsHarmless(int from) {
        for (int i = from; i < plain.size(); i++) {
            Token token = plain.get(i);
            if (isBreak(i) || token.is(Kind.MARKUP)) {
                return true;
            }
            boolean harmless = said.isSilent(token)
                    || token.is(Role.TAIL)
                    || token.is(Role.LOT)
                    || token.is(Role.MORE)
                    || token.is(Role.VERB)
                    || token.is(Kind.CLOSE)
                    || token.text().equals("'")
                    || Amount.isLabel(plain, i);
            boolean free = i > from && plain.get(from).is(Role.TAIL) && !token.is(Kind.MENTION);
            if (token.is(Role.REMARK) || !harmless && !free) {
                return false;
            }
        }
        return true;
    }

    boolean isBreak(int i) {
        return plain.get(i).is(Kind.STOP)
                || plain.get(i).is(Kind.COMMA)
                || plain.get(i).is(Kind.DASH);
    }

    /** "bob, bid 3 eth" tells somebody else to. */
    private boolean addressesOthers(int comma) {
        int from = comma;
        while (from > 0 && !isBreak(from - 1)) {
            from--;
        }
        Token only = comma - from == 1 ? plain.get(from) : null;
        return only != null
                && !said.isSilent(only)
                && (only.is(Kind.MENTION) || only.roles().isEmpty() && (only.is(Kind.WORD) || only.is(Kind.CAPITALS)));
    }
}
