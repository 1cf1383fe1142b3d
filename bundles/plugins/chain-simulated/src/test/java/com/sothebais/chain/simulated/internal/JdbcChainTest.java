package com.sothebais.chain.simulated.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sothebais.api.chain.Chain;
import com.sothebais.api.chain.ChainException;
import com.sothebais.api.chain.ChainId;
import com.sothebais.api.chain.SettlementId;
import com.sothebais.api.chain.SettlementOrder;
import com.sothebais.api.chain.SettlementResult;
import com.sothebais.api.chain.TokenRef;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.database.Database;
import com.sothebais.api.health.Health;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.money.Money;
import com.sothebais.contract.ChainContract;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole component on a real PostgreSQL: it passes the contract and survives its own end. */
class JdbcChainTest extends ChainContract {
    private static EmbeddedPostgres postgres;

    private SimulatedChainComponent chain;

    @BeforeAll
    static void startPostgres() throws IOException {
        postgres = EmbeddedPostgres.start();
        new Migrated().run();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void startChain() {
        chain = started();
    }

    @AfterEach
    void stopChain() {
        chain.stop();
    }

    @Override
    protected Chain chain() {
        return chain;
    }

    @Override
    protected WalletAddress wallet(String name) {
        return chain.wallet(name);
    }

    @Override
    protected void deposit(WalletAddress wallet, Money amount) {
        chain.deposit(wallet, amount);
    }

    @Override
    protected TokenRef mint(BigInteger tokenId, WalletAddress seller) {
        TokenRef token = new TokenRef(chain.id(), chain.wallet("collection"), tokenId);
        chain.mint(token, seller);
        return token;
    }

    @Test
    void aNewProcessGoesOnWithTheSameChain() {
        WalletAddress winner = chain.wallet("survivor");
        WalletAddress seller = chain.wallet("survivor's seller");
        chain.deposit(winner, eth("12345678901234567890.123456789012345678"));
        TokenRef token = mint(BigInteger.TWO.pow(255), seller);
        SettlementOrder order = new SettlementOrder(
                new SettlementId("survivor"), token, winner, seller, eth("0.1"), new Hash("ab".repeat(32)));
        SettlementResult first = chain.settle(order);
        SettlementOrder hopeless = new SettlementOrder(
                new SettlementId("hopeless"), token, winner, seller, eth("0.1"), new Hash("ab".repeat(32)));
        SettlementResult no = chain.settle(hopeless);
        long safe = chain.safeBlock();

        SimulatedChainComponent next = started();
        try {
            assertThat(next.safeBlock()).isEqualTo(safe);
            assertThat(next.movements(0, safe)).isEqualTo(chain.movements(0, safe));
            assertThat(next.escrowBalance(safe)).isEqualTo(chain.escrowBalance(safe));
            assertThat(next.settle(order)).isEqualTo(first);
            assertThat(next.settle(hopeless)).isEqualTo(no);
            assertThat(next.ownerOf(token)).contains(winner);
        } finally {
            next.stop();
        }
    }

    @Test
    void aForgottenWriterIsStoppedByTheTableAndCatchesUp() {
        SimulatedChainComponent other = started();
        try {
            WalletAddress wallet = chain.wallet("two writers");
            chain.deposit(wallet, eth("1"));
            assertThatThrownBy(() -> other.deposit(wallet, eth("1"))).isInstanceOf(ChainException.class);
            assertThat(other.health().status()).isEqualTo(Health.Status.DOWN);

            other.deposit(wallet, eth("1"));

            assertThat(other.health().status()).isEqualTo(Health.Status.WELL);
        } finally {
            other.stop();
        }
    }

    @Test
    void healthShowsAnOrderedOutage() {
        assertThat(chain.health().status()).isEqualTo(Health.Status.WELL);
        chain.outage(true);
        assertThat(chain.health().status()).isEqualTo(Health.Status.DOWN);
        chain.outage(false);
        assertThat(chain.health().status()).isEqualTo(Health.Status.WELL);
    }

    private static SimulatedChainComponent started() {
        Map<String, Object> properties = Map.of("id", new ChainId("sim:1").value(), "block.millis", 10L);
        return new SimulatedChainComponent(new Migrated(), null, properties);
    }

    /** The embedded server with the bundle's own script applied. */
    private static final class Migrated implements Database {
        @Override
        public DataSource dataSource() {
            return postgres.getPostgresDatabase();
        }

        @Override
        public void migrate(String owner, Class<?> anchor) {
            assertThat(owner).isEqualTo("chain_simulated");
            assertThat(anchor.getResource("/db/" + owner + "/V1__transactions.sql"))
                    .isNotNull();
        }

        void run() throws IOException {
            try (InputStream script =
                            JdbcChainTest.class.getResourceAsStream("/db/chain_simulated/V1__transactions.sql");
                    Connection connection = dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
            } catch (SQLException e) {
                throw new UncheckedIOException(new IOException(e));
            }
        }
    }
}
