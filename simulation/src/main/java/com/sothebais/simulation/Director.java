package com.sothebais.simulation;

import com.sothebais.simulation.Action.Kind;
import com.sothebais.simulation.oracle.LotBook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Lets the actions of a scenario happen, each after its wait. */
final class Director {
    private static final int CAMPAIGNS_MAX = 5;
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final World world;
    private final Crowd crowd;
    private final Treasury treasury;
    private final Chamber chamber;

    Director(World world) {
        this.world = world;
        this.crowd = new Crowd(world);
        this.treasury = new Treasury(world);
        this.chamber = new Chamber(world);
    }

    void open() {
        world.runUntil(world.time.plusMillis(1));
        treasury.open();
        publish(new Dice(world.scenario.seed() + 1));
    }

    void act(Action action) {
        Dice dice = new Dice(action.seed());
        world.runUntil(when(dice));
        boolean over = world.oracle.lots().stream().allMatch(LotBook::isClosed);
        if (over && dice.percent(50)) {
            publish(dice);
        }
        Kind kind = action.kind();
        switch (kind) {
            case BID -> crowd.bid(dice);
            case TALK -> crowd.talk(dice);
            case YES -> crowd.yes(dice);
            case TRICK -> crowd.trick(dice);
            case AGAIN -> crowd.again(dice);
            case WALLET -> treasury.wallet(dice);
            case DEPOSIT -> treasury.deposit(dice);
            case WITHDRAW -> treasury.withdraw(dice);
            case SETTLE -> treasury.settle(dice);
            case PUBLISH -> publish(dice);
            case OVERRIDE -> chamber.override(dice);
            case MAXIMUM -> chamber.maximum(dice);
            case WAIT -> {}
            default -> trouble(kind, dice);
        }
    }

    /** Mostly soon; sometimes at the edge of something. While nothing is open, mostly when something opens. */
    private Instant when(Dice dice) {
        Optional<Instant> opening = opening();
        if (opening.isPresent() && dice.percent(70)) {
            return opening.get().plus(dice.upTo(SECOND.multipliedBy(3)));
        }
        int way = dice.below(100);
        if (way < 45) {
            return world.time.plus(dice.upTo(SECOND.multipliedBy(2)));
        }
        if (way < 70) {
            return world.time.plus(dice.upTo(SECOND.dividedBy(10)));
        }
        if (way < 80) {
            return world.time.plus(dice.upTo(SECOND.multipliedBy(15)));
        }
        if (way < 90) {
            Instant due = world.next();
            Instant at = due.equals(Instant.MAX) ? world.time : due.plusMillis(dice.between(-1, 1));
            return World.later(at, world.time);
        }
        List<Instant> ends = world.oracle.lots().stream()
                .filter(LotBook::isOpen)
                .map(lot -> lot.ends().minus(world.offset).minus(dice.upTo(SECOND.multipliedBy(4))))
                .filter(world.time::isBefore)
                .toList();
        return ends.isEmpty() ? world.time.plus(SECOND) : dice.one(ends);
    }

    /** When the next lot opens, in true time; empty while one is open. */
    private Optional<Instant> opening() {
        Instant next = Instant.MAX;
        for (LotBook lot : world.oracle.lots()) {
            if (lot.isOpen()) {
                return Optional.empty();
            }
            if (!lot.isClosed()) {
                next = World.earlier(next, lot.plan().opens());
            }
        }
        return Optional.of(next)
                .filter(opens -> !opens.equals(Instant.MAX))
                .map(opens -> opens.minus(world.offset))
                .filter(world.time::isBefore);
    }

    private void publish(Dice dice) {
        int number = world.commands.given().size() + 1;
        if (number > 1 && dice.percent(25)) {
            world.commands.again(dice.one(world.commands.given()));
        } else if (number <= CAMPAIGNS_MAX) {
            world.commands.publish(Programme.of(dice, number, world.wall()));
        }
    }

    private void trouble(Kind kind, Dice dice) {
        switch (kind) {
            case CLOCK -> clock(dice);
            case RIVAL -> rival();
            default -> world.node.ifPresent(node -> trouble(kind, node, dice));
        }
    }

    private void trouble(Kind kind, Node node, Dice dice) {
        switch (kind) {
            case CRASH -> {
                if (dice.percent(25)) {
                    world.crash(node);
                } else {
                    node.interference.crashAfter(dice.below(12));
                }
            }
            case DATABASE -> database(node, dice);
            case DISPATCH -> {
                if (dice.percent(50)) {
                    node.heldUntil = world.time.plus(dice.upTo(SECOND.multipliedBy(8)));
                } else {
                    node.dispatched = dice.between(0, node.dispatched);
                    node.wakeBy(world.time);
                }
            }
            case SLEEP -> node.wakes = world.time.plus(dice.upTo(SECOND.multipliedBy(dice.percent(90) ? 4 : 60)));
            default ->
                node.interference.meanwhile(dice.percent(50) ? world::handNext : () -> world.recordMeanwhile(node));
        }
    }

    private static void database(Node node, Dice dice) {
        int times = 1 + dice.below(3);
        switch (dice.below(3)) {
            case 0 -> node.interference.refuse(times);
            case 1 -> node.interference.loseAnswer(times);
            default -> node.interference.failRead(times);
        }
    }

    /** The clock is set, and often set right again the next time. */
    private void clock(Dice dice) {
        long millis = dice.percent(95) ? dice.between(1, 5_000) : dice.between(5_000, 600_000);
        boolean back = dice.percent(50);
        boolean right = !world.offset.isZero() && dice.percent(60);
        Duration set = world.offset.plusMillis(back ? -millis : millis);
        world.offset = right ? Duration.ZERO : set;
        world.node.ifPresent(node -> node.wakeBy(world.time));
        world.rival.ifPresent(node -> node.wakeBy(world.time));
    }

    /** The new one takes over with its first step; the old one does not know and is still handed posts. */
    private void rival() {
        if (world.node.isPresent() && world.rival.isEmpty()) {
            world.rival = world.node;
            world.node = Optional.of(world.start());
        }
    }

    /** No more faults; everything that was said, sold and owed comes to its end, and then once more after a restart. */
    void close() {
        new Finish(world, treasury, chamber).close();
    }
}
