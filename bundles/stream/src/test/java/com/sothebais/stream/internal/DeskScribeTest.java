package com.sothebais.stream.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.auction.CampaignId;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.stream.DeskEvent;
import com.sothebais.contract.MemoryEventLog;
import com.sothebais.stream.control.DeskNotes.Note;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeskScribeTest {
    private static final Instant AT = Instant.parse("2026-11-21T19:00:00.123456789Z");

    private final MemoryEventLog log = new MemoryEventLog();

    @Test
    void writesInOrderAndHasWrittenAllWhenItIsClosed() {
        try (DeskScribe scribe = new DeskScribe(new LogNotes(() -> Optional.of(log)))) {
            IntStream.range(0, 100).forEach(i -> scribe.note(note("admin-" + i, Optional.empty())));
        }

        assertThat(log.read(0, 200)).extracting(Recorded::event).hasSize(100);
        assertThat(log.read(0, 200).get(99).event()).isEqualTo(new DeskEvent.RundownHeld(true, "admin-99"));
        assertThat(log.read(0, 1).get(0).fact().at()).isEqualTo(Instant.parse("2026-11-21T19:00:00.123456Z"));
    }

    @Test
    void whatIsDoneInARehearsalBearsItsMark() {
        CampaignId rehearsal = new CampaignId("rehearsal-sandbox-20261121-190000-000");
        try (DeskScribe scribe = new DeskScribe(new LogNotes(() -> Optional.of(log)))) {
            scribe.note(note("ada", Optional.of(rehearsal)));
        }

        assertThat(log.read(0, 1).get(0).fact().stream().isRehearsal()).isTrue();
    }

    @Test
    void withoutALogNobodyIsKeptFromAnything() {
        try (DeskScribe scribe = new DeskScribe(new LogNotes(Optional::empty))) {
            scribe.note(note("ada", Optional.empty()));
        }

        assertThat(log.last()).isZero();
    }

    private static Note note(String admin, Optional<CampaignId> rehearsal) {
        return new Note(new DeskEvent.RundownHeld(true, admin), AT, rehearsal);
    }
}
