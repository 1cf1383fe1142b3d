package com.sothebais.benchmarks.kills;

import com.sothebais.api.auction.AuctionEvent.AuctionOpened;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.database.Database;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.EventLogException;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.health.Health;
import com.sothebais.api.ledger.Ledger;
import com.sothebais.api.ledger.LedgerEntry;
import com.sothebais.api.social.Inbox.Receipt;
import com.sothebais.postgres.internal.DatabaseKeeper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The process that is killed: database, log and saleroom, driven by lines on standard input. It answers on standard output, a post with
 * {@code ACK} only when what follows from it is durable.
 */
public final class SaleNode {
    /** Ends an audit that could not read the log. */
    static final String UNREADABLE = "END\tunreadable\t";

    private static final Duration POLL = Duration.ofMillis(5);

    private final PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    private volatile Duration clockOffset = Duration.ZERO;
    private volatile Optional<Wiring> wiring = Optional.empty();
    private volatile Optional<PGSimpleDataSource> server = Optional.empty();

    private SaleNode() {}

    /** @param arguments {@code embedded DIRECTORY}, or {@code beside URL USER PASSWORD} for a server of another node */
    public static void main(String[] arguments) throws Exception {
        SaleNode node = new SaleNode();
        DatabaseKeeper keeper = arguments[0].equals("embedded")
                ? DatabaseKeeper.embedded(Path.of(arguments[1]), node::offered)
                : DatabaseKeeper.beside(arguments[1], arguments[2], arguments[3], node::offered);
        Thread ready = new Thread(node::sayReady, "ready");
        ready.setDaemon(true);
        ready.start();
        node.serve();
        // The parent has gone without killing us; neither a server nor a thread may stay behind.
        keeper.close();
        System.exit(0);
    }

    /** The keeper has a database: as the components do when the service comes. */
    private Runnable offered(Database database) {
        Wiring.migrate(database);
        EventLog log = Wiring.log(database);
        boolean fresh = log.last() == 0;
        if (fresh) {
            Sale.fund(log, now());
        }
        Wiring opened = Wiring.open(log, database, this::now);
        if (fresh) {
            opened.room().rehearse(Sale.campaign(), now(), Sale.tempo());
        }
        server = endpoint(database);
        wiring = Optional.of(opened);
        return () -> {
            wiring = Optional.empty();
            opened.close();
        };
    }

    private static Optional<PGSimpleDataSource> endpoint(Database database) {
        try {
            return Optional.of(database.dataSource().unwrap(PGSimpleDataSource.class));
        } catch (SQLException e) {
            throw new IllegalStateException("the pool does not say what it pools", e);
        }
    }

    private Instant now() {
        return Instant.now().plus(clockOffset);
    }

    private void sayReady() {
        while (health().status() != Health.Status.WELL) {
            LockSupport.parkNanos(POLL.toNanos());
        }
        say("READY");
    }

    private Health health() {
        return wiring.map(opened -> opened.room().health()).orElse(Health.down("auction", "there is no database"));
    }

    private void serve() throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split("\t");
            switch (words[0]) {
                case "BID" -> bid(words);
                case "AUDIT" -> audit();
                case "CLOCK" -> clockOffset = Duration.ofSeconds(Long.parseLong(words[1]));
                case "HEALTH" -> say("HEALTH\t" + health().status() + "\t" + health().message());
                case "SERVER" -> {
                    PGSimpleDataSource source = server.orElseThrow();
                    say("SERVER\t" + source.getUrl() + "\t" + source.getUser() + "\t" + source.getPassword());
                }
                default -> throw new IllegalArgumentException("no such command: " + line);
            }
        }
    }

    private void bid(String[] words) {
        int id = Integer.parseInt(words[1]);
        Instant at = Instant.ofEpochMilli(Long.parseLong(words[4]));
        Receipt receipt = wiring.map(
                        opened -> opened.room().receive(Sale.post(id, Integer.parseInt(words[2]), words[3], at)))
                .orElseGet(Receipt.Full::new);
        if (receipt instanceof Receipt.Taken taken) {
            taken.recorded().whenComplete((nothing, failure) -> say((failure == null ? "ACK\t" : "FAIL\t") + id));
        } else {
            say("FULL\t" + id);
        }
    }

    /** Prints the whole log and what the ledgers say. */
    private void audit() {
        if (wiring.isEmpty()) {
            say(UNREADABLE + "there is no database");
            return;
        }
        try {
            Wiring opened = wiring.get();
            List<String> lines = new ArrayList<>();
            List<AuctionId> lots = new ArrayList<>();
            long position = 0;
            List<Recorded> page = opened.log().read(position, EventLog.READ_MAX);
            while (!page.isEmpty()) {
                for (Recorded recorded : page) {
                    lines.add(Fact.line(recorded));
                    if (recorded.event() instanceof AuctionOpened lot) {
                        lots.add(lot.auction());
                    }
                    position = recorded.position();
                }
                page = opened.log().read(position, EventLog.READ_MAX);
            }
            for (AuctionId lot : lots) {
                Ledger ledger = opened.room().ledger(lot).orElseThrow();
                lines.add("LEDGER\t" + lot + "\t" + ledger.entries().size() + "\t" + ledger.root() + "\t"
                        + ledger.flaw().orElse("-") + "\t" + highest(ledger));
            }
            lines.add("END\t" + position);
            say(String.join("\n", lines));
        } catch (EventLogException e) {
            say(UNREADABLE + e.getMessage());
        }
    }

    private static BigInteger highest(Ledger ledger) {
        return ledger.entries().stream()
                .map(LedgerEntry::line)
                .filter(line -> line.verdict().equals("ACCEPTED"))
                .map(line -> new BigInteger(line.amountUnits()))
                .max(BigInteger::compareTo)
                .orElse(BigInteger.ZERO);
    }

    private void say(String text) {
        synchronized (out) {
            out.print(text + "\n");
            out.flush();
        }
    }
}
