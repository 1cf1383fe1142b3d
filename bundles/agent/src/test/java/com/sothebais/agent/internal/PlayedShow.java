package com.sothebais.agent.internal;

import com.sothebais.api.event.Event;
import com.sothebais.api.event.EventId;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.show.ShowView;
import java.time.Instant;

/** The state of a show that a test plays fact by fact. */
final class PlayedShow {
    private ShowView view = ShowView.EMPTY;
    private long position;

    /** Published and planned, nothing moved yet. */
    PlayedShow() {
        happened(Script.published(), Script.START);
        happened(Script.planned(), Script.START);
    }

    Recorded happened(Event event, Instant at) {
        position++;
        Recorded recorded = new Recorded(position, EventId.random(), position, Script.fact(event, at));
        view = view.after(recorded);
        return recorded;
    }

    ShowView view() {
        return view;
    }
}
