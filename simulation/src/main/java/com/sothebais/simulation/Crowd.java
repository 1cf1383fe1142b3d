package com.sothebais.simulation;

import com.sothebais.api.money.Money;
import com.sothebais.api.social.AccountId;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.PostId;
import com.sothebais.api.social.Relation;
import com.sothebais.simulation.Cast.Network;
import com.sothebais.simulation.Cast.Person;
import com.sothebais.simulation.Phrases.Phrase;
import com.sothebais.simulation.oracle.LotBook;
import com.sothebais.simulation.oracle.Said;
import com.sothebais.simulation.oracle.Said.Due;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Everybody who posts. */
final class Crowd {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final World world;
    private int posts;

    Crowd(World world) {
        this.world = world;
    }

    private Person person(Dice dice) {
        return dice.one(world.scenario.cast().people());
    }

    /** Mostly an open lot, sometimes any. */
    private Optional<LotBook> lot(Dice dice) {
        List<LotBook> open =
                world.oracle.lots().stream().filter(LotBook::isOpen).toList();
        List<LotBook> all = List.copyOf(world.oracle.lots());
        if (all.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(open.isEmpty() || dice.percent(5) ? dice.one(all) : dice.one(open));
    }

    void bid(Dice dice) {
        Person author = person(dice);
        Optional<LotBook> lot = lot(dice);
        boolean several = world.oracle.lots().stream().filter(LotBook::isOpen).count() > 1;
        Optional<Integer> number = lot.filter(any -> dice.percent(several ? 85 : 20))
                .map(any -> any.plan().lot().number());
        Phrase phrase = phrase(dice, lot, number);
        Due due = Due.VERDICT;
        write(dice, author, phrase, due, lot);
        if (phrase.meaning().amount().isPresent() && dice.percent(30)) {
            // Somebody who is used to be asked says yes right away.
            reply(dice, author, Phrases.yes(dice), Due.HEARING);
        }
    }

    private Phrase phrase(Dice dice, Optional<LotBook> lot, Optional<Integer> number) {
        int way = dice.below(100);
        if (lot.isEmpty() || way < 12) {
            return way < 2 ? Phrases.retraction() : Phrases.unclear(dice);
        }
        if (way < 22) {
            return Phrases.least(number);
        }
        String code = lot.get().rules().currency().code();
        Money amount = amount(dice, lot.get());
        if (way < 28) {
            Money raise = Programme.tenths(dice.between(1, 30), amount.currency());
            return Phrases.raise(decimal(raise), code, number);
        }
        String other = code.equals("ETH") ? "USDC" : "ETH";
        return Phrases.bid(dice, decimal(amount), dice.percent(95) ? code : other, number);
    }

    private static BigDecimal decimal(Money money) {
        return new BigDecimal(money.decimal());
    }

    /** Around the least that counts, to the smallest unit; now and then far beyond. */
    private static Money amount(Dice dice, LotBook lot) {
        Money least = lot.least();
        Money unit = new Money(BigInteger.ONE, least.currency());
        Money amount =
                switch (dice.below(10)) {
                    case 0 -> least.minus(unit);
                    case 1 -> lot.price();
                    case 2 -> least.plus(unit);
                    case 3 -> lot.price().times(lot.rules().confirmFactor());
                    case 4 -> lot.price().times(lot.rules().confirmFactor()).plus(unit);
                    case 5 -> least.times(dice.between(2, 30));
                    case 6, 7 -> least;
                    default -> least.plus(Programme.tenths(dice.between(1, 20), least.currency()));
                };
        return amount.isPositive() ? amount : least;
    }

    void talk(Dice dice) {
        Phrase phrase = Phrases.talk(dice);
        Person author = person(dice);
        if (dice.percent(30)) {
            reply(dice, author, phrase, Due.HEARING);
        } else {
            write(dice, author, phrase, Due.HEARING, Optional.empty());
        }
    }

    void yes(Dice dice) {
        List<Person> awaited = world.scenario.cast().people().stream()
                .filter(person -> world.oracle.lots().stream()
                        .anyMatch(lot -> lot.awaitsYes(person.account().id())))
                .toList();
        Person author = awaited.isEmpty() ? person(dice) : dice.one(awaited);
        reply(dice, author, Phrases.yes(dice), Due.HEARING);
    }

    /** What looks like a bid and is none. */
    void trick(Dice dice) {
        Person author = person(dice);
        Network network = world.scenario.cast().network(author);
        AccountId host = network.host().id();
        Phrase bid = phrase(dice, lot(dice), Optional.empty());
        PostId other = id(network);
        Instant at = at(dice, network, Optional.empty());
        Post plain = new Post(other, author.account(), bid.text(), at, Relation.ORIGINAL, true);
        Said said =
                switch (dice.below(7)) {
                    case 0 -> said(plain, to(Relation.Kind.REPOST, other, host), true, bid, Due.NOTHING);
                    case 1 ->
                        said(
                                plain,
                                to(Relation.Kind.EDIT, other, author.account().id()),
                                true,
                                bid,
                                bid.meaning().isMoney() ? Due.EDITED : Due.NOTHING);
                    case 2 ->
                        said(
                                plain,
                                to(Relation.Kind.QUOTE, other, author.account().id()),
                                true,
                                bid,
                                Due.HEARING);
                    case 3 -> said(plain, Relation.ORIGINAL, false, bid, Due.NOTHING);
                    case 4 -> {
                        Post own = new Post(other, network.host(), bid.text(), at, Relation.ORIGINAL, true);
                        yield new Said(own, bid.meaning(), Due.NOTHING, false);
                    }
                    case 5 -> {
                        PostId odd = new PostId(other.network(), other.id() + "\u0000");
                        Post post = new Post(odd, author.account(), bid.text(), at, Relation.ORIGINAL, true);
                        yield new Said(post, bid.meaning(), Due.FAILURE, false);
                    }
                    default ->
                        said(
                                plain,
                                to(Relation.Kind.QUOTE, other, host),
                                false,
                                bid,
                                bid.meaning().isMoney() ? Due.VERDICT : Due.HEARING);
                };
        send(dice, said, Optional.empty());
    }

    private static Relation to(Relation.Kind kind, PostId target, AccountId author) {
        return Relation.to(kind, new PostId(target.network(), "of-" + target.id()), author);
    }

    private static Said said(Post post, Relation relation, boolean mentions, Phrase phrase, Due due) {
        Post written = new Post(post.id(), post.author(), post.text(), post.at(), relation, mentions);
        return new Said(written, phrase.meaning(), due, false);
    }

    /** A post that was delivered before comes once more. */
    void again(Dice dice) {
        if (!world.written.isEmpty()) {
            int newest = Math.min(world.written.size(), dice.percent(70) ? 5 : 1_000);
            Said said = world.written.get(world.written.size() - 1 - dice.below(newest));
            for (int i = 0; i <= dice.below(3); i++) {
                world.deliver(said, world.time.plus(latency(dice)));
            }
        }
    }

    private void write(Dice dice, Person author, Phrase phrase, Due due, Optional<LotBook> lot) {
        Network network = world.scenario.cast().network(author);
        Post post =
                new Post(id(network), author.account(), phrase.text(), at(dice, network, lot), Relation.ORIGINAL, true);
        send(dice, new Said(post, phrase.meaning(), due, false), lot);
    }

    private void reply(Dice dice, Person author, Phrase phrase, Due due) {
        Network network = world.scenario.cast().network(author);
        Relation relation = Relation.to(
                Relation.Kind.REPLY,
                new PostId(network.name(), "of-host"),
                network.host().id());
        Post post = new Post(
                id(network), author.account(), phrase.text(), at(dice, network, Optional.empty()), relation, false);
        send(dice, new Said(post, phrase.meaning(), due, true), Optional.empty());
    }

    private void send(Dice dice, Said said, Optional<LotBook> lot) {
        Instant arrives = world.time.plus(latency(dice));
        Optional<LotBook> open = lot.filter(LotBook::isOpen);
        if (open.isPresent() && dice.percent(6)) {
            // At the last call, or just before or behind it.
            Instant call = open.get().ends().plus(open.get().rules().lastCall());
            arrives = call.minus(world.offset).plusNanos(dice.between(-1, 1) * 1_000);
        }
        world.write(said, arrives);
        if (dice.percent(8)) {
            world.deliver(said, arrives.plus(latency(dice)));
        }
    }

    private static Duration latency(Dice dice) {
        int way = dice.below(100);
        if (way < 60) {
            return dice.upTo(SECOND.dividedBy(4));
        }
        if (way < 80) {
            return Duration.ZERO;
        }
        return dice.upTo(SECOND.multipliedBy(way < 95 ? 4 : 60));
    }

    private PostId id(Network network) {
        return new PostId(network.name(), "post-" + ++posts);
    }

    /** The network's time of a post that is written now; sometimes just at an edge of the lot. */
    private Instant at(Dice dice, Network network, Optional<LotBook> lot) {
        Optional<LotBook> open = lot.filter(LotBook::isOpen);
        if (open.isPresent() && dice.percent(6)) {
            Instant edge = dice.percent(70)
                    ? open.get().ends().plus(open.get().rules().viewerDelay())
                    : open.get().ends();
            Instant early = world.time.plus(network.skew()).minus(SECOND.multipliedBy(5));
            Instant at = edge.plusNanos(dice.between(-1, 1) * 1_000);
            if (at.isAfter(early)) {
                return at;
            }
        }
        return world.time.plus(network.skew()).plusNanos(dice.between(0, 999));
    }
}
