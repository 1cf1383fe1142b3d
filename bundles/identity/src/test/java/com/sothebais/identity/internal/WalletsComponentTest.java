package com.sothebais.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.event.EventLogException;
import com.sothebais.api.health.Health;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.AccountId;
import com.sothebais.contract.MemoryEventLog;
import org.junit.jupiter.api.Test;

class WalletsComponentTest {
    @Test
    void healthFollowsTheLog() {
        MemoryEventLog log = new MemoryEventLog();
        WalletsComponent wallets = new WalletsComponent(log);
        Account alice = new Account(new AccountId("sandbox", "alice"), "alice", "Alice");
        WalletAddress wallet = new WalletAddress("0x" + "a1".repeat(20));

        log.outage(true);
        assertThatThrownBy(() -> wallets.link(alice, wallet)).isInstanceOf(EventLogException.class);
        assertThat(wallets.health().status()).isEqualTo(Health.Status.DOWN);

        log.outage(false);
        wallets.link(alice, wallet);
        assertThat(wallets.walletOf(alice.id())).contains(wallet);
        assertThat(wallets.health().message()).startsWith("1 account(s)");
        wallets.unlink(alice.id());
        assertThat(wallets.health().status()).isEqualTo(Health.Status.WELL);
    }
}
