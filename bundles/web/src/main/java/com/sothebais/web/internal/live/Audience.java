package com.sothebais.web.internal.live;

import java.util.Optional;
import java.util.OptionalLong;

/** The door of the live feed: who comes in, and who has left. Thread-safe. */
final class Audience {
    private final LiveHub hub;
    private final Places places;

    Audience(LiveHub hub, Places places) {
        this.hub = hub;
        this.places = places;
    }

    /** Reserves a place for a client of the address, to be given back by {@link #cancel} or {@link #leave}; empty when it was given. */
    Optional<Places.Refused> admit(String address) {
        return places.take(address);
    }

    /** Gives a reserved place back. */
    void cancel(String address) {
        places.giveBack(address);
    }

    /** @param last position of the last message it has; empty for a newcomer */
    Viewer join(OptionalLong last, Outlet outlet) {
        return hub.join(last, outlet);
    }

    void leave(Viewer viewer, String address) {
        hub.leave(viewer);
        places.giveBack(address);
    }
}
