package com.sothebais.auction.grammar;

import com.sothebais.api.money.Currency;
import com.sothebais.auction.grammar.Amount.Sign;
import com.sothebais.auction.grammar.Token.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a statement that nothing denies: what is bid, and whether every word of its clause is harmless. */
final class Statement {
    private static final BigInteger UNITS_MAX = BigInteger.ONE.shiftLeft(256);
    private static final int SHORT_WORDS = 6;
    private static final Set<String> DIRECT = Set.of("is", "of", "at", "=", "to", "by", "a", "exactly");

    private final Sentence said;
    private final Context context;
    private final List<Token> plain;
    private final Clause clause;
    private final List<Amount> amounts;

    Statement(Sentence said, Context context) {
        this.said = said;
        this.context = context;
        this.plain = said.plain();
        this.clause = new Clause(said);
        this.amounts = said.amounts();
    }

    /** Reads a statement with a verb. */
    Reading from(int verb) {
        if (isMaximum()) {
            return amounts.size() == 1 && amounts.get(0).flaw() == null
                    ? settled(Intent.MAX_BID, amounts.get(0))
                    : Reading.of(Intent.AMBIGUOUS, Flaw.CLARIFY).in(saidCurrency());
        }
        if (verb + 1 < plain.size() && "{[".contains(plain.get(verb + 1).text())) {
            return Reading.of(Intent.REJECT, Flaw.BAD_NUMBER);
        }
        if (amounts.isEmpty()) {
            return withoutAmount(verb);
        }
        Optional<Reading> broken = broken();
        if (broken.isPresent()) {
            return broken.get();
        }
        Amount amount = amounts.get(0);
        if (said.any(Role.MIN) || !isClear(verb, amount)) {
            return unclear(amount);
        }
        return relative(verb, amount) ? raise(amount) : settled(Intent.BID, amount);
    }

    /** Reads amounts without a verb. */
    Reading bare() {
        Optional<Reading> broken = broken();
        if (broken.isPresent()) {
            return broken.get();
        }
        Amount amount = amounts.get(0);
        if (amount.code().isEmpty()) {
            return Reading.of(Intent.AMBIGUOUS, Flaw.NO_CURRENCY);
        }
        if (amount.sign() == Sign.PLUS) {
            return raise(amount);
        }
        return context.replyToHost() && !said.any(Role.MORE) && !said.any(Role.BY) && !said.any(Role.MIN)
                ? settled(Intent.BID, amount)
                : unclear(amount);
    }

    private boolean isMaximum() {
        for (int i = 0; i < plain.size(); i++) {
            boolean upTo = plain.get(i).text().equals("up")
                    && i + 1 < plain.size()
                    && plain.get(i + 1).text().equals("to");
            if (plain.get(i).is(Role.MAX) || upTo) {
                return true;
            }
        }
        return false;
    }

    private Reading withoutAmount(int verb) {
        Token word = plain.get(verb);
        if (said.any(Role.MIN)) {
            boolean after = said.first(Role.MIN) > verb;
            boolean clear = clause.leadIsHarmless(verb) && clause.linkIsHarmless(verb + 1, said.first(Role.MIN));
            return after && clear && clause.tailIsHarmless(said.first(Role.MIN) + 1) && word.is(Role.VERB)
                    ? Reading.of(Intent.BID_MIN)
                    : Reading.of(Intent.AMBIGUOUS, Flaw.CLARIFY);
        }
        Optional<BigDecimal> words = NumberWords.find(plain.subList(verb, plain.size()));
        if (words.isPresent() && !word.is(Role.NOUN)) {
            String code = saidCurrency().orElse(first().code());
            return new Reading(
                    Intent.AMBIGUOUS, words, Optional.of(code), Optional.of(Flaw.CONFIRM_WORDS), Reading.Extras.NONE);
        }
        if (said.any(Role.MULTIPLE)) {
            return Reading.of(Intent.AMBIGUOUS, Flaw.UNSUPPORTED_RELATIVE);
        }
        if (said.quotesABid() && said.wordCount() > 1) {
            return Reading.of(Intent.CHAT, Flaw.QUOTED);
        }
        boolean command = word.is(Role.VERB) && clause.leadIsHarmless(verb) && said.wordCount() <= SHORT_WORDS;
        return command ? Reading.of(Intent.REJECT, Flaw.NO_AMOUNT).in(saidCurrency()) : Reading.of(Intent.CHAT);
    }

