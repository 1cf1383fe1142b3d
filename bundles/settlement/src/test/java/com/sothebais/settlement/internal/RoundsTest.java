package com.sothebais.settlement.internal;

import static com.sothebais.settlement.internal.Facts.SIM;
import static com.sothebais.settlement.internal.Facts.eth;
import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.chain.Chain;
import com.sothebais.api.chain.ChainId;
import com.sothebais.api.chain.EscrowMovement;
import com.sothebais.api.chain.TxHash;
import com.sothebais.api.event.EventSubscriber;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.settlement.EscrowBook.Reserves;
import com.sothebais.api.settlement.SettlementEvent.EscrowMoved;
import com.sothebais.chain.simulated.internal.BlockChain;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private static TestPostgres postgres;

    private final BlockChain sim = MemoryTransactions.quickChain();
    private final FaultyAfterSettling chain = new FaultyAfterSettling(sim, () -> {});
    private final Books books = new Books();
    private Instant now = Facts.NOW;
    private final InstantSource clock = () -> now;
    private final ReserveCheck reserves = new ReserveCheck(books, clock);
    private ProjectingLog log;
    private Rounds rounds;

    @BeforeAll
    static void startPostgres() throws IOException, SQLException {
        postgres = new TestPostgres();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        postgres.empty();
        log = new ProjectingLog(postgres.dataSource());
        rounds = new Rounds(log, new Progress(postgres.dataSource()), reserves, clock, new Random(1));
    }

    @Test
    void comparesBooksAndContractAtEachNewBlock() {
        log.subscribe(view());
        deposit("1");
        rounds.run(List.of(chain));
        deposit("2");
        rounds.run(List.of(chain));

        assertThat(reserves.newest()).containsExactly(new Reserves(SIM, 2, eth("3"), eth("3")));
        assertThat(reserves.trouble()).isEmpty();
    }

    @Test
    void comparesNothingWhileTheBooksAreBehindTheLogAndSaysSoAfterAWhile() {
        deposit("1");
        rounds.run(List.of(chain));
        assertThat(reserves.newest()).isEmpty();
        assertThat(reserves.behind()).isEmpty();

        now = now.plus(ReserveCheck.BEHIND_MAX).plusMillis(1);
        rounds.run(List.of(chain));
        assertThat(reserves.behind()).contains(SIM);

        log.subscribe(view());
        rounds.run(List.of(chain));
        assertThat(reserves.behind()).isEmpty();
        assertThat(reserves.newest()).singleElement().satisfies(newest -> assertThat(newest.balanced())
                .isTrue());
    }

    @Test
    void aMismatchIsToldUntilItBalancesAgain() {
        log.subscribe(view());
        deposit("5");
        chain.claimToHold(Optional.of(eth("4")));
        rounds.run(List.of(chain));
        assertThat(reserves.trouble()).get().asString().contains("holds 4 ETH", "books say 5 ETH", "block 1");
        assertThat(reserves.newest().get(0).balanced()).isFalse();

        chain.claimToHold(Optional.empty());
        rounds.run(List.of(chain));
        assertThat(reserves.trouble()).isEmpty();
        assertThat(reserves.newest().get(0).balanced()).isTrue();
    }

    @Test
    void aWalletThatOwesMoreThanItHasIsToldAtOnceAndNoLongerThanTrue() {
        log.subscribe(view());
        deposit("5");
        rounds.run(List.of(chain));
        books.take(Facts.opened(1));
        books.take(Facts.bid(1, sim.wallet("alice"), eth("6")));
        rounds.run(List.of(chain));
        assertThat(reserves.trouble())
                .get()
                .asString()
                .contains(sim.wallet("alice").value());

        books.take(Facts.bid(1, sim.wallet("alice"), eth("5")));
        rounds.run(List.of(chain));
        assertThat(reserves.trouble()).isEmpty();
    }

    @Test
    void leavesAFailingChainAloneForLongerAndLonger() {
        sim.outage(true);
        rounds.run(List.of(chain));
        rounds.run(List.of(chain));
        assertThat(rounds.failures(chain)).isEqualTo(1);
        assertThat(rounds.trouble()).get().asString().contains("sim:1", "unreachable");

        for (int i = 2; i <= 8; i++) {
            now = now.plus(Rounds.BACKOFF.longest());
            rounds.run(List.of(chain));
            assertThat(rounds.failures(chain)).isEqualTo(i);
        }
        now = now.plus(Duration.ofSeconds(14));
        rounds.run(List.of(chain));
        assertThat(rounds.failures(chain)).isEqualTo(8);
    }

    @Test
    void followsAgainWhenTheChainIsBack() {
        log.subscribe(view());
        deposit("1");
        sim.outage(true);
        rounds.run(List.of(chain));
        sim.outage(false);
        now = now.plus(Rounds.BACKOFF.longest());

        rounds.run(List.of(chain));

        assertThat(rounds.trouble()).isEmpty();
        assertThat(log.facts(EscrowMoved.class)).hasSize(1);
    }

    @Test
    void aClockThatWasSetBackDoesNotProlongTheWait() {
        sim.outage(true);
        rounds.run(List.of(chain));
        sim.outage(false);
        now = now.minus(Duration.ofDays(1));
        rounds.run(List.of(chain));
        assertThat(rounds.trouble()).isEmpty();
    }

    @Test
    void oneFailingChainDoesNotStopAnother() {
        BlockChain broken = new BlockChain(new ChainId("sim:2"), new MemoryTransactions(), true);
        broken.outage(true);
        deposit("1");
        rounds.run(List.of(broken, chain));
        assertThat(log.facts(EscrowMoved.class)).singleElement().satisfies(moved -> assertThat(moved.chain())
                .isEqualTo(SIM));
        assertThat(rounds.failures(broken)).isEqualTo(1);
    }

    @Test
    void aChainThatLostAClassIsOneThatFails() {
        Chain updated = (Chain) Proxy.newProxyInstance(
                Chain.class.getClassLoader(), new Class<?>[] {Chain.class}, (proxy, method, arguments) -> {
                    return switch (method.getName()) {
                        case "id" -> new ChainId("sim:2");
                        case "hashCode" -> 2;
                        case "equals" -> proxy == arguments[0];
                        default -> throw new NoClassDefFoundError("its bundle was updated");
                    };
                });
        deposit("1");
        rounds.run(List.of(updated, chain));
        assertThat(log.facts(EscrowMoved.class)).hasSize(1);
        assertThat(rounds.failures(updated)).isEqualTo(1);
    }

    @Test
    void aMovementUnderWayIsNoImbalance() {
        log.subscribe(view());
        deposit("1");
        rounds.run(List.of(chain));
        deposit("2");
        TxHash tx = new TxHash("0x" + "99".repeat(32));
        // The books already know a movement of which this round does not: they must wait for each other, not differ.
        books.take(new EscrowMoved(SIM, new EscrowMovement.Deposited(2, tx, sim.wallet("bob"), eth("2"))));
        rounds.run(List.of(chain));
        assertThat(reserves.trouble()).isEmpty();
    }

    private void deposit(String amount) {
        sim.deposit(sim.wallet("alice"), eth(amount));
    }

    private EventSubscriber view() {
        return new EventSubscriber() {
            @Override
            public String name() {
                return "books";
            }

            @Override
            public Kind kind() {
                return Kind.VIEW;
            }

            @Override
            public void on(Recorded recorded) {
                books.take(recorded.event());
            }
        };
    }
}
