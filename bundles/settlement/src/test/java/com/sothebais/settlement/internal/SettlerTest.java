package com.sothebais.settlement.internal;

import static com.sothebais.settlement.internal.Facts.SELLER;
import static com.sothebais.settlement.internal.Facts.auction;
import static com.sothebais.settlement.internal.Facts.awarded;
import static com.sothebais.settlement.internal.Facts.eth;
import static com.sothebais.settlement.internal.Facts.fact;
import static com.sothebais.settlement.internal.Facts.returned;
import static com.sothebais.settlement.internal.Facts.sold;
import static com.sothebais.settlement.internal.Facts.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sothebais.api.auction.AuctionEvent;
import com.sothebais.api.auction.AuctionEvent.AuctionClosed;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Outcome.Cause;
import com.sothebais.api.chain.Chain;
import com.sothebais.api.chain.ChainException;
import com.sothebais.api.chain.SettlementId;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.event.Append;
import com.sothebais.api.event.EventLogException;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.RehearsalMark;
import com.sothebais.api.settlement.SettlementEvent;
import com.sothebais.api.settlement.SettlementEvent.SettlementConfirmed;
import com.sothebais.api.settlement.SettlementEvent.SettlementRefused;
import com.sothebais.api.settlement.SettlementEvent.SettlementRequested;
import com.sothebais.chain.simulated.internal.BlockChain;
import com.sothebais.settlement.internal.ProjectingLog.Fault;
import java.io.IOException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettlerTest {
    private static TestPostgres postgres;

    private final BlockChain chain = MemoryTransactions.quickChain();
    private final WalletAddress alice = chain.wallet("alice");
    private ProjectingLog log;
    private Settler settler;

    @BeforeAll
    static void startPostgres() throws IOException, SQLException {
        postgres = new TestPostgres();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void aliceHasFiveAndTheTokenExists() throws SQLException {
        postgres.empty();
        log = new ProjectingLog(postgres.dataSource());
        settler = restarted(List.of(chain));
        chain.deposit(alice, eth("5"));
        chain.mint(token(1), SELLER);
    }

    @Test
    void settlesASaleAndRecordsEachStep() {
        Recorded closed = closed(sold(1, alice, eth("2")));
        settler.take(closed);

        assertThat(chain.ownerOf(token(1))).contains(alice);
        assertThat(chain.outside(SELLER)).isEqualTo(eth("2"));
        List<SettlementEvent> steps = log.facts(SettlementEvent.class);
        assertThat(steps).hasSize(2);
        SettlementRequested requested = (SettlementRequested) steps.get(0);
        assertThat(requested.order().id()).isEqualTo(new SettlementId("lot-1"));
        assertThat(requested.order().price()).isEqualTo(eth("2"));
        assertThat(requested.order().winner()).isEqualTo(alice);
        assertThat(requested.order().seller()).isEqualTo(SELLER);
        assertThat(((SettlementConfirmed) steps.get(1)).block()).isEqualTo(chain.safeBlock());
        assertThat(log.read(closed.position(), 10)).allSatisfy(recorded -> {
            assertThat(recorded.fact().stream().value()).isEqualTo("settlement/lot-1");
            assertThat(recorded.fact().correlation()).isEqualTo(closed.fact().correlation());
            assertThat(recorded.fact().causation()).contains(closed.id());
        });
    }

    @Test
    void settlesWithTheRunnerUpUnderAnIdOfItsOwn() {
        WalletAddress bob = chain.wallet("bob");
        settler.take(closed(sold(1, bob, eth("3"))));
        settler.take(closed(awarded(1, alice, eth("2"), 2)));

        assertThat(chain.ownerOf(token(1))).contains(alice);
        List<SettlementEvent> steps = log.facts(SettlementEvent.class);
        assertThat(steps).hasSize(4);
        assertThat(steps.get(1)).isInstanceOf(SettlementRefused.class);
        SettlementRequested again = (SettlementRequested) steps.get(2);
        assertThat(again.order().id()).isEqualTo(new SettlementId("lot-1.2"));
        assertThat(again.order().winner()).isEqualTo(alice);
        assertThat(steps.get(3)).isInstanceOf(SettlementConfirmed.class);
    }

    @Test
    void doesNothingForALotThatWasReturned() {
        settler.take(closed(returned(1, Cause.NO_BIDS)));
        assertThat(log.facts(SettlementEvent.class)).isEmpty();
        assertThat(chain.ownerOf(token(1))).contains(SELLER);
    }

    @Test
    void repeatedDeliveryChangesNothing() {
        Recorded closed = closed(sold(1, alice, eth("2")));
        settler.take(closed);
        settler.take(closed);
        restarted(List.of(chain)).take(closed);

        assertThat(log.facts(SettlementEvent.class)).hasSize(2);
        assertThat(chain.outside(SELLER)).isEqualTo(eth("2"));
    }

    @Test
    void recordsARefusalOnceAndForEver() {
        Recorded closed = closed(sold(1, alice, eth("9")));
        settler.take(closed);
        chain.deposit(alice, eth("50"));
        settler.take(closed);

        assertThat(log.facts(SettlementRefused.class)).singleElement().satisfies(refused -> assertThat(refused.reason())
                .contains("5 ETH", "9 ETH"));
        assertThat(log.facts(SettlementConfirmed.class)).isEmpty();
        assertThat(chain.ownerOf(token(1))).contains(SELLER);
    }

    @Test
    void throwsWhileTheChainIsDownAndSettlesWhenItIsBack() {
        Recorded closed = closed(sold(1, alice, eth("2")));
        chain.outage(true);
        assertThatThrownBy(() -> settler.take(closed)).isInstanceOf(ChainException.class);
        assertThatThrownBy(() -> settler.take(closed)).isInstanceOf(ChainException.class);
        chain.outage(false);

        settler.take(closed);

        assertThat(log.facts(SettlementRequested.class)).hasSize(1);
        assertThat(log.facts(SettlementConfirmed.class)).hasSize(1);
    }

    @Test
    void aRehearsalIsNeverSettledOnAChainThatIsNotSimulated() {
        AuctionClosed real = sold(1, alice, eth("2"));
        AuctionClosed rehearsed = new AuctionClosed(
                new AuctionId(RehearsalMark.id("sandbox", Facts.NOW, 4) + "-lot-1"),
                real.lot(),
                real.outcome(),
                real.root(),
                real.entries());
        Chain outThere = new FaultyAfterSettling(chain, () -> {
            throw new AssertionError("it was settled");
        });

        restarted(List.of(outThere)).take(closed(rehearsed));

        assertThat(log.facts(SettlementRefused.class)).singleElement().satisfies(refused -> assertThat(refused.reason())
                .contains("simulated chain alone"));
        assertThat(chain.ownerOf(token(1))).as("the token stays").contains(SELLER);
    }

    @Test
    void throwsWhenNoPluginForTheChainIsRunning() {
        Recorded closed = closed(sold(1, alice, eth("2")));
        assertThatThrownBy(() -> restarted(List.of()).take(closed))
                .isInstanceOf(ChainException.class)
                .hasMessageContaining("sim:1")
                .hasMessageContaining("plugin");
    }

    /** The process dies at an append, the first or the second, before or after its commit; then the sale is delivered again. */
    @ParameterizedTest
    @CsvSource({"1,BEFORE_COMMIT", "1,AFTER_COMMIT", "2,BEFORE_COMMIT", "2,AFTER_COMMIT"})
    void survivesAKillAtEveryStep(int append, Fault fault) {
        Recorded closed = closed(sold(1, alice, eth("2")));
        Chain dying = append == 1 ? chain : new FaultyAfterSettling(chain, () -> log.failNext(fault));
        if (append == 1) {
            log.failNext(fault);
        }
        assertThatThrownBy(() -> restarted(List.of(dying)).take(closed)).isInstanceOf(EventLogException.class);

        restarted(List.of(chain)).take(closed);

        assertThat(log.facts(SettlementEvent.class)).hasSize(2);
        assertThat(log.facts(SettlementRequested.class)).hasSize(1);
        assertThat(log.facts(SettlementConfirmed.class)).hasSize(1);
        assertThat(chain.outside(SELLER)).isEqualTo(eth("2"));
        assertThat(new Progress(postgres.dataSource()).step(auction(1).settlement(1)))
                .contains(Progress.Step.CONFIRMED);
    }

    private Recorded closed(AuctionEvent event) {
        return log.append(Append.of(List.of(fact("auction/lot-1", event)))).get(0);
    }

    private Settler restarted(List<Chain> chains) {
        return new Settler(log, new Progress(postgres.dataSource()), () -> chains, InstantSource.system());
    }
}
