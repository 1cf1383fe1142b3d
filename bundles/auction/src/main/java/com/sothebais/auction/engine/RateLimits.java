package com.sothebais.auction.engine;

import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.social.AccountId;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.PostId;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/** The limits of accounts and of wallets. One writer; anybody may ask for the counts. */
final class RateLimits {
    private final RateLimit<AccountId> accounts;
    private final RateLimit<WalletAddress> wallets;
    private final LongAdder overAccount = new LongAdder();
    private final LongAdder overWallet = new LongAdder();

    RateLimits(Settings settings) {
        accounts = new RateLimit<>(settings.ratePosts(), settings.rateWindow());
        wallets = new RateLimit<>(settings.rateWalletBids(), settings.rateWindow());
    }

    boolean allows(Post post) {
        return counted(accounts.allows(post.author().id(), post.id(), post.at()), overAccount);
    }

    boolean allows(WalletAddress wallet, Post bid) {
        return counted(wallets.allows(wallet, bid.id(), bid.at()), overWallet);
    }

    /** Takes posts back that will be judged again. */
    void forget(Set<PostId> posts) {
        accounts.forget(posts);
        wallets.forget(posts);
    }

    private static boolean counted(boolean allowed, LongAdder over) {
        if (!allowed) {
            over.increment();
        }
        return allowed;
    }

    /** A hint for the admin; empty when nobody went too far. */
    String hint() {
        long byAccount = overAccount.sum();
        long byWallet = overWallet.sum();
        return byAccount + byWallet == 0
                ? ""
                : " Too many posts: " + byAccount + " of single accounts, " + byWallet + " for single wallets.";
    }
}
