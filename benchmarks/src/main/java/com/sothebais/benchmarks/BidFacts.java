package com.sothebais.benchmarks;

import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Bidder;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.StreamId;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.AccountId;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.PostId;
import com.sothebais.api.social.Relation;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Accepted bids as a busy evening has them: a few lots, some hundred bidders, ids of posts that grow, mostly plain text. */
final class BidFacts {
    private static final int BIDDERS = 500;
    private static final int LOTS = 3;
    private static final BigInteger STEP = BigInteger.TEN.pow(16);
    private static final Instant BEGIN = Instant.parse("2026-03-01T19:00:00.123456Z");

    private final Random random = new Random(7);
    private final List<Bidder> bidders = new ArrayList<>();
    private long made;

    BidFacts() {
        for (int i = 0; i < BIDDERS; i++) {
            AccountId id = new AccountId("sandbox", "u" + (1_000_000 + i));
            Account account = new Account(id, "collector_" + i, i % 4 == 0 ? "Zoë 🎩 " + i : "Collector " + i);
            bidders.add(new Bidder(account, new WalletAddress("0x" + hex(40))));
        }
    }

    List<NewEvent> next(int count) {
        List<NewEvent> facts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            facts.add(next());
        }
        return facts;
    }

    private NewEvent next() {
        made++;
        int lot = (int) (made % LOTS);
        AuctionId auction = new AuctionId("spring-2026-03-01-lot-" + lot);
        PostId post = new PostId("sandbox", Long.toString(1_900_000_000_000_000_000L + made * 4_194_304));
        Bidder bidder = bidders.get(random.nextInt(BIDDERS));
        Bidder before = bidders.get(random.nextInt(BIDDERS));
        Instant at = BEGIN.plusNanos(made * 1_237_000);
        Money amount = new Money(STEP.multiply(BigInteger.valueOf(made)), Currency.ETH);
        PostId opening = new PostId("sandbox", "19000000000000" + lot);
        Post said = new Post(
                post,
                bidder.account(),
                "@SothebAIs I bid " + amount.decimal() + " ETH",
                at,
                Relation.to(Relation.Kind.REPLY, opening, new AccountId("sandbox", "host")),
                true);
        BidAccepted accepted = new BidAccepted(
                auction,
                said,
                bidder,
                amount,
                amount.plus(new Money(STEP, Currency.ETH)),
                Optional.of(before),
                new Hash(hex(64)));
        return new NewEvent(
                new StreamId("auction/" + auction),
                accepted,
                "auction",
                at.plusMillis(7),
                new CorrelationId(post.toString()),
                Optional.empty());
    }

    private String hex(int length) {
        StringBuilder hex = new StringBuilder(length);
        while (hex.length() < length) {
            hex.append(Character.forDigit(random.nextInt(16), 16));
        }
        return hex.toString();
    }
}
