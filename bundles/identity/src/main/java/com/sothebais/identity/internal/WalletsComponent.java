package com.sothebais.identity.internal;

import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.EventLogException;
import com.sothebais.api.health.Health;
import com.sothebais.api.health.HealthSource;
import com.sothebais.api.identity.Wallets;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.AccountId;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Offers the wallet links as a service and remembers, for the health, whether the log took the last one. */
@Component(service = {Wallets.class, HealthSource.class})
public final class WalletsComponent implements Wallets, HealthSource {
    private static final String PART = "wallets";

    private final WalletLinks links;
    private volatile Health health = Health.well(PART, "Ready.");

    @Activate
    public WalletsComponent(@Reference EventLog log) {
        links = new WalletLinks(log, InstantSource.system());
    }

    @Override
    public void link(Account account, WalletAddress wallet) {
        watched(() -> {
            links.link(account, wallet);
            return Optional.empty();
        });
    }

    @Override
    public void unlink(AccountId account) {
        watched(() -> {
            links.unlink(account);
            return Optional.empty();
        });
    }

    @Override
    public Optional<WalletAddress> walletOf(AccountId account) {
        return watched(() -> links.walletOf(account));
    }

    @Override
    public Health health() {
        return health;
    }

    private Optional<WalletAddress> watched(Supplier<Optional<WalletAddress>> call) {
        try {
            Optional<WalletAddress> answer = call.get();
            health = Health.well(PART, links.count() + " account(s) linked to wallets.");
            return answer;
        } catch (EventLogException e) {
            health = Health.down(PART, "The log does not answer: " + e.getMessage() + ". Look at the database.");
            throw e;
        }
    }
}
