package com.sothebais.simulation;

import com.sothebais.api.auction.LotOverride;
import com.sothebais.api.auction.LotOverride.Cancel;
import com.sothebais.api.auction.LotOverride.ChangeReserve;
import com.sothebais.api.auction.LotOverride.ChangeViewerDelay;
import com.sothebais.api.auction.LotOverride.Extend;
import com.sothebais.api.auction.LotOverride.ForceClose;
import com.sothebais.api.auction.LotOverride.Pause;
import com.sothebais.api.auction.LotOverride.Resume;
import com.sothebais.api.auction.LotOverride.VoidBid;
import com.sothebais.api.auction.MaximumAnswer;
import com.sothebais.api.auction.OverrideException;
import com.sothebais.api.auction.OverrideException.Obstacle;
import com.sothebais.api.auction.OverridePreview;
import com.sothebais.api.auction.Reserve;
import com.sothebais.api.event.Decree;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import com.sothebais.api.social.PostId;
import com.sothebais.simulation.Cast.Person;
import com.sothebais.simulation.oracle.Invariant;
import com.sothebais.simulation.oracle.LotBook;
import com.sothebais.simulation.oracle.Maxima.Wish;
import com.sothebais.simulation.oracle.Violation;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What is done behind closed doors: overrides of admins and private maxima of bidders. Nobody asks again when the answer is lost. */
final class Chamber {
    private static final int DELAY_MILLIS_MAX = 15_000;

    private final World world;
    private Optional<OverridePreview> preview = Optional.empty();
    private int orders;

    Chamber(World world) {
        this.world = world;
    }

    /** Mostly a lot that is open. */
    private Optional<LotBook> lot(Dice dice) {
        List<LotBook> all = List.copyOf(world.oracle.lots());
        List<LotBook> open = all.stream().filter(LotBook::isOpen).toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(open.isEmpty() || dice.percent(15) ? dice.one(all) : dice.one(open));
    }

    // --- overrides

    void override(Dice dice) {
        Optional<LotBook> lot = lot(dice);
        if (world.node.isPresent() && lot.isPresent()) {
            if (preview.isPresent() && dice.percent(40)) {
                OverridePreview seen = preview.get();
                preview = Optional.empty();
                world.oracle.lots().stream()
                        .filter(one -> one.id().equals(seen.auction()))
                        .forEach(one -> order(one, seen.override(), Optional.of(seen.basis())));
            } else if (dice.percent(25)) {
                look(lot.get(), kind(dice, lot.get()));
            } else {
                order(lot.get(), kind(dice, lot.get()), Optional.empty());
            }
        }
    }

    private static LotOverride kind(Dice dice, LotBook lot) {
        int way = dice.below(100);
        if (lot.isPaused() && way < 60) {
            return new Resume();
        }
        if (way < 20) {
            return new Pause();
        }
        if (way < 35) {
            return new Extend(Duration.ofSeconds(1).plus(dice.upTo(Duration.ofSeconds(30))));
        }
        if (way < 65 && !lot.bids().isEmpty()) {
            List<LotBook.Bid> bids = lot.bids();
            LotBook.Bid bid = dice.percent(60) ? bids.get(bids.size() - 1) : dice.one(bids);
            return new VoidBid(dice.percent(97) ? bid.post() : new PostId("alpha", "of-nobody"));
        }
        if (way < 80) {
            Currency currency = lot.rules().currency();
            Money reserve = Programme.tenths(dice.between(1, 60), dice.percent(95) ? currency : Cast.USDC);
            return new ChangeReserve(
                    dice.percent(80) ? Optional.of(new Reserve(reserve, dice.percent(50))) : Optional.empty());
        }
        if (way < 93) {
            return new ChangeViewerDelay(Duration.ofMillis(dice.between(0, DELAY_MILLIS_MAX)));
        }
        return dice.percent(50) ? new ForceClose() : new Cancel();
    }

    /** Asks for the effects alone. */
    private void look(LotBook lot, LotOverride override) {
        Node node = world.node.orElseThrow();
        ask(node, () -> node.room
                .override(lot.id(), override, Optional.empty(), Optional.empty())
                .ifPresent(done -> node.asked.add(new Node.Asked<>(done, answer -> {
                    if (!answer.isCompletedExceptionally()) {
                        preview = Optional.of(answer.join());
                        world.oracle.told(answer.join());
                    }
                }))));
    }

