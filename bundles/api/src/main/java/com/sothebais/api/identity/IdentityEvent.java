package com.sothebais.api.identity;

import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.event.Event;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.AccountId;

/** Everything that happens to who people are. Stream: {@code person/<network>/<account id>}. */
public sealed interface IdentityEvent extends Event {

    <R> R fold(Cases<R> cases);

    /** One case per fact. */
    interface Cases<R> {
        R walletLinked(WalletLinked event);

        R walletUnlinked(WalletUnlinked event);
    }

    record WalletLinked(Account account, WalletAddress wallet) implements IdentityEvent {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.walletLinked(this);
        }
    }

    record WalletUnlinked(AccountId account, WalletAddress wallet) implements IdentityEvent {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.walletUnlinked(this);
        }
    }
}
