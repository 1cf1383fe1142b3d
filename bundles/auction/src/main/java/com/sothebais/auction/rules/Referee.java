package com.sothebais.auction.rules;

import com.sothebais.api.auction.Bidder;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.PostId;
import com.sothebais.auction.grammar.Flaw;
import com.sothebais.auction.grammar.Intent;
import com.sothebais.auction.grammar.Reading;
import com.sothebais.auction.rules.LotState.Pending;
import com.sothebais.auction.rules.Verdict.Refused;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules: state, bid and now give a verdict. Pure. */
public final class Referee {

    /** How long a large bid waits for its bidder's yes. */
    public static final Duration CONFIRM_WITHIN = Duration.ofMinutes(5);

    private final Floor floor;

    public Referee(Floor floor) {
        this.floor = floor;
    }

    /** The open lots that the post may be for. */
    public List<LotState> heard(Post post) {
        return Target.heard(floor.openLots(), post);
    }

    /** The lot that the post is for, as far as its number, its thread and its time say it. */
    public Optional<LotState> meant(Post post, Reading reading) {
        return Target.of(floor, post, reading).lot();
    }

    /** Judges a post that means money. The reading may be of any intent; {@code now} is when the post arrived. */
    public Verdict judge(Post post, Reading reading, Instant now) {
        Target target = Target.of(floor, post, reading);
        Optional<Money> amount = stated(reading, target);
        if (reading.intent() == Intent.RETRACT) {
            return refused(takenBack(target, post, reading, now), Reason.RETRACTION, Optional.empty());
        }
        if (target.trouble().isPresent()) {
            return refused(target, target.trouble().get(), amount);
        }
        if (!reading.binds()) {
            return refused(target, reason(reading), amount);
        }
        LotState lot = target.lot().orElseThrow();
        if (isOtherMoney(lot, reading)) {
            return refused(target, Reason.UNSUPPORTED_CURRENCY, Optional.empty());
        }
        Money bid = reading.intent() == Intent.BID && amount.isPresent() ? amount.get() : resolved(lot, reading);
        return judge(lot, post, bid, new Moment(now, false));
    }

    /**
     * Judges the yes to a large bid; empty when nothing waits for it. With large bids waiting on several lots the yes must name a lot
     * or answer the bid or the host's question about it.
     */
    public Optional<Verdict> confirm(Post post, Reading reading, Instant now) {
        List<LotState> waiting = waiting(post, now);
        Optional<Integer> number = reading.extras().lot();
        if (number.isPresent()) {
            waiting.removeIf(lot -> lot.plan().lot().number() != number.get());
        }
        if (waiting.size() > 1) {
            List<LotState> answered = new ArrayList<>(waiting);
            answered.removeIf(lot -> !answers(post, pending(lot, post)));
            waiting = answered.isEmpty() ? waiting : answered;
        }
        if (waiting.size() > 1) {
            return Optional.of(new Refused(Optional.empty(), Reason.AMBIGUOUS, Optional.empty(), Optional.empty()));
        }
        return waiting.isEmpty() ? Optional.empty() : Optional.of(confirmed(waiting.get(0), post, now));
    }

    /** With several lots open a retraction is for the one that it names, or where it answers the large bid or the question about it. */
    private Target takenBack(Target target, Post post, Reading reading, Instant now) {
        if (target.lot().isEmpty() && reading.extras().lot().isEmpty()) {
            for (LotState lot : waiting(post, now)) {
                if (answers(post, pending(lot, post))) {
                    return new Target(Optional.of(lot), Optional.empty());
                }
            }
        }
        return target;
    }

    private Verdict confirmed(LotState lot, Post post, Instant now) {
        Money amount = pending(lot, post).amount();
        // Whatever is wrong with the time of the yes, it was for the lot that waits for it.
        Target target = new Target(Optional.of(lot), Target.in(floor, lot, post).trouble());
        return target.trouble().isPresent()
                ? refused(target, target.trouble().get(), Optional.of(amount))
                : judge(lot, post, amount, new Moment(now, true));
    }

    /** The open lots on which a large bid of the author waits; a new list. */
    private List<LotState> waiting(Post post, Instant now) {
        List<LotState> waiting = new ArrayList<>();
        for (LotState lot : Target.heard(floor.openLots(), post)) {
            Pending pending = pending(lot, post);
            if (pending != null && now.isBefore(pending.asked().plus(CONFIRM_WITHIN))) {
                waiting.add(lot);
            }
        }
        return waiting;
    }

    private static Pending pending(LotState lot, Post post) {
        return lot.lead().pending().get(post.author().id());
    }

    private static boolean answers(Post post, Pending pending) {
        Optional<PostId> target = post.relation().target();
        return target.isPresent() && (target.get().equals(pending.post()) || target.equals(pending.question()));
    }

    /** Refuses whatever the post says, for example because there were too many. */
    public Verdict refuse(Post post, Reading reading, Reason reason) {
        Target target = Target.of(floor, post, reading);
        return refused(target, reason, stated(reading, target));
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
                && amount.isMoreThan(lot.price().times(lot.rules().confirmFactor()))) {
            reason = Reason.CONFIRM_LARGE;
        } else if (amount.isMoreThan(floor.free(wallet.get(), lot))) {
            reason = Reason.NEEDS_FUNDS;
        }
        if (reason != null) {
            return new Refused(
                    Optional.of(lot.plan().auction()), reason, Optional.of(amount), Optional.of(lot.nextMinimum()));
        }
        Bidder bidder = new Bidder(post.author(), wallet.get());
        return Verdict.accepted(lot, bidder, amount, Extensions.seen(lot, made(post, moment.now())));
    }

    /** When a post was made: never after it arrived, whatever the network says. */
    static Instant made(Post post, Instant arrived) {
        return post.at().isBefore(arrived) ? post.at() : arrived;
    }

    private static Money resolved(LotState lot, Reading reading) {
        if (reading.intent() == Intent.BID_MIN) {
            return lot.nextMinimum();
        }
        Money said = exact(reading.amount().orElseThrow(), lot.rules().currency())
                .orElseThrow(() -> new IllegalArgumentException("more decimals than the currency has: " + reading));
        return reading.intent() == Intent.RAISE ? lot.price().plus(said) : said;
    }

    /** An amount that was read for another lot never becomes money of this one. */
    private static boolean isOtherMoney(LotState lot, Reading reading) {
        Optional<String> code = reading.currency();
        return code.isPresent() && !code.get().equals(lot.rules().currency().code());
    }

    /** The amount as read, in the lot's currency; amounts in other currencies have no place in its books. */
    private static Optional<Money> stated(Reading reading, Target target) {
        if (reading.intent() == Intent.RAISE
                || reading.amount().isEmpty()
                || reading.currency().isEmpty()
                || target.lot().isEmpty()) {
            return Optional.empty();
        }
        Currency currency = target.lot().get().rules().currency();
        return reading.currency().get().equals(currency.code())
                ? exact(reading.amount().get(), currency)
                : Optional.empty();
    }

    /** Empty when the amount has more decimals than the currency. */
    private static Optional<Money> exact(BigDecimal amount, Currency currency) {
        BigDecimal units = amount.movePointRight(currency.decimals());
        if (units.scale() > 0) {
            units = units.stripTrailingZeros();
        }
        return units.scale() > 0 ? Optional.empty() : Optional.of(new Money(units.toBigIntegerExact(), currency));
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
