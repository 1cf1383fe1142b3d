package com.sothebais.rehearsal.internal;

import com.sothebais.api.chain.SimulatedChain;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.money.Money;
import com.sothebais.api.settlement.EscrowBook;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.SimulatedNetwork;
import com.sothebais.rehearsal.bidder.Amounts;
import com.sothebais.rehearsal.bidder.Cast;
import com.sothebais.rehearsal.bidder.Persona;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Lets the simulated bidders in, with their wallets and the money in them. */
final class Company {
    static final Duration CREDIT_WAIT = Duration.ofSeconds(60);
    private static final Duration CREDIT_LOOK = Duration.ofMillis(100);

    private final Platform platform;
    private final long seed;
    private final Consumer<String> say;

    /** @param say takes what is being done, for people */
    Company(Platform platform, long seed, Consumer<String> say) {
        this.platform = platform;
        this.seed = seed;
        this.say = say;
    }

    /**
     * Everybody with their account.
     *
     * @param stakes what stands behind each unit of a bidder's means
     */
    Map<Persona, Account> gather(Money stakes) throws InterruptedException {
        say.accept("letting the bidders in");
        Map<Persona, Account> cast = join();
        say.accept("filling the bidders' wallets");
        awaitCredit(deposits(cast, stakes));
        return cast;
    }

    private Map<Persona, Account> join() {
        SimulatedNetwork network = platform.plugins().network();
        Map<Persona, Account> cast = new LinkedHashMap<>();
        for (Persona persona : Cast.of(network.host().handle(), seed)) {
            Account account = network.join(persona.handle(), persona.name());
            cast.put(persona, account);
            if (persona.means().linked()) {
                platform.treasury().wallets().link(account, wallet(persona));
            }
        }
        return cast;
    }

    /** Tops every wallet up to what its bidder needs, so that show after show the money does not grow. */
    private Map<WalletAddress, Money> deposits(Map<Persona, Account> cast, Money stakes) {
        SimulatedChain chain = platform.plugins().chain();
        Map<WalletAddress, Money> needed = new LinkedHashMap<>();
        for (Persona persona : cast.keySet()) {
            persona.means().deposit().ifPresent(amount -> {
                Money need = Amounts.times(stakes, amount);
                Money missing = need.minus(free(wallet(persona), Money.zero(chain.currency())));
                if (missing.isPositive()) {
                    chain.deposit(wallet(persona), missing);
                }
                needed.put(wallet(persona), need);
            });
        }
        return needed;
    }

    private void awaitCredit(Map<WalletAddress, Money> needed) throws InterruptedException {
        long deadline = System.nanoTime() + CREDIT_WAIT.toNanos();
        for (Map.Entry<WalletAddress, Money> wallet : needed.entrySet()) {
            Money none = Money.zero(wallet.getValue().currency());
            while (free(wallet.getKey(), none).isLessThan(wallet.getValue())) {
                if (System.nanoTime() > deadline) {
                    throw new ShowException(
                            "the deposit of wallet " + wallet.getKey().shortened()
                                    + " was not credited within " + CREDIT_WAIT.toSeconds()
                                    + " seconds; check the health of the chain and of the settlement");
                }
                Thread.sleep(CREDIT_LOOK.toMillis());
            }
        }
    }

    private Money free(WalletAddress wallet, Money none) {
        return platform.treasury().escrow().balances().stream()
                .filter(balance -> balance.wallet().equals(wallet)
                        && balance.chain().equals(platform.plugins().chain().id()))
                .map(EscrowBook.Balance::free)
                .findFirst()
                .orElse(none);
    }

    private WalletAddress wallet(Persona persona) {
        return platform.plugins().chain().wallet("rehearsal-" + persona.handle());
    }
}
