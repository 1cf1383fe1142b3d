package com.sothebais.api.chain;

import com.sothebais.api.money.Money;
import org.osgi.annotation.versioning.ConsumerType;

/** A chain that needs nothing, whose wallets and tokens can be made at will: for rehearsals, demos and tests. */
@ConsumerType
public interface SimulatedChain extends Chain {

    /** A wallet for the given name, always the same for the same name, created when new. */
    WalletAddress wallet(String name);

    /** Gives the wallet money out of nothing and deposits it into the escrow. */
    TxHash deposit(WalletAddress wallet, Money amount);

    /** Creates the token in the seller's hands, approved for settlement; nothing happens when it exists. */
    void mint(TokenRef token, WalletAddress seller);

    /** Makes every call fail with {@link ChainException} while true, as an unreachable node would. */
    void outage(boolean down);
}
