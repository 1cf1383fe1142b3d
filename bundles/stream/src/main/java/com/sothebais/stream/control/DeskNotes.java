package com.sothebais.stream.control;

import com.sothebais.api.auction.CampaignId;
import com.sothebais.api.stream.DeskEvent;
import java.time.Instant;
import java.util.Optional;

/** Records what happens at the desk. Called by the thread that makes frames, too, so it must return at once. */
@FunctionalInterface
public interface DeskNotes {
    /** For a desk that nobody asks afterwards. */
    DeskNotes NONE = note -> {};

    /** @param rehearsal the one on stage, whose facts are marked */
    record Note(DeskEvent event, Instant at, Optional<CampaignId> rehearsal) {}

    void note(Note note);
}
