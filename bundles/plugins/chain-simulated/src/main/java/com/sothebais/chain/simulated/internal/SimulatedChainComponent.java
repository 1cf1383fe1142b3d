package com.sothebais.chain.simulated.internal;

import com.sothebais.api.chain.Chain;
import com.sothebais.api.chain.ChainId;
import com.sothebais.api.chain.EscrowMovement;
import com.sothebais.api.chain.SettlementOrder;
import com.sothebais.api.chain.SettlementResult;
import com.sothebais.api.chain.SimulatedChain;
import com.sothebais.api.chain.TokenRef;
import com.sothebais.api.chain.TxHash;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.database.Database;
import com.sothebais.api.health.Health;
import com.sothebais.api.health.HealthSource;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives the simulated chain its database, its clock and its place among the services. One thread: {@code sothebais-sim-blocks}. */
@Component(
        service = {Chain.class, SimulatedChain.class, HealthSource.class},
        configurationPid = Settings.PID)
@Designate(ocd = SimulatedChainComponent.Config.class)
public final class SimulatedChainComponent implements SimulatedChain, HealthSource {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedChainComponent.class);
    private static final String PART = "chain-simulated";

    private final Settings settings;
    private final BlockChain chain;
    private final ScheduledExecutorService blocks;

    /** Read through {@link Settings}, so that a wrong value is named instead of thrown at the container. */
    @ObjectClassDefinition(name = "SothebAIs simulated chain")
    @interface Config {
        @AttributeDefinition(description = "Chain id: sim: and 1 to 32 letters or digits.")
        String id() default Settings.ID;

        @AttributeDefinition(
                description = "Milliseconds between blocks, 0 to 5000; 0 gives every transaction a block at once.")
        long block_millis() default Settings.BLOCK_MILLIS;
    }

    @Activate
    public SimulatedChainComponent(@Reference Database database, Config config, Map<String, Object> properties) {
        settings = Settings.of(properties);
        settings.problems().forEach(LOG::error);
        database.migrate("chain_simulated", SimulatedChainComponent.class);
        chain = new BlockChain(
                settings.id(), new JdbcTransactionStore(database.dataSource()), settings.blockMillis() == 0);
        blocks = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "sothebais-sim-blocks"));
        if (settings.blockMillis() > 0) {
            blocks.scheduleWithFixedDelay(
                    chain::seal, settings.blockMillis(), settings.blockMillis(), TimeUnit.MILLISECONDS);
        }
        LOG.info("simulated chain {} is at block {}", settings.id(), chain.safeBlock());
    }

    @Deactivate
    void stop() {
        blocks.shutdownNow();
    }

    @Override
    public Health health() {
        BlockChain.Standing standing = chain.standing();
        if (!standing.trouble().isEmpty()) {
            return Health.down(PART, standing.trouble());
        }
        if (!settings.problems().isEmpty()) {
            return Health.degraded(PART, settings.problems().get(0));
        }
        return Health.well(PART, settings.id() + " is at block " + standing.block());
    }

    @Override
    public ChainId id() {
        return chain.id();
    }

    @Override
    public Currency currency() {
        return chain.currency();
    }

    @Override
    public long safeBlock() {
        return chain.safeBlock();
    }

    @Override
    public List<EscrowMovement> movements(long from, long to) {
        return chain.movements(from, to);
    }

    @Override
    public Money escrowBalance(long block) {
        return chain.escrowBalance(block);
    }

    @Override
    public Optional<WalletAddress> ownerOf(TokenRef token) {
        return chain.ownerOf(token);
    }

    @Override
    public SettlementResult settle(SettlementOrder order) {
        return chain.settle(order);
    }

    @Override
    public WalletAddress wallet(String name) {
        return chain.wallet(name);
    }

    @Override
    public TxHash deposit(WalletAddress wallet, Money amount) {
        return chain.deposit(wallet, amount);
    }

    @Override
    public void mint(TokenRef token, WalletAddress seller) {
        chain.mint(token, seller);
    }

    @Override
    public void outage(boolean down) {
        chain.outage(down);
    }
}