    /** What is wrong with the amounts themselves. */
    private Optional<Reading> broken() {
        for (Amount amount : amounts) {
            if (amount.sign() == Sign.PERCENT) {
                return Optional.of(Reading.of(Intent.AMBIGUOUS, Flaw.UNSUPPORTED_RELATIVE));
            }
        }
        if (said.distinctAmounts() > 1) {
            boolean range = amounts.stream().anyMatch(amount -> amount.sign() == Sign.RANGE)
                    || plain.stream().anyMatch(token -> token.text().equals("between"));
            return Optional.of(Reading.of(Intent.AMBIGUOUS, range ? Flaw.RANGE : Flaw.MULTIPLE_AMOUNTS)
                    .in(commonCurrency()));
        }
        for (Amount amount : amounts) {
            if (amount.flaw() != null) {
                return Optional.of(flawed(amount));
            }
        }
        return Optional.empty();
    }

    private Reading flawed(Amount amount) {
        return switch (amount.flaw()) {
            case AMBIGUOUS_SEPARATOR ->
                Reading.of(Intent.AMBIGUOUS, amount.flaw()).in(amount.code().or(() -> Optional.of(first().code())));
            case AMBIGUOUS_CURRENCY -> Reading.of(Intent.AMBIGUOUS, amount.flaw());
            case CLARIFY -> Reading.of(Intent.AMBIGUOUS, amount.flaw()).in(amount.code());
            case NEGATIVE, NON_TERMINATING, OVERFLOW ->
                Reading.of(Intent.REJECT, amount.flaw()).in(amount.code());
            case BAD_NUMBER ->
                Reading.of(Intent.REJECT, amount.flaw()).in(amount.value() == null ? Optional.empty() : amount.code());
            default -> Reading.of(Intent.REJECT, amount.flaw());
        };
    }

    private Reading unclear(Amount amount) {
        return new Reading(
                Intent.AMBIGUOUS, Optional.empty(), amount.code(), Optional.of(Flaw.CLARIFY), Reading.Extras.NONE);
    }

    private boolean isClear(int verb, Amount amount) {
        if (isSpokenOf(verb) || amount.code().isEmpty() && !isDirect(verb, amount) || namesOtherMoney()) {
            return false;
        }
        Amount last = amounts.get(amounts.size() - 1);
        boolean verbFirst = verb < amount.from();
        int start = verbFirst ? verb : amount.from();
        int linkFrom = verbFirst ? verb + 1 : amount.to();
        int linkTo = verbFirst ? amount.from() : verb;
        int end = verbFirst ? amount.to() : verb + 1;
        boolean repeated = amounts.size() == 1 || clause.linkIsHarmless(end, last.from());
        return clause.leadIsHarmless(start)
                && clause.linkIsHarmless(linkFrom, linkTo)
                && repeated
                && clause.tailIsHarmless(Math.max(end, last.to()));
    }

    /** "the bidding", "bid is": not a bid of the author, unlike "I'm bidding" and "my bid is". */
    private boolean isSpokenOf(int verb) {
        Token word = plain.get(verb);
        String before = verb == 0 ? "" : plain.get(verb - 1).text();
        boolean mine = before.equals("i'm") || before.equals("im");
        boolean noun = word.is(Role.NOUN) && !word.is(Role.VERB);
        boolean is = verb + 1 < plain.size() && plain.get(verb + 1).text().equals("is");
        return noun && !(word.text().equals("bidding") && mine) || is && !before.equals("my");
    }

