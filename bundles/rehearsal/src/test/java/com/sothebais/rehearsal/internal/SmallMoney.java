package com.sothebais.rehearsal.internal;

import com.sothebais.api.chain.ChainId;
import com.sothebais.api.chain.EscrowMovement;
import com.sothebais.api.chain.SettlementOrder;
import com.sothebais.api.chain.SettlementResult;
import com.sothebais.api.chain.SimulatedChain;
import com.sothebais.api.chain.TokenRef;
import com.sothebais.api.chain.TxHash;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.identity.Wallets;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import com.sothebais.api.settlement.EscrowBook;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.AccountId;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Chain, books and wallet links in memory: deposits count at once, a settlement takes its price. Thread-safe. */
final class SmallMoney implements SimulatedChain, EscrowBook, Wallets {
    private static final ChainId CHAIN = new ChainId("sim:1");
    private final Map<WalletAddress, Money> free = new LinkedHashMap<>();
    private final Map<TokenRef, WalletAddress> owners = new HashMap<>();
    private final Map<AccountId, WalletAddress> links = new HashMap<>();
    private boolean refusing;
    private int transactions;

    /** Makes every settlement be refused. */
    synchronized void refuse() {
        refusing = true;
    }

    synchronized int tokens() {
        return owners.size();
    }

    synchronized Money free(WalletAddress wallet) {
        return free.getOrDefault(wallet, Money.zero(Currency.ETH));
    }

    @Override
    public ChainId id() {
        return CHAIN;
    }

    @Override
    public Currency currency() {
        return Currency.ETH;
    }

    @Override
    public long safeBlock() {
        return 1;
    }

    @Override
    public List<EscrowMovement> movements(long from, long to) {
        throw new UnsupportedOperationException("nobody follows this chain");
    }

    @Override
    public synchronized Money escrowBalance(long block) {
        return free.values().stream().reduce(Money.zero(Currency.ETH), Money::plus);
    }

    @Override
    public synchronized Optional<WalletAddress> ownerOf(TokenRef token) {
        return Optional.ofNullable(owners.get(token));
    }

    @Override
    public synchronized SettlementResult settle(SettlementOrder order) {
        if (refusing) {
            return new SettlementResult.Refused("the token does not move");
        }
        free.merge(order.winner(), order.price(), Money::minus);
        owners.put(order.token(), order.winner());
        return new SettlementResult.Confirmed(tx(), 1);
    }

    @Override
    public WalletAddress wallet(String name) {
        String hex = HexFormat.of().formatHex(name.getBytes(StandardCharsets.UTF_8)) + "0".repeat(40);
        return new WalletAddress(
                "0x" + new StringBuilder(hex.substring(0, 60)).reverse().substring(0, 40));
    }

    @Override
    public synchronized TxHash deposit(WalletAddress wallet, Money amount) {
        free.merge(wallet, amount, Money::plus);
        return tx();
    }

    @Override
    public synchronized void mint(TokenRef token, WalletAddress seller) {
        owners.putIfAbsent(token, seller);
    }

    @Override
    public void outage(boolean down) {
        throw new UnsupportedOperationException("this chain is never down");
    }

    @Override
    public synchronized List<Balance> balances() {
        Money none = Money.zero(Currency.ETH);
        return free.entrySet().stream()
                .map(wallet -> new Balance(CHAIN, wallet.getKey(), wallet.getValue(), none, none))
                .toList();
    }

    @Override
    public synchronized List<Reserves> reserves() {
        return List.of(new Reserves(CHAIN, 1, escrowBalance(1), escrowBalance(1)));
    }

    @Override
    public synchronized void link(Account account, WalletAddress wallet) {
        links.put(account.id(), wallet);
    }

    @Override
    public synchronized void unlink(AccountId account) {
        links.remove(account);
    }

    @Override
    public synchronized Optional<WalletAddress> walletOf(AccountId account) {
        return Optional.ofNullable(links.get(account));
    }

    private TxHash tx() {
        transactions++;
        return new TxHash("0x" + String.format("%064x", BigInteger.valueOf(transactions)));
    }
}
