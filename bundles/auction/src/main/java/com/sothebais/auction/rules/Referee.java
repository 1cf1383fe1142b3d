package com.sothebais.auction.rules;

import com.sothebais.api.auction.Bidder;
import com.sothebais.api.auction.Extension;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import com.sothebais.api.social.Post;
import com.sothebais.auction.grammar.Flaw;
import com.sothebais.auction.grammar.Intent;
import com.sothebais.auction.grammar.Reading;
import com.sothebais.auction.rules.Verdict.Accepted;
import com.sothebais.auction.rules.Verdict.Refused;
import java.time.Instant;
import java.util.Optional;

/** The rules: state, bid and now give a verdict. Pure. */
public final class Referee {
    private final Floor floor;

    public Referee(Floor floor) {
        this.floor = floor;
    }

    /** Judges a post that means money. The reading may be of any intent; {@code now} is when the post arrived. */
    public Verdict judge(Post post, Reading reading, Instant now) {
        Target target = Target.of(floor, post, reading);
        Optional<Money> amount =
                stated(reading, target.lot().map(lot -> lot.plan().rules().currency()));
        if (reading.intent() == Intent.RETRACT) {
            return refused(target, Reason.RETRACTION, Optional.empty());
        }
        if (target.trouble().isPresent()) {
            return refused(target, target.trouble().get(), amount);
        }
        LotState lot = target.lot().orElseThrow();
        if (!reading.binds()) {
            return refused(target, reason(reading), amount);
        }
        return judge(lot, post, resolved(lot, reading), new Moment(now, false));
    }

    /** Judges the yes to a large bid; empty when nothing waits for it. */
    public Optional<Verdict> confirm(Post post, Instant now) {
        return floor.openLots().stream()
                .filter(lot -> lot.lead().pending().containsKey(post.author().id()))
                .findFirst()
                .map(lot -> {
                    Money amount = lot.lead().pending().get(post.author().id());
                    Target target = Target.in(floor, lot, post);
                    return target.trouble()
                            .<Verdict>map(trouble -> refused(target, trouble, Optional.of(amount)))
                            .orElseGet(() -> judge(lot, post, amount, new Moment(now, true)));
                });
    }

    /** Refuses whatever the post says, for example because there were too many. */
    public Verdict refuse(Post post, Reading reading, Reason reason) {
        Target target = Target.of(floor, post, reading);
        return refused(target, reason, stated(reading, target.lot().map(lot -> lot.plan()
                .rules()
                .currency())));
    }

    /**
     * @param now when the post arrived
     * @param confirmed whether the bidder has said yes to a large amount
     */
    private record Moment(Instant now, boolean confirmed) {}

    private Verdict judge(LotState lot, Post post, Money amount, Moment moment) {
        Optional<WalletAddress> wallet = floor.purses().walletOf(post.author().id());
        Reason reason = null;
        if (wallet.isEmpty()) {
            reason = Reason.NEEDS_WALLET;
        } else if (amount.isLessThan(lot.nextMinimum())) {
            reason = Reason.TOO_LOW;
        } else if (!moment.confirmed()
                && amount.isMoreThan(lot.price().times(lot.plan().rules().confirmFactor()))) {
            reason = Reason.CONFIRM_LARGE;
        } else if (amount.isMoreThan(floor.free(wallet.get(), lot))) {
            reason = Reason.NEEDS_FUNDS;
        }
        if (reason != null) {
            return new Refused(
                    Optional.of(lot.plan().auction()), reason, Optional.of(amount), Optional.of(lot.nextMinimum()));
        }
        return new Accepted(
                lot.plan().auction(),
                new Bidder(post.author(), wallet.get()),
                amount,
                amount.plus(lot.plan().rules().increment().at(amount)),
                lot.lead().bid().map(LotState.Leading::bidder),
                extended(lot, post.at().isBefore(moment.now()) ? post.at() : moment.now()));
    }

    /** A bid close to the end moves it on, never back, so many times and so far as the rules say. */
    static Optional<Instant> extended(LotState lot, Instant bidAt) {
        Extension extension = lot.plan().rules().extension();
        LotState.Clockwork clock = lot.clock();
        boolean close = !bidAt.isBefore(clock.ends().minus(extension.window()));
        if (!close || clock.extensions() >= extension.countMax()) {
            return Optional.empty();
        }
        Instant wanted = bidAt.plus(extension.length());
        Instant latest = clock.firstEnd().plus(extension.hardStop());
        Instant end = (wanted.isAfter(latest) ? latest : wanted).truncatedTo(java.time.temporal.ChronoUnit.MICROS);
        return end.isAfter(clock.ends()) ? Optional.of(end) : Optional.empty();
    }

    private static Money resolved(LotState lot, Reading reading) {
        Currency currency = lot.plan().rules().currency();
        if (reading.intent() == Intent.BID_MIN) {
            return lot.nextMinimum();
        }
        Money said = Money.of(reading.amount().orElseThrow().toPlainString(), currency);
        return reading.intent() == Intent.RAISE ? lot.price().plus(said) : said;
    }

    /** The amount as read, in the lot's currency; amounts in other currencies have no place in its books. */
    private static Optional<Money> stated(Reading reading, Optional<Currency> currency) {
        if (reading.intent() == Intent.RAISE) {
            return Optional.empty();
        }
        return currency.filter(
                        lots -> reading.currency().filter(lots.code()::equals).isPresent())
                .flatMap(lots -> reading.amount()
                        .filter(amount -> amount.stripTrailingZeros().scale() <= lots.decimals())
                        .map(amount -> Money.of(amount.toPlainString(), lots)));
    }

    private static Reason reason(Reading reading) {
        Flaw flaw = reading.flaw().orElse(Flaw.CLARIFY);
        return switch (reading.intent()) {
            case MAX_BID -> Reason.MAX_BID_IN_PUBLIC;
            case REJECT -> Reason.UNREADABLE;
            case RETRACT -> Reason.RETRACTION;
            default ->
                switch (flaw) {
                    case UNSUPPORTED_CURRENCY -> Reason.UNSUPPORTED_CURRENCY;
                    case CONFIRM_WORDS, QUESTION -> Reason.CONFIRM_WORDS;
                    default -> Reason.AMBIGUOUS;
                };
        };
    }

    private static Refused refused(Target target, Reason reason, Optional<Money> amount) {
        Optional<Money> next =
                target.lot().filter(lot -> !lot.is(LotState.Status.CLOSED)).map(LotState::nextMinimum);
        return new Refused(target.lot().map(lot -> lot.plan().auction()), reason, amount, next);
    }
}
