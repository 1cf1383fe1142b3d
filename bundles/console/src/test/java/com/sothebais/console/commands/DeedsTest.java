package com.sothebais.console.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.console.SampleBoard;
import com.sothebais.console.commands.OverrideCommand.Kind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeedsTest {
    private static final String FACT = "0f8fad5b-d9cb-469f-a165-70867728950e";

    private final SampleBoard board = SampleBoard.full();

    @Test
    void campaignsAndLotsAreListedWithTheIdsThatOtherCommandsTake() {
        assertThat(CommandsTest.printed(out -> CampaignsCommand.print(board, out)))
                .contains("demo", "Twelve Lights", "America/New_York");
        assertThat(lots("")).contains("demo-1", "Low Tide", "CLOSED", "sold to @ann");
        assertThat(lots("closed")).contains("demo-1");
        assertThat(lots("open")).doesNotContain("demo-1").contains("No lots.");
        assertThat(lots("gone")).contains("Expected planned, open or closed, got 'gone'.");
    }

    @Test
    void anOverrideShowsItsEffectBeforeItIsMadeOnThatBasisForAReason() {
        assertThat(override("preview", "pause", "", "", "")).contains("The clock stands still.", "--basis b0");
        assertThat(board.asked()).isEmpty();
        assertThat(override("apply", "pause", "", "", "A power cut.")).contains("preview first");
        assertThat(override("apply", "pause", "", "b0", "")).contains("Say why");
        assertThat(override("apply", "pause", "", "b9", "A power cut.")).contains("Refused: The lot has changed");
        assertThat(override("apply", "pause", "", "b0", "A power cut.")).contains("Done");
        assertThat(board.asked()).containsExactly("Pause[] A power cut.");
    }

    @Test
    void everyKindOfOverrideIsReadAndWhatIsWrongIsSaid() {
        String[][] good = {
            {"resume", ""},
            {"cancel", ""},
            {"close", ""},
            {"extend", "PT5M"},
            {"void", "sandbox/p"},
            {"reserve", "2.5"},
            {"reserve", "none"},
            {"delay", "PT2S"}
        };
        for (String[] kind : good) {
            assertThat(override("preview", kind[0], kind[1], "", ""))
                    .as(kind[0])
                    .contains("Nothing was changed.");
        }
        String[][] bad = {{"burn", ""}, {"extend", "5 minutes"}, {"extend", "PT0S"}, {"void", "p"}, {"reserve", "x"}};
        for (String[] kind : bad) {
            assertThat(override("preview", kind[0], kind[1], "", ""))
                    .as(kind[0] + " " + kind[1])
                    .doesNotContain("Nothing was changed.")
                    .containsAnyOf("Refused: ", "Expected ");
        }
    }

    @Test
    void replaysAreStartedIntoTheShadowListedAndStopped() {
        assertThat(replays("list", "", "", "", "")).contains("settler", "DONE", "would settle 1 lot");
        assertThat(replays("start", "settler", "1", "9", "Try it."))
                .contains("Replay 2 gives positions 1 to 9 to the shadow of settler");
        assertThat(replays("start", "settler", "2026-11-21T19:00:00Z", "2026-11-21T20:00:00Z", "Try it."))
                .contains("Replay 2");
        assertThat(replays("start", "settler", "1", "9", "")).contains("Say why");
        assertThat(replays("start", "settler", "", "", "Try it.")).contains("say which facts");
        assertThat(replays("start", "settler", "9", "1", "Try it.")).contains("Refused: ");
        assertThat(replays("start", "nobody", "1", "9", "Try it.")).contains("Refused: no subscriber");
        assertThat(replays("stop", "2", "", "", "")).contains("Stopped.");
        assertThat(replays("stop", "7", "", "", "")).contains("no such replay");
        assertThat(replays("stop", "x", "", "", "")).contains("Refused: ");
        assertThat(CommandsTest.printed(out -> ReplaysCommand.run(
                        board.replays(),
                        new ReplaysCommand.Wish(
                                "start", "settler", new ReplaysCommand.Facts(FACT, "", ""), true, "Again."),
                        out)))
                .contains("to settler;");
    }

    @Test
    void outputsAreListedWithTheirReasonsAndLetTry() {
        assertThat(outputs("list", ""))
                .contains("youtube", "rtmps://live.example.org/app/***", "WAITING", "3 of 320", "Connection refused");
        assertThat(outputs("retry", "youtube")).contains("tries again");
        assertThat(outputs("retry", "recording")).contains("given up for good");
        assertThat(outputs("retry", "nowhere")).contains("no such output");
        assertThat(outputs("stop", "")).contains("Expected list or retry, got 'stop'.");
        assertThat(CommandsTest.printed(out -> OutputsCommand.run(Optional.empty(), "list", "", out)))
                .contains("not running");
    }

    @Test
    void aRehearsalIsStartedFollowedToItsEndAndListed() {
        assertThat(rehearse("genesis-2027-03-01", 60))
                .contains(
                        "Rehearsal rehearsal-sandbox-1 begins; the recording is /rehearsals/1/show.mp4.",
                        "PLAYING letting the bidders in",
                        "FINISHED lot 1 sold",
                        "The report is /rehearsals/1/report.json.")
                .containsOnlyOnce("lot 1 of 3");
        assertThat(rehearse("genesis-2027-03-01", 2)).contains("Refused: choose a speed of at least 10.");
        assertThat(rehearse("genesis-2027-03-01", 601)).contains("Refused: the speed is from 1 to 600, got 601");
        assertThat(rehearse("list", 60)).contains("No rehearsal yet");
        assertThat(rehearse("abort", 60)).contains("There is no such rehearsal");
    }

    private String rehearse(String what, int speed) {
        return CommandsTest.printed(out -> {
            try {
                RehearseCommand.run(
                        board.rehearsals(), new RehearseCommand.Wish(what, "x", speed, 7, true), out, () -> {});
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
    }

    private String outputs(String what, String name) {
        return CommandsTest.printed(out -> OutputsCommand.run(board.outputs(), what, name, out));
    }

    @Test
    void aStoryTellsItsFactsInOrderAndNothingOfTheirContent() {
        String story = CommandsTest.printed(out -> StoryCommand.print(board.log(), "c", out));
        assertThat(story).containsSubsequence("AuctionOpened", "BidAccepted", "BidRefused", "AuctionClosed");
        assertThat(story).doesNotContain("1.5");
        assertThat(CommandsTest.printed(out -> StoryCommand.print(board.log(), "other", out)))
                .contains("no such story");
    }

    @Test
    void whatIsNotRunningIsSaid() {
        SampleBoard dark = SampleBoard.empty();
        assertThat(CommandsTest.printed(out -> CampaignsCommand.print(dark, out)))
                .contains("still being read");
        assertThat(CommandsTest.printed(out -> LotsCommand.print(dark, "", out)))
                .contains("still being read");
        assertThat(CommandsTest.printed(out -> StoryCommand.print(Optional.empty(), "c", out)))
                .contains("not running");
        assertThat(CommandsTest.printed(out -> OverrideCommand.run(
                        dark,
                        new OverrideCommand.Wish("preview", "demo-1", new Kind("pause", "", false), "", ""),
                        out)))
                .contains("No auctioneer is running");
        assertThat(CommandsTest.printed(out -> ReplaysCommand.run(
                        Optional.empty(),
                        new ReplaysCommand.Wish("list", "", new ReplaysCommand.Facts("", "", ""), false, ""),
                        out)))
                .contains("not running");
    }

    private String lots(String status) {
        return CommandsTest.printed(out -> LotsCommand.print(board, status, out));
    }

    private String override(String what, String kind, String value, String basis, String reason) {
        Kind wanted = new Kind(kind, value, false);
        return CommandsTest.printed(out ->
                OverrideCommand.run(board, new OverrideCommand.Wish(what, "demo-1", wanted, basis, reason), out));
    }

    private String replays(String what, String which, String from, String to, String reason) {
        ReplaysCommand.Facts facts = new ReplaysCommand.Facts("", from, to);
        return CommandsTest.printed(out ->
                ReplaysCommand.run(board.replays(), new ReplaysCommand.Wish(what, which, facts, false, reason), out));
    }
}
