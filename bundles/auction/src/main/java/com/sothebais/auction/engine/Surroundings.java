package com.sothebais.auction.engine;

import com.sothebais.api.event.EventLog;
import com.sothebais.api.social.Account;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the auctioneer works with.
 *
 * @param hosts the host's account on a network, empty when the network is not there
 * @param snapshots where the state is kept for a quick start
 */
public record Surroundings(
        EventLog log, InstantSource clock, Function<String, Optional<Account>> hosts, Snapshots snapshots) {

    /** Without snapshots: every start reads the whole log. */
    public Surroundings(EventLog log, InstantSource clock, Function<String, Optional<Account>> hosts) {
        this(log, clock, hosts, Snapshots.NONE);
    }
}
