package com.sothebais.auction.grammar;

import com.sothebais.api.money.Currency;
import com.sothebais.auction.grammar.Amount.Sign;
import com.sothebais.auction.grammar.Token.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** Reads a statement that nothing denies: what is bid, and whether every word of its sentence is harmless. */
final class Statement {
    private static final BigInteger UNITS_MAX = BigInteger.ONE.shiftLeft(256);
    private static final int DIGITS_OF_MAX = 70;
    private static final int SHORT_WORDS = 6;
    private static final int NUMBER_WORD_WITHIN = 3;
    private static final long NO_PRICE = Role.mask(Role.MORE, Role.BY, Role.MIN, Role.DOUBT, Role.AWE);
    private static final long INTRODUCING =
            Role.mask(Role.LINK, Role.OBJECT, Role.TO, Role.IS, Role.MY, Role.ARTICLE, Role.DIRECT);
    private static final int SYMBOLS = Kind.mask(Kind.OPEN, Kind.CLOSE, Kind.BRACE, Kind.OTHER);

    private final Sentence said;
    private final Context context;
    private final Clause clause;
    private final List<Amount> amounts;

    Statement(Sentence said, Context context) {
        this.said = said;
        this.context = context;
        this.clause = new Clause(said);
        this.amounts = said.amounts();
    }

