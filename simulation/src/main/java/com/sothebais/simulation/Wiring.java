package com.sothebais.simulation;

import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.social.Inbox.Receipt;
import com.sothebais.api.social.Post;
import com.sothebais.auction.engine.Settings;
import com.sothebais.auction.engine.Snapshots;
import com.sothebais.auction.engine.SteppedRoom;
import java.time.InstantSource;

/** How an auctioneer is connected; a wrong connection makes a wrong engine, which the oracle must find. */
interface Wiring {
    /** As it is. */
    Wiring TRUE = new Wiring() {};

    /** Takes posts. */
    interface Door {
        Receipt receive(Post post);
    }

    default EventLog log(EventLog log) {
        return log;
    }

    /** Between the process and its faulty log. */
    default EventLog shaky(EventLog log) {
        return log;
    }

    /** What the dispatcher hands over. */
    default Recorded fact(Recorded fact) {
        return fact;
    }

    default InstantSource clock(InstantSource clock) {
        return clock;
    }

    default Snapshots snapshots(Snapshots snapshots) {
        return snapshots;
    }

    default Settings settings(Settings settings) {
        return settings;
    }

    default Door inbox(SteppedRoom room) {
        return room::receive;
    }
}
