package com.sothebais.chain.simulated.internal;

import com.sothebais.api.chain.Chain;
import com.sothebais.api.chain.ChainId;
import com.sothebais.api.chain.TokenRef;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.money.Money;
import com.sothebais.contract.ChainContract;
import java.math.BigInteger;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;

/** The contract, with blocks that come on their own time. */
class BlockChainContractTest extends ChainContract {
    private final BlockChain chain = new BlockChain(new ChainId("sim:1"), new MemoryTransactions(), false);
    private final ScheduledExecutorService blocks = Executors.newSingleThreadScheduledExecutor();

    BlockChainContractTest() {
        blocks.scheduleWithFixedDelay(chain::seal, 10, 10, TimeUnit.MILLISECONDS);
    }

    @AfterEach
    void stopBlocks() {
        blocks.shutdownNow();
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
}
