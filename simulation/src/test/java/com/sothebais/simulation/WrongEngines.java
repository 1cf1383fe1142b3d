package com.sothebais.simulation;

import com.sothebais.api.auction.AuctionEvent.AuctionClosed;
import com.sothebais.api.auction.AuctionEvent.AuctionExtended;
import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.BidRefused;
import com.sothebais.api.auction.Bidder;
import com.sothebais.api.auction.Outcome;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.chain.EscrowMovement.Deposited;
import com.sothebais.api.event.Append;
import com.sothebais.api.event.Event;
import com.sothebais.api.event.EventId;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.EventLogException;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.settlement.SettlementEvent.EscrowMoved;
import com.sothebais.api.social.Inbox.Receipt;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.PostId;
import com.sothebais.auction.engine.SteppedRoom;
import com.sothebais.contract.ForwardingEventLog;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** Engines that are wrong on purpose, made by wiring the right one wrongly. */
final class WrongEngines {
    private WrongEngines() {}

    /** The log, with something about its appends and reads changed. */
    static class Twisted extends ForwardingEventLog {
        final EventLog log;

        Twisted(EventLog log) {
            this.log = log;
        }

        @Override
        protected EventLog log() {
            return log;
        }
    }

    static Wiring log(UnaryOperator<EventLog> twist) {
        return new Wiring() {
            @Override
            public EventLog log(EventLog log) {
                return twist.apply(log);
            }
        };
    }

    /** Records other facts than were decided. */
    static Wiring recording(UnaryOperator<Event> twist) {
        return log(log -> new Twisted(log) {
            @Override
            public List<Recorded> append(Append append) {
                List<NewEvent> facts = new ArrayList<>();
                for (NewEvent fact : append.events()) {
                    facts.add(new NewEvent(
                            fact.stream(),
                            twist.apply(fact.event()),
                            fact.source(),
                            fact.at(),
                            fact.correlation(),
                            fact.causation()));
                }
                return log.append(new Append(facts, append.projection(), append.fence()));
            }
        });
    }

    /** A bid of exactly the price leads. */
    static Wiring acceptsAtEqualPrice() {
        return recording(event -> {
            if (event instanceof BidRefused bid
                    && bid.reason() == Reason.TOO_LOW
                    && bid.auction().isPresent()
                    && bid.entry().isPresent()) {
                Bidder bidder = new Bidder(bid.post().author(), Cast.wallet(number(bid.post())));
                return new BidAccepted(
                        bid.auction().get(),
                        bid.post(),
                        bidder,
                        bid.amount().orElseThrow(),
                        bid.nextMinimum().orElseThrow(),
                        Optional.empty(),
                        bid.entry().get());
            }
            return event;
        });
    }

    private static int number(Post post) {
        return Integer.parseInt(post.author().id().id().replace("user-", ""));
    }

    /** Every deposit counts twice, as if no lock were ever kept of it. */
    static Wiring dropsTheLockOfFunds() {
        return new Wiring() {
            @Override
            public Recorded fact(Recorded fact) {
                if (fact.event() instanceof EscrowMoved moved && moved.movement() instanceof Deposited in) {
                    Deposited twice = new Deposited(
                            in.block(), in.tx(), in.wallet(), in.amount().times(2));
                    NewEvent known = fact.fact();
                    NewEvent wrong = new NewEvent(
                            known.stream(),
                            new EscrowMoved(moved.chain(), twice),
                            known.source(),
                            known.at(),
                            known.correlation(),
                            known.causation());
                    return new Recorded(fact.position(), fact.id(), fact.sequence(), wrong);
                }
                return fact;
            }
        };
    }

    /** A lot is sold below its reserve. */
    static Wiring forgetsTheReserve() {
        return recording(event -> event instanceof AuctionClosed closed
                        && closed.outcome().equals(new Outcome.Returned(Outcome.Cause.RESERVE_NOT_MET))
                ? new AuctionClosed(
                        closed.auction(),
                        closed.lot(),
                        new Outcome.Returned(Outcome.Cause.NO_BIDS),
                        closed.root(),
                        closed.entries())
                : event);
    }

    /** An extension ends a second early. */
    static Wiring extendsTooShort() {
        return recording(event -> event instanceof AuctionExtended extended
                ? new AuctionExtended(
                        extended.auction(), extended.from(), extended.to().minusSeconds(1), extended.count())
                : event);
    }

    /** The published root is that of the entry before. */
    static Wiring publishesAnotherRoot() {
        return recording(event -> event instanceof AuctionClosed closed && closed.entries() > 0
                ? new AuctionClosed(
                        closed.auction(),
                        closed.lot(),
                        closed.outcome(),
                        com.sothebais.api.ledger.Hash.GENESIS,
                        closed.entries())
                : event);
    }

    /** Two auctioneers may write. */
    static Wiring neverFences() {
        return log(log -> new Twisted(log) {
            @Override
            public List<Recorded> append(Append append) {
                return log.append(new Append(append.events(), append.projection(), Optional.empty()));
            }
        });
    }

    /** When the process starts, it reads the log without its newest facts. */
    static Wiring startsFromAnOldState() {
        return log(log -> new Twisted(log) {
            @Override
            public List<Recorded> read(long after, int limit) {
                List<Recorded> page = log.read(after, limit);
                return after == 0 ? page.subList(0, Math.max(0, page.size() - 3)) : List.of();
            }
        });
    }

    /** A failed append is taken for a success. */
    static Wiring believesWhatWasRefused() {
        return new Wiring() {
            @Override
            public EventLog shaky(EventLog log) {
                return new Twisted(log) {
                    @Override
                    public List<Recorded> append(Append append) {
                        try {
                            return log.append(append);
                        } catch (EventLogException e) {
                            List<Recorded> invented = new ArrayList<>();
                            for (NewEvent fact : append.events()) {
                                invented.add(new Recorded(1, EventId.random(), 1, fact));
                            }
                            return invented;
                        }
                    }
                };
            }
        };
    }

    /** The clock of the auctioneer stands in its own past, so that it closes late. */
    static Wiring closesLate() {
        return new Wiring() {
            @Override
            public InstantSource clock(InstantSource clock) {
                return () -> clock.instant().minusSeconds(3);
            }
        };
    }

    /** Every so many posts one is acknowledged and thrown away. */
    static Wiring losesPosts() {
        int[] count = {0};
        return new Wiring() {
            @Override
            public Door inbox(SteppedRoom room) {
                return post -> ++count[0] % 20 == 0
                        ? new Receipt.Taken(CompletableFuture.completedFuture(null))
                        : room.receive(post);
            }
        };
    }

    /** A repeated delivery is a post of its own. */
    static Wiring countsDuplicates() {
        Set<PostId> seen = new HashSet<>();
        return new Wiring() {
            @Override
            public Door inbox(SteppedRoom room) {
                return post -> room.receive(
                        seen.add(post.id())
                                ? post
                                : new Post(
                                        new PostId(
                                                post.id().network(), post.id().id() + "-2"),
                                        post.author(),
                                        post.text(),
                                        post.at(),
                                        post.relation(),
                                        post.mentionsHost()));
            }
        };
    }
}