    /** A number without a currency is an amount only right behind the verb: "bid on 5" may name a lot. */
    private boolean isDirect(int verb, Amount amount) {
        if (verb > amount.from()) {
            return false;
        }
        for (int i = verb + 1; i < amount.from(); i++) {
            String text = plain.get(i).text();
            if (!plain.get(i).is(Kind.COLON)
                    && !DIRECT.contains(text)
                    && !plain.get(i).is(Role.LEAD)) {
                return false;
            }
        }
        for (int i = amount.to(); i < plain.size() && !clause.isBreak(i); i++) {
            if (!said.isSilent(plain.get(i)) && !plain.get(i).is(Role.TAIL)) {
                return false;
            }
        }
        return true;
    }

    /** A currency outside the amounts, such as "3 eth in usdc", makes it unclear which one is meant. */
    private boolean namesOtherMoney() {
        for (int i = 0; i < plain.size(); i++) {
            int at = i;
            boolean inside = amounts.stream().anyMatch(amount -> amount.from() <= at && at < amount.to());
            if (!inside && plain.get(i).isUnit()) {
                return true;
            }
        }
        return false;
    }

    private boolean relative(int verb, Amount amount) {
        boolean to = false;
        boolean by = false;
        for (int i = verb; i < amount.from(); i++) {
            to |= plain.get(i).text().equals("to");
            by |= plain.get(i).is(Role.BY) && plain.get(i).text().equals("by");
        }
        boolean raising = said.any(Role.RAISE) && !to;
        return by || raising || amount.sign() == Sign.PLUS || said.any(Role.MORE);
    }

    /** A raise that is as high as the price was more likely meant as the new price: asked, never guessed. */
    private Reading raise(Amount amount) {
        boolean plausible = context.price()
                .map(price -> amount.value() != null && amount.value().compareTo(price) < 0)
                .orElse(false);
        return plausible ? settled(Intent.RAISE, amount) : unclear(amount);
    }

    private Reading settled(Intent intent, Amount amount) {
        String code = amount.code().orElse(first().code());
        Reading.Extras extras =
                new Reading.Extras(Optional.empty(), amount.code().isEmpty(), Optional.empty());
        BigDecimal value = amount.value().stripTrailingZeros();
        Optional<Currency> currency = context.currencies().stream()
                .filter(taken -> taken.code().equals(code))
                .findFirst();
        if (value.signum() <= 0) {
            return Reading.of(Intent.REJECT, Flaw.ZERO).in(Optional.of(code));
        }
        if (currency.isEmpty()) {
            return new Reading(
                    intent, Optional.of(value), Optional.of(code), Optional.of(Flaw.UNSUPPORTED_CURRENCY), extras);
        }
        if (value.scale() > currency.get().decimals()) {
            return Reading.of(Intent.REJECT, Flaw.TOO_PRECISE).in(Optional.of(code));
        }
        if (value.scaleByPowerOfTen(currency.get().decimals()).toBigInteger().compareTo(UNITS_MAX) >= 0) {
            return Reading.of(Intent.REJECT, Flaw.OVERFLOW).in(Optional.of(code));
        }
        return new Reading(intent, Optional.of(value), Optional.of(code), Optional.empty(), extras);
    }

    private Optional<String> saidCurrency() {
        return plain.stream()
                .filter(Token::isUnit)
                .map(token -> Units.find(token.text()).map(Units.Unit::code))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> commonCurrency() {
        List<String> codes = amounts.stream()
                .flatMap(amount -> amount.code().stream())
                .distinct()
                .toList();
        return codes.size() == 1 ? Optional.of(codes.get(0)) : Optional.empty();
    }

    private Currency first() {
        return context.currencies().get(0);
    }
}
