package com.sothebais.settlement.internal;

import com.sothebais.api.chain.Chain;
import com.sothebais.api.chain.ChainId;
import com.sothebais.api.chain.EscrowMovement;
import com.sothebais.api.chain.SettlementOrder;
import com.sothebais.api.chain.SettlementResult;
import com.sothebais.api.chain.TokenRef;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import java.util.List;
import java.util.Optional;

/** A chain that lets the test break something right after a settlement was executed, and lie about what it holds. */
final class FaultyAfterSettling implements Chain {
    private final Chain chain;
    private final Runnable afterSettling;
    private volatile Optional<Money> lie = Optional.empty();

    FaultyAfterSettling(Chain chain, Runnable afterSettling) {
        this.chain = chain;
        this.afterSettling = afterSettling;
    }

    void claimToHold(Optional<Money> amount) {
        lie = amount;
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
        return lie.orElseGet(() -> chain.escrowBalance(block));
    }

    @Override
    public Optional<WalletAddress> ownerOf(TokenRef token) {
        return chain.ownerOf(token);
    }

    @Override
    public SettlementResult settle(SettlementOrder order) {
        SettlementResult result = chain.settle(order);
        afterSettling.run();
        return result;
    }
}
