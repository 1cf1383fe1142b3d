package com.sothebais.console.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.console.SampleBoard;
import com.sothebais.console.commands.DeadLettersCommand.Wish;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CommandsTest {
    private final SampleBoard board = SampleBoard.full();

    @Test
    void statusShowsEveryPartTheStreamAndTheBooks() {
        String text = printed(out -> StatusCommand.print(board, out));
        assertThat(text).contains("stream", "DOWN", "Restart <it>.");
        assertThat(text).contains("java2d", "30.0", "48.0 ms", "rtmp", "CONNECTING");
        assertThat(text).contains("12.0 ms", "5 ETH", "4 ETH", "NO", "settler", "REACTOR");
    }

    @Test
    void statusSaysWhatIsNotRunning() {
        String text = printed(out -> StatusCommand.print(SampleBoard.empty(), out));
        assertThat(text)
                .contains(
                        "The stream is not running.",
                        "No auctioneer is running.",
                        "No part says how it is.",
                        "Escrow not compared yet.");
    }

    @Test
    void showListsLotsWithTheirResultsAndBidsWithTheirVerdicts() {
        String text = printed(out -> ShowCommand.print(board, out));
        assertThat(text).contains("Twelve Lights", "Low Tide", "sold to @ann for 1.5 ETH, settling");
        assertThat(text).contains("@ann", "accepted", "unreadable", "30");
        assertThat(printed(out -> ShowCommand.print(SampleBoard.empty(), out))).contains("still being read");
    }

    @Test
    void whatPeopleWriteCannotCommandTheTerminal() {
        assertThat(printed(out -> ShowCommand.print(board, out))).doesNotContain("\u001b");
    }

    @Test
    void deadLettersAreListedRetriedAndDropped() {
        assertThat(letters("list", 0, "")).contains("settler", "chain away");
        assertThat(letters("retry", 6, "looked into it")).contains("Taken.");
        assertThat(letters("retry", 6, "")).contains("Say why");
        assertThat(letters("drop", 7, "looked into it")).contains("no such dead letter");
        assertThat(letters("burn", 6, "looked into it")).contains("Expected list, retry, drop or edit, got 'burn'.");
        assertThat(letters("edit", 6, "looked into it")).contains("Edited.");
        assertThat(board.asked()).containsExactly("retry settler 6", "drop settler 7", "edit settler 6");
    }

    @Test
    void anomaliesAreListedFromAScoreOn() {
        assertThat(printed(out -> AnomaliesCommand.run(board.anomalies(), 1, out)))
                .contains("MANY_REFUSALS", "@ann (sandbox/1)", "demo-1", "35");
        assertThat(printed(out -> AnomaliesCommand.run(board.anomalies(), 40, out)))
                .contains("Nothing to look at.");
        assertThat(printed(out -> AnomaliesCommand.run(SampleBoard.empty().anomalies(), 1, out)))
                .contains("Nobody looks");
    }

    private String letters(String what, long position, String reason) {
        Wish wish = new Wish(what, "settler", position, "{}", reason);
        return printed(out -> DeadLettersCommand.run(board.deadLetters(), wish, out));
    }

    static String printed(Consumer<PrintStream> print) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        print.accept(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
