package com.sothebais.auction.internal;

import com.sothebais.api.social.Account;
import com.sothebais.api.social.SocialNetwork;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * Asks the networks for the host's account when a post arrives, not before: a network needs the inbox to start, so getting its
 * service while the auctioneer starts would be a circle.
 */
final class HostAccounts {
    private final BundleContext context;
    private final Map<ServiceReference<SocialNetwork>, SocialNetwork> held = new HashMap<>();

    HostAccounts(BundleContext context) {
        this.context = context;
    }

    /** Called by the auctioneer's thread alone. Networks are held while they are there: letting go of the last use stops one. */
    Optional<Account> on(String network, List<ServiceReference<SocialNetwork>> references) {
        held.keySet().removeIf(reference -> {
            boolean gone = !references.contains(reference);
            if (gone) {
                context.ungetService(reference);
            }
            return gone;
        });
        for (ServiceReference<SocialNetwork> reference : references) {
            SocialNetwork found = held.computeIfAbsent(reference, context::getService);
            if (found != null && found.name().equals(network)) {
                return Optional.of(found.host());
            }
        }
        return Optional.empty();
    }
}
