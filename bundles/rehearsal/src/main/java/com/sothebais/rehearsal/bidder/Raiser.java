package com.sothebais.rehearsal.bidder;

import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.money.Money;
import com.sothebais.api.show.LotView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Raises whenever somebody else leads, after thinking for a while, until the lot gets too dear. Bids only before the last part of
 * a lot, so that it never moves the end.
 */
public final class Raiser implements Habit {
    /**
     * What drives a raiser.
     *
     * @param limits most for the first lot, the second and so on, in the lot's {@link Amounts#stake stakes}; the last holds for all
     *     further ones
     * @param percent the raise as a share of the least next bid, 100 for exactly that
     * @param thinkLeast shortest pause before a bid, in seconds of the demo show
     * @param thinkMost longest pause
     */
    public record Temper(List<String> limits, int percent, double thinkLeast, double thinkMost) {
        public Temper {
            limits = List.copyOf(limits);
        }
    }

    private final Temper temper;
    private final Phrases phrases;
    private final RandomGenerator random;
    private Optional<AuctionId> lot = Optional.empty();
    private Optional<Instant> due = Optional.empty();

    public Raiser(Temper temper, Phrases phrases, RandomGenerator random) {
        this.temper = temper;
        this.phrases = phrases;
        this.random = random;
    }

    @Override
    public List<Move> next(Situation situation) {
        Optional<LotView> open = situation.open().filter(view -> !situation.leads(view));
        if (open.isEmpty()) {
            due = Optional.empty();
            return List.of();
        }
        LotView view = open.get();
        if (due.isEmpty() || !lot.equals(Optional.of(view.auction()))) {
            lot = Optional.of(view.auction());
            due = Optional.of(situation.now().plus(thought(situation.pace())));
            return List.of();
        }
        Money bid = Amounts.percent(view.bidding().nextMinimum(), temper.percent());
        if (situation.now().isBefore(due.get())
                || situation.left(view).compareTo(situation.pace().hush()) <= 0
                || bid.isMoreThan(limit(situation, view))) {
            return List.of();
        }
        due = Optional.of(situation.now().plus(thought(situation.pace())));
        return List.of(Move.say(phrases.with(view, bid)));
    }

    private Duration thought(Pace pace) {
        double spread = temper.thinkMost() - temper.thinkLeast();
        return pace.seconds(temper.thinkLeast() + random.nextDouble() * spread);
    }

    private Money limit(Situation situation, LotView view) {
        int index =
                Math.min(Math.max(0, situation.indexOf(view)), temper.limits().size() - 1);
        return Amounts.times(Amounts.stake(view.rules()), temper.limits().get(index));
    }
}