    /** Reads a statement with a verb. */
    Reading from(int verb) {
        if (said.any(Role.MAX) && amounts.size() == 1 && amounts.get(0).flaw() == null) {
            return settled(Intent.MAX_BID, amounts.get(0));
        }
        if (verb + 1 < said.size() && isCall(said.at(verb + 1))) {
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
        if (said.any(Role.MAX) || said.any(Role.MIN) || !isClear(verb, amount)) {
            return namesOtherMoney(amount) ? Reading.of(Intent.AMBIGUOUS, Flaw.AMBIGUOUS_CURRENCY) : unclear(amount);
        }
        return isRelative(verb, amount) ? raise(amount) : settled(Intent.BID, amount);
    }

    /** "bid {", "bid [" and "bid(" are data or a call. */
    private static boolean isCall(Token behindVerb) {
        return behindVerb.is(Kind.BRACE) || behindVerb.is(Kind.OPEN) && behindVerb.glued();
    }

    /** Reads amounts without a verb. */
    Reading bare() {
        Optional<Reading> broken = broken();
        if (broken.isPresent()) {
            return broken.get();
        }
        Amount amount = amounts.get(0);
        if (amount.code() == null) {
            return Reading.of(Intent.AMBIGUOUS, Flaw.NO_CURRENCY);
        }
        boolean raises = amount.sign() == Sign.PLUS || context.replyToHost() && isMore(amount);
        if (raises) {
            return raise(amount);
        }
        boolean other = said.anyOf(NO_PRICE) || said.any(SYMBOLS) || namesMoneyOutside() || isAbout(amount);
        return context.replyToHost() && !other ? settled(Intent.BID, amount) : unclear(amount);
    }

    /** "my 5 eth", "from 5 eth", "nice 5 eth" speak about an amount; "ok 5 eth" names one. */
    private boolean isAbout(Amount amount) {
        Token before = amount.from() == 0 ? null : said.at(amount.from() - 1);
        return before != null && before.isWord() && (!before.is(Role.LEAD) || before.isAny(INTRODUCING));
    }

    /** "up 0.5 eth", with nothing else said. */
    Reading up() {
        return broken().orElseGet(() -> raise(amounts.get(0)));
    }

    /** "max 4 eth", with nothing else said. */
    Reading maximum() {
        return broken().orElseGet(() -> settled(Intent.MAX_BID, amounts.get(0)));
    }

    private Reading withoutAmount(int verb) {
        Token word = said.at(verb);
        if (said.any(Role.MAX)) {
            return Reading.of(Intent.AMBIGUOUS, Flaw.CLARIFY).in(saidCurrency());
        }
        if (said.any(Role.MIN)) {
            return minimum(verb);
        }
        Optional<BigDecimal> words = isSpokenOf(verb) ? Optional.empty() : inWords(verb);
        if (words.isPresent()) {
            String code = saidCurrency().orElse(first().code());
            return new Reading(
                    Intent.AMBIGUOUS, words, Optional.of(code), Optional.of(Flaw.CONFIRM_WORDS), Reading.Extras.NONE);
        }
        if (said.any(Role.MULTIPLE)) {
            return Reading.of(Intent.AMBIGUOUS, Flaw.UNSUPPORTED_RELATIVE);
        }
        if (looksLikeAmount(verb)) {
            return Reading.of(Intent.REJECT, Flaw.CONFUSABLE);
        }
        if (said.quotesABid() && said.wordCount() > 1) {
            return Reading.of(Intent.CHAT, Flaw.QUOTED);
        }
        boolean command = word.is(Role.VERB)
                && !isSpokenOf(verb)
                && clause.leadIsHarmless(verb)
                && said.wordCount() <= SHORT_WORDS;
        return command ? Reading.of(Intent.REJECT, Flaw.NO_AMOUNT).in(saidCurrency()) : Reading.of(Intent.CHAT);
    }

    /** "bid O eth": letters in the place of digits. */
    private boolean looksLikeAmount(int verb) {
        return verb + 2 < said.size()
                && said.isLookAlike(said.at(verb + 1))
                && said.at(verb + 2).isUnit();
    }

    private Reading minimum(int verb) {
        int least = said.first(Role.MIN);
        boolean clear = least > verb
                && said.at(verb).is(Role.VERB)
                && clause.leadIsHarmless(verb)
                && clause.linkIsHarmless(verb + 1, least)
                && clause.tailIsHarmless(least + 1)
                && new OtherSentences(said).areHarmless(verb, least + 1)
                && !said.asideMayChangeIt();
        return clear ? Reading.of(Intent.BID_MIN) : Reading.of(Intent.AMBIGUOUS, Flaw.CLARIFY);
    }

    /** Number words count right behind the verb, or with money: "bid for the one I love" names no amount. */
    private Optional<BigDecimal> inWords(int verb) {
        int unit = firstUnit();
        int before = unit - 1;
        while (before > 0 && isNumberWord(before - 1)) {
            before--;
        }
        if (before >= 0 && before < verb && isNumberWord(before)) {
            return NumberWords.find(said, before, unit);
        }
        int to = unit >= 0 ? said.size() : Math.min(said.size(), verb + 1 + NUMBER_WORD_WITHIN);
        return NumberWords.find(said, verb + 1, to);
    }

    /** "five eth", with nothing else said that could change it. */
    Optional<Reading> bareWords() {
        int unit = firstUnit();
        int number = unit > 1 && said.at(unit - 1).is(Role.ARTICLE) ? unit - 2 : unit - 1;
        if (number < 0 || !isNumberWord(number) || said.wordCount() > SHORT_WORDS || said.any(Role.REMARK)) {
            return Optional.empty();
        }
        return Optional.of(new Reading(
                Intent.AMBIGUOUS,
                NumberWords.find(said, 0, unit),
                saidCurrency(),
                Optional.of(Flaw.CONFIRM_WORDS),
                Reading.Extras.NONE));
    }

    private boolean isNumberWord(int i) {
        return said.at(i).isWord() && NumberWords.isNumberWord(said.text(said.at(i)));
    }

    private int firstUnit() {
        for (int i = 0; i < said.size(); i++) {
            if (said.at(i).isUnit() && said.at(i).word().unit() != null) {
                return i;
            }
        }
        return -1;
    }

    /** What is wrong with the amounts themselves. */
    private Optional<Reading> broken() {
        boolean range = said.any(Role.BETWEEN);
        Amount flawed = null;
        for (Amount amount : amounts) {
            if (amount.sign() == Sign.PERCENT) {
                return Optional.of(Reading.of(Intent.AMBIGUOUS, Flaw.UNSUPPORTED_RELATIVE));
            }
            range |= amount.sign() == Sign.RANGE;
            flawed = flawed == null && amount.flaw() != null ? amount : flawed;
        }
        if (said.hasSeveralAmounts()) {
            return Optional.of(Reading.of(Intent.AMBIGUOUS, range ? Flaw.RANGE : Flaw.MULTIPLE_AMOUNTS)
                    .in(commonCurrency()));
        }
        return flawed == null ? Optional.empty() : Optional.of(flawed(flawed));
    }

    private Reading flawed(Amount amount) {
        return switch (amount.flaw()) {
            case AMBIGUOUS_SEPARATOR ->
                Reading.of(Intent.AMBIGUOUS, amount.flaw()).in(amount.currency().or(() -> Optional.of(first().code())));
            case AMBIGUOUS_CURRENCY, UNSUPPORTED_RELATIVE -> Reading.of(Intent.AMBIGUOUS, amount.flaw());
            case CLARIFY -> unclear(amount);
            case NEGATIVE, NON_TERMINATING, OVERFLOW ->
                Reading.of(Intent.REJECT, amount.flaw()).in(amount.currency());
            case BAD_NUMBER ->
                Reading.of(Intent.REJECT, amount.flaw())
                        .in(amount.value() == null ? Optional.empty() : amount.currency());
            default -> Reading.of(Intent.REJECT, amount.flaw());
        };
    }

    private Reading unclear(Amount amount) {
        return Reading.of(Intent.AMBIGUOUS, Flaw.CLARIFY).in(amount.currency().or(this::saidCurrency));
    }

    private boolean isClear(int verb, Amount amount) {
        if (isSpokenOf(verb)
                || amount.code() == null && !isDirect(verb, amount)
                || namesMoneyOutside()
                || said.asideMayChangeIt()) {
            return false;
        }
        Amount last = amounts.get(amounts.size() - 1);
        boolean verbFirst = verb < amount.from();
        int start = verbFirst ? verb : amount.from();
        int linkFrom = verbFirst ? verb + 1 : amount.to();
        int linkTo = verbFirst ? amount.from() : verb;
        int end = verbFirst ? amount.to() : verb + 1;
        boolean repeated = amounts.size() == 1 || clause.repetitionIsHarmless(end, last.from());
        return !clause.isNoun(start)
                && new OtherSentences(said).areHarmless(start, Math.max(end, last.to()))
                && clause.leadIsHarmless(start)
                && clause.linkIsHarmless(linkFrom, linkTo)
                && takesSomething(verb, amount)
                && repeated
                && clause.tailIsHarmless(Math.max(end, last.to()));
    }

    /** "the bidding", "bid is", "lance": not a bid of the author, unlike "I'm bidding", "my bid is" and "meu lance". */
    private boolean isSpokenOf(int verb) {
        Token word = said.at(verb);
        Token before = verb == 0 ? null : said.at(verb - 1);
        boolean mine = before != null && (before.is(Role.MY) || before.is(Role.QUALITY) && isMine(verb - 1));
        if (word.is(Role.OFFER) && !word.is(Role.VERB)) {
            return !mine && !clause.isMade(verb);
        }
        if (word.is(Role.NOUN) && !word.is(Role.VERB)) {
            return !word.is(Role.DOING) || !clause.isDoneByAuthor(verb);
        }
        return verb + 1 < said.size() && said.at(verb + 1).is(Role.IS) && !mine;
    }

    private boolean isMine(int quality) {
        return quality > 0 && said.at(quality - 1).is(Role.MY);
    }

    /** "I'll take 3 eth" is what a seller says, "I'll buy 3 eth" what a trader; "I'll take it for 3 eth" is neither. */
    private boolean takesSomething(int verb, Amount amount) {
        String does = said.at(verb).word().text();
        if (!does.equals("take") && !does.equals("buy") || said.at(verb).is(Role.VERB)) {
            return true;
        }
        for (int i = verb + 1; i < amount.from(); i++) {
            String word = said.at(i).word().text();
            if (said.at(i).is(Role.LOT) || said.at(i).is(Role.THING) || word.equals("it") || word.equals("this")) {
                return true;
            }
        }
        return false;
    }

    /** A number without a currency is an amount only right behind the verb: "bid on 5" may name a lot, "bid 12/24" a day. */
    private boolean isDirect(int verb, Amount amount) {
        boolean doing = said.at(verb).is(Role.DOING) && !said.at(verb).is(Role.VERB);
        if (doing || verb > amount.from() || said.isFraction(said.at(amount.to() - 1))) {
            return false;
        }
        for (int i = verb + 1; i < amount.from(); i++) {
            Token token = said.at(i);
            if (!token.is(Kind.COLON) && !token.is(Kind.EQUALS) && !token.is(Kind.LINE_END) && !token.is(Role.DIRECT)) {
                return false;
            }
        }
        for (int i = amount.to(); i < said.size() && !clause.isEnd(i); i++) {
            Token token = said.at(i);
            boolean lot = said.isLabel(i) || token.is(Role.LOT) || token.is(Role.ORDINAL);
            boolean harmless =
                    said.isSilent(token) || token.is(Role.TAIL) || token.is(Role.MORE) || token.is(Role.OBJECT) || lot;
            if (!harmless) {
                return isWithin(i);
            }
        }
        return true;
    }

    private boolean isWithin(int i) {
        return amounts.size() > 1 && i < amounts.get(amounts.size() - 1).to();
    }

    /** Money outside the amounts, such as "3 eth in usdc", makes it unclear which one is meant. */
    private boolean namesMoneyOutside() {
        return moneyOutside() != null;
    }

    private boolean namesOtherMoney(Amount amount) {
        String outside = moneyOutside();
        return outside != null && amount.code() != null && !outside.equals(amount.code());
    }

    private String moneyOutside() {
        int next = 0;
        for (int i = 0; i < said.size(); i++) {
            while (next < amounts.size() && amounts.get(next).to() <= i) {
                next++;
            }
            boolean inside = next < amounts.size() && amounts.get(next).from() <= i;
            if (!inside && said.at(i).isUnit()) {
                Units.Unit unit = said.at(i).word().unit();
                return unit == null ? "" : unit.code();
            }
        }
        return null;
    }

    private boolean isRelative(int verb, Amount amount) {
        boolean to = false;
        boolean by = false;
        for (int i = verb; i < amount.from(); i++) {
            to |= said.at(i).is(Role.TO);
            by |= said.at(i).is(Role.BY) && !said.at(i).is(Role.LINK);
        }
        boolean raising = said.any(Role.RAISE) && !to;
        return by || raising || amount.sign() == Sign.PLUS || said.any(Role.MORE);
    }

    private boolean isMore(Amount amount) {
        return amount.to() < said.size() && said.at(amount.to()).is(Role.MORE);
    }

    /** A raise that is as high as the price was more likely meant as the new price: asked, never guessed. */
    private Reading raise(Amount amount) {
        boolean more = !said.any(Role.MORE)
                || isMore(amount)
                || amount.from() > 0 && said.at(amount.from() - 1).is(Role.MORE);
        boolean plausible = more
                && context.price()
                        .map(price -> amount.value() != null && amount.value().compareTo(price) < 0)
                        .orElse(false);
        return plausible ? settled(Intent.RAISE, amount) : unclear(amount);
    }

    private Reading settled(Intent intent, Amount amount) {
        String code = amount.code() == null ? first().code() : amount.code();
        BigDecimal value = amount.value().stripTrailingZeros();
        if (value.signum() <= 0) {
            return Reading.of(Intent.REJECT, Flaw.ZERO).in(Optional.of(code));
        }
        Currency currency = taken(code);
        if (currency == null) {
            return reading(intent, value, code, Flaw.UNSUPPORTED_CURRENCY, amount);
        }
        if (value.scale() > currency.decimals()) {
            return Reading.of(Intent.REJECT, Flaw.TOO_PRECISE).in(Optional.of(code));
        }
        boolean large = value.precision() - value.scale() + currency.decimals() > DIGITS_OF_MAX;
        if (large && value.scaleByPowerOfTen(currency.decimals()).toBigInteger().compareTo(UNITS_MAX) >= 0) {
            return Reading.of(Intent.REJECT, Flaw.OVERFLOW).in(Optional.of(code));
        }
        return reading(intent, value, code, null, amount);
    }

    private static Reading reading(Intent intent, BigDecimal value, String code, Flaw flaw, Amount amount) {
        Reading.Extras extras = amount.code() == null ? Reading.Extras.ASSUMED : Reading.Extras.NONE;
        return new Reading(intent, Optional.of(value), Optional.of(code), Optional.ofNullable(flaw), extras);
    }

    private Currency taken(String code) {
        for (Currency currency : context.currencies()) {
            if (currency.code().equals(code)) {
                return currency;
            }
        }
        return null;
    }

    private Optional<String> saidCurrency() {
        int unit = firstUnit();
        return unit < 0
                ? Optional.empty()
                : Optional.of(said.at(unit).word().unit().code());
    }

    private Optional<String> commonCurrency() {
        String common = null;
        for (Amount amount : amounts) {
            if (amount.code() != null && common != null && !common.equals(amount.code())) {
                return Optional.empty();
            }
            common = amount.code() == null ? common : amount.code();
        }
        return Optional.ofNullable(common);
    }

    private Currency first() {
        return context.currencies().get(0);
    }
}
