package com.sothebais.settlement.internal;

import static com.sothebais.settlement.internal.Facts.SELLER;
import static com.sothebais.settlement.internal.Facts.SIM;
import static com.sothebais.settlement.internal.Facts.bid;
import static com.sothebais.settlement.internal.Facts.eth;
import static com.sothebais.settlement.internal.Facts.fact;
import static com.sothebais.settlement.internal.Facts.opened;
import static com.sothebais.settlement.internal.Facts.sold;
import static com.sothebais.settlement.internal.Facts.token;
import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.event.Append;
import com.sothebais.api.event.Event;
import com.sothebais.api.health.Health.Status;
import com.sothebais.api.settlement.EscrowBook.Balance;
import com.sothebais.api.settlement.SettlementEvent.EscrowMoved;
import com.sothebais.chain.simulated.internal.BlockChain;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Both components together, from a deposit to a settled sale, on a chain, a log and a database. */
class EscrowKeeperTest {
    private static final Duration WAIT = Duration.ofSeconds(20);
    private static TestPostgres postgres;

    private final BlockChain chain = MemoryTransactions.quickChain();
    private final WalletAddress alice = chain.wallet("alice");
    private ProjectingLog log;
    private EscrowKeeper keeper;

    @BeforeAll
    static void startPostgres() throws IOException, SQLException {
        postgres = new TestPostgres();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void start() throws SQLException {
        postgres.empty();
        log = new ProjectingLog(postgres.dataSource());
        keeper = new EscrowKeeper(log, postgres, null, Map.of("poll.millis", 50L));
        log.subscribe(keeper);
        keeper.start();
    }

    @AfterEach
    void stop() {
        keeper.stop();
    }

    @Test
    void saysThatThereIsNoChain() {
        assertThat(keeper.health().status()).isEqualTo(Status.DEGRADED);
        assertThat(keeper.health().message()).contains("install a chain plugin");
    }

    @Test
    void aDepositBecomesASettledSaleAndTheBooksBalance() {
        SettlerComponent settler = new SettlerComponent(log, postgres);
        settler.chains(List.of(chain));
        keeper.chains(List.of(chain));
        chain.deposit(alice, eth("5"));
        chain.mint(token(1), SELLER);
        await(() -> log.facts(EscrowMoved.class).size() == 1);

        tell(opened(1));
        tell(bid(1, alice, eth("2")));
        assertThat(keeper.balances()).containsExactly(new Balance(SIM, alice, eth("3"), eth("2"), eth("0")));
        tell(sold(1, alice, eth("2")));
        log.read(0, 100).forEach(settler::on);
        await(() -> log.facts(EscrowMoved.class).size() == 2);

        assertThat(keeper.balances()).containsExactly(new Balance(SIM, alice, eth("3"), eth("0"), eth("0")));
        await(() ->
                keeper.reserves().stream().anyMatch(reserves -> reserves.held().equals(eth("3"))));
        assertThat(keeper.reserves()).allMatch(reserves -> reserves.balanced());
        await(() -> keeper.health().status() == Status.WELL);
        assertThat(keeper.health().message()).contains("3 ETH in escrow on sim:1");
        assertThat(settler.health().status()).isEqualTo(Status.WELL);
    }

    @Test
    void anOutageShowsInTheHealthAndPasses() {
        keeper.chains(List.of(chain));
        await(() -> keeper.health().status() == Status.WELL);
        chain.outage(true);
        await(() -> keeper.health().status() == Status.DEGRADED);
        assertThat(keeper.health().message()).contains("sim:1", "Trying again");
        chain.outage(false);
        await(() -> keeper.health().status() == Status.WELL);
    }

    private void tell(Event event) {
        log.append(Append.of(List.of(fact("auction/lot-1", event))));
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + WAIT.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        assertThat(condition.getAsBoolean()).as("within " + WAIT).isTrue();
    }
}
