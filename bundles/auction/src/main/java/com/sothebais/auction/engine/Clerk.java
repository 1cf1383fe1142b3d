package com.sothebais.auction.engine;

import com.sothebais.api.auction.AuctionEvent;
import com.sothebais.api.auction.AuctionEvent.AuctionExtended;
import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.BidRefused;
import com.sothebais.api.auction.AuctionEvent.PostHeard;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.ledger.LedgerEntry;
import com.sothebais.api.ledger.LedgerLine;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.Post;
import com.sothebais.auction.grammar.BidGrammar;
import com.sothebais.auction.grammar.Context;
import com.sothebais.auction.grammar.Hearing;
import com.sothebais.auction.grammar.Intent;
import com.sothebais.auction.grammar.Reading;
import com.sothebais.auction.rules.Floor;
import com.sothebais.auction.rules.LotState;
import com.sothebais.auction.rules.Referee;
import com.sothebais.auction.rules.Verdict;
import com.sothebais.auction.rules.Verdict.Accepted;
import com.sothebais.auction.rules.Verdict.Refused;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Takes posts: hears, reads, has them judged, and writes the verdicts into the batch and the lot's ledger. */
final class Clerk {
    private final Batch batch;
    private final RateLimit limit;
    private final Floor floor;
    private final Referee referee;

    Clerk(Batch batch, RateLimit limit) {
        this.batch = batch;
        this.limit = limit;
        this.floor = batch.floor();
        this.referee = new Referee(floor);
    }

    /** Decides what follows from a post that was not taken before. */
    void take(Post written, Account host, Instant arrived) {
        Post post = Recordable.of(written);
        Instant at = arrived.truncatedTo(ChronoUnit.MICROS);
        Hearing hearing = Hearing.of(post, host.id());
        boolean addressed = hearing == Hearing.ADDRESSED
                || post.mentionsHost() && (hearing == Hearing.EDIT || hearing == Hearing.QUOTES_OTHERS);
        if (!addressed) {
            return;
        }
        boolean allowed = limit.allows(post);
        Reading reading = BidGrammar.read(post.text(), context(post, host));
        boolean money = reading.intent().meansMoney();
        if (hearing == Hearing.EDIT) {
            if (money) {
                verdict(post, referee.refuse(post, reading, Reason.EDITED), at);
            }
        } else if (hearing == Hearing.QUOTES_OTHERS) {
            heard(post, reading, at, allowed);
        } else if (reading.intent() == Intent.CONFIRM && Hearing.repliesTo(post, host.id()) && allowed) {
            Optional<Verdict> confirmed = referee.confirm(post, reading, at);
            confirmed.ifPresentOrElse(verdict -> verdict(post, verdict, at), () -> heard(post, reading, at, true));
        } else if (money) {
            verdict(post, allowed ? referee.judge(post, reading, at) : refusedForRate(post, reading), at);
        } else {
            heard(post, reading, at, allowed);
        }
    }

    private Verdict refusedForRate(Post post, Reading reading) {
        return referee.refuse(post, reading, Reason.RATE_LIMITED);
    }

    private Context context(Post post, Account host) {
        List<LotState> open = floor.openLots();
        Optional<LotState> lot = open.isEmpty() ? Optional.empty() : Optional.of(open.get(0));
        Currency currency = lot.or(() -> floor.lots().stream().findFirst())
                .map(any -> any.plan().rules().currency())
                .orElse(Currency.ETH);
        Optional<BigDecimal> price = lot.map(any -> new BigDecimal(any.price().decimal()));
        String handle = host.handle().toLowerCase(Locale.ROOT);
        return new Context(List.of(currency), price, Hearing.repliesTo(post, host.id()), Set.of(handle));
    }

    /** Too much talk of one account is not even talked about. */
    private void heard(Post post, Reading reading, Instant at, boolean allowed) {
        if (allowed) {
            PostHeard event = new PostHeard(post, reading.intent() == Intent.QUESTION);
            batch.decide(mentions(post), event, at, post.id().toString());
            batch.row(new Batch.Row(post, at, Optional.empty()));
        }
    }

    private void verdict(Post post, Verdict verdict, Instant at) {
        if (verdict instanceof Accepted accepted) {
            accept(post, accepted, at);
        } else if (verdict instanceof Refused refused) {
            refuse(post, refused, at);
        }
    }

    private void accept(Post post, Accepted accepted, Instant at) {
        LotState before = floor.lot(accepted.auction()).orElseThrow();
        LedgerEntry entry = entry(before, post, "ACCEPTED", Optional.of(accepted.amount()), at);
        BidAccepted event = new BidAccepted(
                accepted.auction(),
                post,
                accepted.bidder(),
                accepted.amount(),
                accepted.nextMinimum(),
                accepted.displaced(),
                entry.hash());
        decide(accepted.auction(), post, event, at);
        batch.row(new Batch.Row(post, at, Optional.of(new Batch.Bid(event, Optional.of(entry)))));
        accepted.extended().ifPresent(end -> {
            LotState.Clockwork clock = before.clock();
            decide(
                    accepted.auction(),
                    post,
                    new AuctionExtended(accepted.auction(), clock.ends(), end, clock.extensions() + 1),
                    at);
        });
    }

    private void refuse(Post post, Refused refused, Instant at) {
        Optional<LedgerEntry> entry = refused.auction()
                .flatMap(floor::lot)
                .filter(lot -> lot.is(LotState.Status.OPEN))
                .map(lot -> entry(lot, post, refused.reason().name(), refused.amount(), at));
        BidRefused event = new BidRefused(
                refused.auction(),
                post,
                refused.reason(),
                refused.amount(),
                refused.nextMinimum(),
                entry.map(LedgerEntry::hash));
        String stream = refused.auction().map(id -> "auction/" + id).orElse(mentions(post));
        batch.decide(stream, event, at, post.id().toString());
        batch.row(new Batch.Row(post, at, Optional.of(new Batch.Bid(event, entry))));
    }

    private void decide(AuctionId auction, Post post, AuctionEvent event, Instant at) {
        batch.decide("auction/" + auction, event, at, post.id().toString());
    }

    private static LedgerEntry entry(LotState lot, Post post, String verdict, Optional<Money> amount, Instant at) {
        Hash previous = lot.chain().head();
        LedgerLine line = new LedgerLine(
                lot.plan().auction().value(),
                at,
                post.id().toString(),
                post.author().id().toString(),
                verdict,
                amount.map(money -> money.units().toString()).orElse(""),
                lot.plan().rules().currency().code());
        return LedgerEntry.chain(lot.chain().entries(), previous, line);
    }

    private static String mentions(Post post) {
        return "mentions/" + post.id().network();
    }
}
