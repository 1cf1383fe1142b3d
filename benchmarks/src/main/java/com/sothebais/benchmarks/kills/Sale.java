package com.sothebais.benchmarks.kills;

import com.sothebais.api.asset.AssetId;
import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.CampaignId;
import com.sothebais.api.auction.Extension;
import com.sothebais.api.auction.Increment;
import com.sothebais.api.auction.Lot;
import com.sothebais.api.auction.Rules;
import com.sothebais.api.auction.Schedule;
import com.sothebais.api.auction.Tempo;
import com.sothebais.api.chain.ChainId;
import com.sothebais.api.chain.EscrowMovement;
import com.sothebais.api.chain.TokenRef;
import com.sothebais.api.chain.TxHash;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.event.Append;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.Event;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.StreamId;
import com.sothebais.api.identity.IdentityEvent.WalletLinked;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import com.sothebais.api.settlement.SettlementEvent.EscrowMoved;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.AccountId;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.PostId;
import com.sothebais.api.social.Relation;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is sold and who bids: short lots one after another, so that openings, extensions and closes are cut, too. */
final class Sale {
    static final String NETWORK = "sim";
    static final Account HOST = new Account(new AccountId(NETWORK, "host"), "sothebais", "Host");
    static final int BIDDERS = 16;

    private static final ChainId CHAIN = new ChainId("sim:1");
    private static final Money FUNDS = Money.of("1000000000", Currency.ETH);
    private static final int LOTS = 400;
    private static final Duration PRE = Duration.ofSeconds(1);
    private static final Duration LOT = Duration.ofSeconds(12);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Extension EXTENSION =
            new Extension(Duration.ofSeconds(3), Duration.ofSeconds(4), 2, Duration.ofSeconds(8));
    private static final Duration GRACE = Duration.ofMillis(300);
    /** Bids rise far above the start price of a lot; nobody shall be asked to confirm. */
    private static final int CONFIRM_FACTOR = 1_000_000_000;

    private Sale() {}

    /** Links every bidder's wallet and fills the escrow. */
    static void fund(EventLog log, Instant now) {
        List<NewEvent> facts = new ArrayList<>();
        for (int bidder = 0; bidder < BIDDERS; bidder++) {
            facts.add(fact("person/" + account(bidder).id(), new WalletLinked(account(bidder), wallet(bidder)), now));
            TxHash transaction = new TxHash(String.format("0x%064x", bidder + 1));
            EscrowMovement.Deposited deposit =
                    new EscrowMovement.Deposited(bidder + 1, transaction, wallet(bidder), FUNDS);
            facts.add(fact("escrow/" + CHAIN, new EscrowMoved(CHAIN, deposit), now));
        }
        log.append(Append.of(facts));
    }

    static Campaign campaign() {
        Rules rules = new Rules(
                Money.of("0.001", Currency.ETH),
                Optional.empty(),
                new Increment.Absolute(Money.of("0.0001", Currency.ETH)),
                EXTENSION,
                CONFIRM_FACTOR,
                GRACE);
        Schedule schedule = new Schedule(
                Schedule.ZONE_DEFAULT,
                new Schedule.Days(LocalDate.of(2026, 11, 21), LocalDate.of(2026, 11, 21), Set.of()),
                Schedule.Daily.DEFAULT,
                LOTS,
                PAUSE);
        List<Lot> lots = new ArrayList<>();
        for (int number = 1; number <= LOTS; number++) {
            TokenRef token = new TokenRef(CHAIN, wallet(0xC0FFEE), BigInteger.valueOf(number));
            AssetId picture = new AssetId("a".repeat(64));
            lots.add(new Lot(number, "Work " + number, "Artist", "A story.", picture, token, wallet(0x5E11E4)));
        }
        return new Campaign(
                new CampaignId("kills"), "Kills", "Us", "Us", schedule, lots, rules, Campaign.Policy.RETURN);
    }

    static Tempo tempo() {
        return new Tempo(PRE, LOT, PAUSE, Duration.ZERO);
    }

    static Post post(int id, int bidder, String text, Instant at) {
        return new Post(new PostId(NETWORK, String.valueOf(id)), account(bidder), text, at, Relation.ORIGINAL, true);
    }

    private static NewEvent fact(String stream, Event event, Instant now) {
        return new NewEvent(new StreamId(stream), event, "kills", now, new CorrelationId("kills"), Optional.empty());
    }

    private static Account account(int number) {
        return new Account(new AccountId(NETWORK, "user-" + number), "user" + number, "User " + number);
    }

    private static WalletAddress wallet(int number) {
        return new WalletAddress(String.format("0x%040x", number + 1));
    }
}