    private void order(LotBook lot, LotOverride override, Optional<String> basis) {
        Node node = world.node.orElseThrow();
        String reason = "order " + ++orders;
        world.oracle.ordered(reason, lot.id(), override);
        Optional<Decree> decree = Optional.of(new Decree("admin", reason));
        boolean allowed = basis.isEmpty() && world.oracle.allows(lot, override, world.latest());
        int version = lot.version();
        ask(node, () -> node.room
                .override(lot.id(), override, basis, decree)
                .ifPresent(done -> node.asked.add(new Node.Asked<>(done, answer -> {
                    if (!answer.isCompletedExceptionally()) {
                        world.oracle.done(reason);
                        world.oracle.told(answer.join());
                    } else if (refusal(answer) instanceof OverrideException refused) {
                        boolean must = allowed
                                && lot.version() == version
                                && world.oracle.allows(lot, override, world.latest())
                                && refused.obstacle() != Obstacle.UNAVAILABLE;
                        world.oracle.told(refused.getMessage());
                        require(!must, override + " of " + lot.id() + " was refused: " + refused.getMessage());
                    }
                }))));
    }

    /** Nothing stays paused for ever; false when nothing was. */
    boolean resumeAll() {
        List<LotBook> paused =
                world.oracle.lots().stream().filter(LotBook::isPaused).toList();
        if (world.node.isPresent()) {
            paused.forEach(lot -> order(lot, new Resume(), Optional.empty()));
        }
        return !paused.isEmpty();
    }

    private static Throwable refusal(CompletableFuture<?> answer) {
        try {
            answer.join();
            return null;
        } catch (CompletionException e) {
            return e.getCause();
        }
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new Violation(Invariant.VERDICT, message);
        }
    }

    /** Enqueues, which looks at the clock and may be the end of the process. */
    private void ask(Node node, Runnable question) {
        world.oracle.unordered();
        try {
            question.run();
            node.wakeBy(world.time);
        } catch (Crash e) {
            world.crash(node);
        }
    }

    // --- private maxima

    void maximum(Dice dice) {
        Optional<LotBook> lot = lot(dice);
        if (world.node.isPresent() && lot.isPresent()) {
            Person person = dice.one(world.scenario.cast().people());
            boolean withdraws =
                    dice.percent(lot.get().hasMaximum(person.account().id()) ? 25 : 3);
            wish(lot.get(), person, withdraws ? Optional.empty() : Optional.of(amount(dice, lot.get(), person)));
        }
    }

    /** With digits that no other amount has. */
    private Money amount(Dice dice, LotBook lot, Person person) {
        Currency currency = lot.rules().currency();
        BigInteger tenth = BigInteger.TEN.pow(currency.decimals() - 1);
        BigInteger odd = BigInteger.valueOf(Math.floorMod(dice.next(), tenth.longValueExact() - 1) + 1);
        BigInteger whole;
        if (dice.percent(10)) {
            whole = lot.price().units().subtract(tenth);
        } else if (dice.percent(15)) {
            whole = tenth.multiply(BigInteger.valueOf(person.purse()));
        } else {
            whole = lot.least().units().add(tenth.multiply(BigInteger.valueOf(dice.between(0, 40))));
        }
        return new Money(
                whole.max(BigInteger.ZERO).divide(tenth).multiply(tenth).add(odd), currency);
    }

    private void wish(LotBook lot, Person person, Optional<Money> amount) {
        Node node = world.node.orElseThrow();
        Wish wish = new Wish(lot.id(), person.account().id(), amount);
        world.oracle.wished(wish);
        int version = lot.version();
        Instant asked = world.latest();
        boolean allowed = world.oracle.allows(lot, wish, asked, node.learner);
        ask(node, () -> node.room
                .maximum(lot.id(), person.account(), amount)
                .ifPresent(done -> node.asked.add(new Node.Asked<>(done, answer -> {
                    if (answer.isCompletedExceptionally()) {
                        return;
                    }
                    if (answer.join() instanceof MaximumAnswer.Refused refused) {
                        boolean must = allowed
                                && lot.version() == version
                                && world.oracle.allows(lot, wish, world.latest(), node.learner);
                        require(!must, wish + " was refused: " + refused);
                    } else if (amount.isPresent()) {
                        world.oracle.done(wish);
                    }
                    world.oracle.told(answer.join());
                }))));
    }
}
