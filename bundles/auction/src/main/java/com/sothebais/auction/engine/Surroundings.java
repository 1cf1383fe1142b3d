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
 * @param books where bids are written and read besides the log
 */
public record Surroundings(EventLog log, InstantSource clock, Function<String, Optional<Account>> hosts, Books books) {}
