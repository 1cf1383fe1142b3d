package com.sothebais.benchmarks;

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
import com.sothebais.api.event.Append;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.Event;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.StreamId;
import com.sothebais.api.identity.IdentityEvent.WalletLinked;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import com.sothebais.api.settlement.SettlementEvent.EscrowMoved;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.AccountId;
import com.sothebais.auction.engine.AuctioneerThread;
import com.sothebais.auction.engine.SaleRoom;
import com.sothebais.auction.engine.Settings;
import com.sothebais.auction.engine.SnapshotTable;
import com.sothebais.auction.engine.Surroundings;
import com.sothebais.event.internal.EventLogComponent;
import com.sothebais.postgres.internal.LocalDatabase;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The embedded PostgreSQL as it is delivered, the log, and an auctioneer with one open lot and funded bidders. */
final class BidsRig implements AutoCloseable {
    /** The auctioneer, the log and sixteen peers at a time. */
    private static final int CONNECTIONS = 24;

    private static final ChainId CHAIN = new ChainId("sim:1");
    private static final Account HOST = new Account(new AccountId(BidPosts.NETWORK, "host"), "sothebais", "Host");

    private final Path directory;
    private final LocalDatabase database;
    private final EventLogComponent log;
    private final SaleRoom room;
    private final AuctioneerThread thread;

    BidsRig(Path directory, int batchSize) throws IOException {
        this.directory = directory;
        delete(directory);
        Files.createDirectories(directory);
        database = new LocalDatabase(directory, CONNECTIONS);
        log = new EventLogComponent(database);
        database.migrate("auction", SaleRoom.class);
        fund();
        Surroundings around = new Surroundings(
                log, InstantSource.system(), network -> Optional.of(HOST), new SnapshotTable(database.dataSource()));
        Settings standard = Settings.DEFAULT;
        room = new SaleRoom(around, new Settings(standard.inboxCapacity(), batchSize, 100_000, Duration.ofSeconds(1)));
        thread = new AuctioneerThread(room);
        thread.start();
        room.rehearse(
                campaign(),
                Instant.now(),
                new Tempo(Duration.ZERO, Duration.ofHours(12), Duration.ZERO, Duration.ZERO));
    }

    LocalDatabase database() {
        return database;
    }

    SaleRoom room() {
        return room;
    }

    private void fund() {
        List<NewEvent> facts = new ArrayList<>();
        for (int bidder = 0; bidder < BidPosts.BIDDERS; bidder++) {
            Account account = BidPosts.bidder(bidder);
            facts.add(fact("person/" + account.id(), new WalletLinked(account, BidPosts.wallet(bidder))));
            TxHash tx = new TxHash(String.format("0x%064x", bidder + 1));
            facts.add(fact(
                    "escrow/sim:1",
                    new EscrowMoved(
                            CHAIN, new EscrowMovement.Deposited(1, tx, BidPosts.wallet(bidder), eth("1000000")))));
        }
        log.append(Append.of(facts));
    }

    private static NewEvent fact(String stream, Event event) {
        return new NewEvent(
                new StreamId(stream), event, "bench", Instant.now(), new CorrelationId("bench"), Optional.empty());
    }

    private static Campaign campaign() {
        Schedule schedule = new Schedule(
                Schedule.ZONE_DEFAULT,
                new Schedule.Days(LocalDate.of(2026, 11, 21), LocalDate.of(2026, 11, 21), Set.of()),
                Schedule.Daily.DEFAULT,
                1,
                Duration.ofMinutes(5));
        TokenRef token = new TokenRef(CHAIN, BidPosts.wallet(0xC0FFEE), BigInteger.ONE);
        Lot lot = new Lot(
                1, "Work 1", "Artist", "A story.", new AssetId("a".repeat(64)), token, BidPosts.wallet(0x5E11E4));
        Rules rules = new Rules(
                eth("1"),
                Optional.empty(),
                new Increment.Absolute(eth("0.0001")),
                Extension.NONE,
                10,
                Duration.ofSeconds(1));
        return new Campaign(
                new CampaignId("bench"), "Bench", "Us", "Us", schedule, List.of(lot), rules, Campaign.Policy.RETURN);
    }

    private static Money eth(String amount) {
        return Money.of(amount, Currency.ETH);
    }

    @Override
    public void close() throws IOException {
        thread.close();
        log.deactivate();
        database.close();
        delete(directory);
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
