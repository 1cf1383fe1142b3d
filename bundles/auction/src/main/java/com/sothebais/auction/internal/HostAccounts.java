package com.sothebais.auction.internal;

import com.sothebais.api.social.Account;
import com.sothebais.api.social.SocialNetwork;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * Asks the networks for the host's account when a post arrives, not before: a network needs the inbox to start, so getting its
 * service while the auctioneer starts would be a circle.
 */
final class HostAccounts {
    private final BundleContext context;

    HostAccounts(BundleContext context) {
        this.context = context;
    }

    Optional<Account> on(String network, List<ServiceReference<SocialNetwork>> references) {
        for (ServiceReference<SocialNetwork> reference : references) {
            SocialNetwork found = context.getService(reference);
            if (found != null) {
                try {
                    if (found.name().equals(network)) {
                        return Optional.of(found.host());
                    }
                } finally {
                    context.ungetService(reference);
                }
            }
        }
        return Optional.empty();
    }
}
