package com.sothebais.rehearsal.internal;

import com.sothebais.api.auction.SessionId;
import com.sothebais.api.show.ShowView;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.SimulatedNetwork;
import com.sothebais.api.social.SocialException;
import com.sothebais.rehearsal.bidder.Move;
import com.sothebais.rehearsal.bidder.Pace;
import com.sothebais.rehearsal.bidder.Persona;
import com.sothebais.rehearsal.bidder.Situation;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets every bidder look at the show and do what it wants to. Used by one thread. */
final class Troupe {
    private static final Logger LOG = LoggerFactory.getLogger(Troupe.class);

    private final Map<Persona, Account> cast;
    private final Supplier<Optional<SimulatedNetwork>> networks;
    private final SessionId session;
    private final Pace pace;

    Troupe(Map<Persona, Account> cast, Supplier<Optional<SimulatedNetwork>> networks, SessionId session, Pace pace) {
        this.cast = cast;
        this.networks = networks;
        this.session = session;
        this.pace = pace;
    }

    /** A bidder's network may be away for a moment, as while its plugin is replaced; then the bidders wait. */
    void act(ShowView view, Instant now) {
        Optional<SimulatedNetwork> network = networks.get();
        if (network.isEmpty()) {
            return;
        }
        cast.forEach((persona, account) -> {
            for (Move move : persona.habit().next(new Situation(now, view, session, account, pace))) {
                perform(network.get(), account, move);
            }
        });
    }

    private static void perform(SimulatedNetwork network, Account account, Move move) {
        try {
            if (move instanceof Move.Say say) {
                network.say(account.id(), say.text(), say.relation());
            } else if (move instanceof Move.Redeliver redeliver) {
                network.redeliver(redeliver.post());
            }
        } catch (SocialException e) {
            LOG.warn("@{} could not do {}: {}", account.handle(), move, e.getMessage());
        }
    }
}
