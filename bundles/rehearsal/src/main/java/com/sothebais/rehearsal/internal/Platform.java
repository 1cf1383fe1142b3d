package com.sothebais.rehearsal.internal;

import com.sothebais.api.agent.Host;
import com.sothebais.api.asset.Assets;
import com.sothebais.api.auction.Auctions;
import com.sothebais.api.auction.Campaigns;
import com.sothebais.api.chain.SimulatedChain;
import com.sothebais.api.identity.Wallets;
import com.sothebais.api.settlement.EscrowBook;
import com.sothebais.api.social.SimulatedNetwork;
import com.sothebais.api.stream.Curtain;
import com.sothebais.api.stream.Studio;
import java.util.Optional;
import java.util.function.Supplier;

/** The parts that a show is played with. */
record Platform(Plugins plugins, Treasury treasury, Saleroom saleroom, Air air) {
    /** Plugins may be replaced while the show plays; each use looks for the current one. */
    record Plugins(Supplier<Optional<SimulatedNetwork>> networks, Supplier<Optional<SimulatedChain>> chains) {
        SimulatedNetwork network() {
            return networks.get()
                    .orElseThrow(() -> new ShowException(
                            "there is no simulated network; install the feature of the plugin social-sandbox"));
        }

        SimulatedChain chain() {
            return chains.get()
                    .orElseThrow(() -> new ShowException(
                            "there is no simulated chain; install the feature of the plugin chain-simulated"));
        }
    }

    /** Whose wallet it is and what is in it. */
    record Treasury(Wallets wallets, EscrowBook escrow) {}

    /** Where it is sold. */
    record Saleroom(Campaigns campaigns, Auctions auctions) {}

    /** What goes on air, and what keeps it here. */
    record Air(Studio studio, Host host, Assets assets, Supplier<Optional<Curtain>> curtains) {}
}
