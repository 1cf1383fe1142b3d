package com.sothebais.settlement.internal;

import static com.sothebais.settlement.internal.Facts.SIM;
import static com.sothebais.settlement.internal.Facts.eth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sothebais.api.chain.ChainException;
import com.sothebais.api.chain.EscrowMovement;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.event.EventLogException;
import com.sothebais.api.settlement.SettlementEvent.EscrowMoved;
import com.sothebais.chain.simulated.internal.BlockChain;
import com.sothebais.settlement.internal.ProjectingLog.Fault;
import java.io.IOException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a real PostgreSQL, because the exactly-once rests on its transactions. */
class DepositWatchTest {
    private static TestPostgres postgres;

    private final BlockChain chain = MemoryTransactions.quickChain();
    private final WalletAddress alice = chain.wallet("alice");
    private ProjectingLog log;
    private DepositWatch watch;

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
        watch = restarted();
    }

    @Test
    void carriesEveryMovementIntoTheLogOnceAndInOrder() {
        deposits(3);
        watch.step(chain);
        watch.step(chain);
        deposits(2);
        DepositWatch.Scanned scanned = watch.step(chain);

        assertThat(carried()).isEqualTo(chain.movements(0, 5));
        assertThat(scanned).isEqualTo(new DepositWatch.Scanned(5, 5, true));
    }

    @Test
    void factsSayWhereTheyCameFrom() {
        deposits(1);
        watch.step(chain);
        assertThat(log.read(0, 10)).singleElement().satisfies(recorded -> {
            assertThat(recorded.fact().stream().value()).isEqualTo("escrow/sim:1");
            assertThat(recorded.fact().correlation().value())
                    .isEqualTo(carried().get(0).tx().value());
        });
    }

    @Test
    void goesOnBehindTheCursorAfterARestart() {
        deposits(3);
        watch.step(chain);
        deposits(1);

        restarted().step(chain);

        assertThat(carried()).isEqualTo(chain.movements(0, 4));
    }

    @Test
    void recordsNothingTwiceWhenTheAnswerToTheCommitWasLost() {
        deposits(3);
        log.failNext(Fault.AFTER_COMMIT);
        assertThatThrownBy(() -> watch.step(chain)).isInstanceOf(EventLogException.class);
        deposits(1);

        watch.step(chain);

        assertThat(carried()).isEqualTo(chain.movements(0, 4));
    }

    @Test
    void recordsTheSameAgainWhenNothingWasCommitted() {
        deposits(3);
        log.failNext(Fault.BEFORE_COMMIT);
        assertThatThrownBy(() -> watch.step(chain)).isInstanceOf(EventLogException.class);

        watch.step(chain);

        assertThat(carried()).isEqualTo(chain.movements(0, 3));
    }

    @Test
    void aForgottenWatchCannotRecordWhatAnotherRecorded() {
        deposits(1);
        watch.step(chain);
        DepositWatch newer = restarted();
        deposits(1);
        newer.step(chain);

        assertThatThrownBy(() -> watch.step(chain))
                .isInstanceOf(EventLogException.class)
                .hasMessageContaining("no longer at");

        assertThat(carried()).isEqualTo(chain.movements(0, 2));
    }

    @Test
    void anyMixOfFaultsAndRestartsEndsWithEveryMovementOnce() {
        Random random = new Random(7);
        for (int i = 0; i < 120; i++) {
            deposits(random.nextInt(3));
            Fault fault = Fault.values()[random.nextInt(3)];
            log.failNext(fault);
            try {
                watch.step(chain);
            } catch (EventLogException e) {
                assertThat(fault).isNotEqualTo(Fault.NONE);
            }
            if (random.nextInt(4) == 0) {
                watch = restarted();
            }
        }
        log.failNext(Fault.NONE);
        watch.step(chain);
        assertThat(carried()).isNotEmpty().isEqualTo(chain.movements(0, chain.safeBlock()));
    }

    @Test
    void readsALongHistoryInPieces() {
        deposits((int) DepositWatch.BLOCKS_MAX + 50);
        assertThat(watch.step(chain).complete()).isFalse();
        assertThat(watch.step(chain).complete()).isTrue();
        assertThat(carried()).isEqualTo(chain.movements(0, chain.safeBlock()));
    }

    @Test
    void saysSoWhenTheChainWentBack() {
        deposits(3);
        watch.step(chain);
        BlockChain other = MemoryTransactions.quickChain();
        assertThatThrownBy(() -> watch.step(other))
                .isInstanceOf(ChainException.class)
                .hasMessageContaining("went back");
    }

    private void deposits(int count) {
        IntStream.range(0, count).forEach(i -> chain.deposit(alice, eth("0.1")));
    }

    private List<EscrowMovement> carried() {
        return log.facts(EscrowMoved.class).stream().map(EscrowMoved::movement).toList();
    }

    private DepositWatch restarted() {
        return new DepositWatch(SIM, log, new Progress(postgres.dataSource()), InstantSource.system());
    }
}
