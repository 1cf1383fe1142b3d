package com.sothebais.stream.control;

import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.stream.Cue;
import com.sothebais.api.stream.ShowControl.Taken;
import com.sothebais.api.stream.Source;
import com.sothebais.stream.scene.Stage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an operator may have forgotten at the desk, each in a sentence. Pure. */
final class DeskAlarms {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private DeskAlarms() {}

    static List<String> of(Stage stage, ProgramBus bus, Prompter prompter, Instant now) {
        List<String> troubles = new ArrayList<>();
        if (bus.program().equals(Source.BARS) && isOn(stage)) {
            troubles.add("The test pattern is on program"
                    + bus.taken().map(DeskAlarms::how).orElse("") + "; take show when the test is over.");
        }
        prompter.held().ifPresent(hold -> {
            long waiting = prompter.waiting(now).stream()
                    .filter(cue -> !(cue.action() instanceof Cue.Mark))
                    .count();
            if (waiting > 0) {
                troubles.add(waiting + (waiting == 1 ? " cue waits" : " cues wait") + " because " + hold.admin()
                        + " has held the rundown since " + TIME.format(hold.since())
                        + "; let it go on or skip what is over.");
            }
        });
        return troubles;
    }

    /** Whether anybody expects a show now. */
    private static boolean isOn(Stage stage) {
        return stage.show()
                .session()
                .filter(session -> session.phase() == SessionPhase.LIVE)
                .isPresent();
    }

    private static String how(Taken taken) {
        Optional<String> until = taken.until().map(end -> " until " + TIME.format(end));
        return " since " + TIME.format(taken.at())
                + taken.admin().map(admin -> ", taken by " + admin).orElse("")
                + (taken.restored() ? ", brought back by a restart" : "")
                + until.orElse("");
    }
}
