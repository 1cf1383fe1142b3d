package com.sothebais.auction.engine;

import com.sothebais.api.auction.AuctionEvent;
import com.sothebais.api.auction.AuctionEvent.AuctionExtended;
import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.BidRefused;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.StreamId;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.money.Money;
import com.sothebais.api.social.Post;
import com.sothebais.auction.rules.Entries;
import com.sothebais.auction.rules.Floor;
import com.sothebais.auction.rules.LotState;
import com.sothebais.auction.rules.LotState.Status;
import com.sothebais.auction.rules.Proxies;
import com.sothebais.auction.rules.Verdict.Accepted;
import com.sothebais.auction.rules.Verdict.Refused;
import java.time.Instant;
import java.util.Optional;

/** Writes verdicts, with their lines in the lot's ledger, and what private maxima answer to them. */
final class Verdicts {
    private final Batch batch;
    private final Floor floor;
    private AuctionId newest;
    private StreamId stream;

    Verdicts(Batch batch) {
        this.batch = batch;
        this.floor = batch.floor();
    }

    void accept(Post post, Accepted accepted, Instant at) {
        CorrelationId story = new CorrelationId(post.id().toString());
        lead(post, accepted, at, story);
        LotState lot = lot(accepted.auction());
        if (!lot.maxima().list().isEmpty()) {
            answer(Proxies.respond(floor, lot, post, at), at, story);
        }
    }

    /** What the engine bids for private maxima now, after something that was no bid. */
    void respond(AuctionId auction, Instant at, CorrelationId story) {
        answer(Proxies.respond(floor, lot(auction), at), at, story);
    }

    private void answer(Optional<Proxies.Answer> answer, Instant at, CorrelationId story) {
        if (answer.isPresent()) {
            lead(answer.get().post(), answer.get().accepted(), at, story);
        }
    }

    private void lead(Post post, Accepted accepted, Instant at, CorrelationId story) {
        AuctionId auction = accepted.auction();
        LotState before = lot(auction);
        Hash entry = entry(before, post, Entries.ACCEPTED, Optional.of(accepted.amount()), at);
        AuctionEvent bid = new BidAccepted(
                auction,
                post,
                accepted.bidder(),
                accepted.amount(),
                accepted.nextMinimum(),
                accepted.displaced(),
                entry);
        batch.decide(stream(auction), bid, at, story);
        if (accepted.extended().isPresent()) {
            LotState.Clockwork clock = before.clock();
            AuctionEvent longer = new AuctionExtended(
                    auction, clock.ends(), accepted.extended().get(), clock.extensions() + 1);
            batch.decide(stream(auction), longer, at, story);
        }
    }

    void refuse(Post post, Refused refused, Instant at) {
        Optional<Hash> entry = Optional.empty();
        StreamId place;
        if (refused.auction().isPresent()) {
            AuctionId auction = refused.auction().get();
            LotState lot = lot(auction);
            place = stream(auction);
            if (lot.is(Status.OPEN)) {
                entry = Optional.of(entry(lot, post, refused.reason().name(), refused.amount(), at));
            }
        } else {
            place = mentions(post);
        }
        AuctionEvent fact = new BidRefused(
                refused.auction(), post, refused.reason(), refused.amount(), refused.nextMinimum(), entry);
        batch.decide(place, fact, at, new CorrelationId(post.id().toString()));
    }

    private LotState lot(AuctionId auction) {
        return floor.lot(auction).orElseThrow(() -> new IllegalStateException("a verdict for unknown lot " + auction));
    }

    private static Hash entry(LotState lot, Post post, String verdict, Optional<Money> amount, Instant at) {
        Entries.Source source = new Entries.Source(post.id(), post.author().id());
        return Entries.next(lot, source, verdict, amount, at).hash();
    }

    /** Nearly always the same as before. */
    private StreamId stream(AuctionId auction) {
        if (!auction.equals(newest)) {
            newest = auction;
            stream = Streams.of(auction);
        }
        return stream;
    }

    static StreamId mentions(Post post) {
        return new StreamId("mentions/" + post.id().network());
    }
}
