package com.sothebais.console.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.console.SampleBoard;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ControlCommandsTest {
    private final SampleBoard board = SampleBoard.full();

    @Test
    void takeAloneShowsHowTheDeskStands() {
        assertThat(take("", "cut", -1))
                .contains("Program: show", "Preview: standby", "FADE 3 of 21 frames", "Sources: show, bars, standby");
    }

    @Test
    void takePutsASourceOnProgram() {
        assertThat(take("bars", "cut", -1)).contains("Program: bars", "Preview: show");
        assertThat(board.asked()).containsExactly("preview bars", "cut");
    }

    @Test
    void whatCannotBeTakenIsSaid() {
        assertThat(take("bars", "fade", 500)).contains("Not taken: A transition runs.");
        assertThat(take("gala", "cut", -1)).contains("Not taken: There is no source 'gala'.");
        assertThat(take("../etc", "cut", -1)).contains("Not taken: expected 1 to 60 letters");
        assertThat(take("bars", "spin", -1)).contains("expected cut, fade, wipe or stinger");
        assertThat(take("bars", "fade", 5_000)).contains("expected 0 to PT3S");
        assertThat(CommandsTest.printed(
                        out -> TakeCommand.run(Optional.empty(), new TakeCommand.Wish("bars", "cut", -1), out)))
                .contains("not running");
    }

    @Test
    void theRundownIsListedAndCuesDoWhatTheyAreTold() {
        assertThat(rundown("list", "")).contains("demo.standby", "Standby", "take standby, FADE", "NEXT");
        assertThat(rundown("fire", "demo.standby")).contains("demo.standby: fired.");
        assertThat(rundown("skip", "demo.standby")).contains("skipped");
        assertThat(rundown("hold", "demo.standby")).contains("held");
        assertThat(rundown("go", "demo.standby")).contains("pending");
        assertThat(rundown("hold", "")).contains("The whole rundown is held");
        assertThat(rundown("go", "")).doesNotContain("held");
        assertThat(rundown("fire", "nothing")).contains("Not done: There is no such cue");
        assertThat(rundown("fire", "")).contains("Expected list, hold or go");
        assertThat(rundown("stop", "demo.standby")).contains("Expected fire, skip, hold or go, got 'stop'.");
        assertThat(CommandsTest.printed(out -> RundownCommand.run(Optional.empty(), "list", "", out)))
                .contains("not running");
    }

    private String take(String source, String transition, int millis) {
        return CommandsTest.printed(
                out -> TakeCommand.run(board.control(), new TakeCommand.Wish(source, transition, millis), out));
    }

    private String rundown(String what, String cue) {
        return CommandsTest.printed(out -> RundownCommand.run(board.control(), what, cue, out));
    }
}
