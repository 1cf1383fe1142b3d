package com.sothebais.api.identity;

import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.AccountId;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Which wallet pays for which account. Thread-safe. */
@ProviderType
public interface Wallets {

    /**
     * Links the account to the wallet; recorded when it returns. Linking the same pair again changes nothing.
     *
     * @throws IllegalStateException when the account or the wallet is linked to another
     */
    void link(Account account, WalletAddress wallet);

    /** Ends the link of the account; nothing happens when there is none. */
    void unlink(AccountId account);

    Optional<WalletAddress> walletOf(AccountId account);
}
