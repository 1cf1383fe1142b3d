package com.sothebais.rehearsal.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.rehearsal.report.ShowDirectory.Past;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowDirectoryTest {
    @TempDir
    private Path path;

    @Test
    void aStatusIsOneLineThatIsReplacedWhole() throws IOException {
        ShowDirectory directory = new ShowDirectory(path);

        directory.say("PLAYING", "lot 1 of 2\n- price  2 ETH");
        directory.say("FINISHED", "done");

        assertThat(Files.readString(directory.status())).isEqualTo("FINISHED done\n");
        directory.say("PLAYING", "lot 1 of 2\n- price  2 ETH");
        assertThat(Files.readString(directory.status())).isEqualTo("PLAYING lot 1 of 2 - price 2 ETH\n");
        assertThat(Files.list(path)).hasSize(1);
    }

    @Test
    void knowsWhatWasPlayedBefore() throws IOException {
        ShowDirectory directory = new ShowDirectory(path.resolve("new/show"));
        assertThat(directory.past()).isEqualTo(Past.NONE);
        directory.clear();
        assertThat(directory.past()).isEqualTo(Past.NONE);
        directory.say("PREPARING", "hanging the works");
        assertThat(directory.past()).isEqualTo(Past.NONE);
        directory.say("PLAYING", "lot 1");
        assertThat(directory.past()).isEqualTo(Past.CUT_OFF);
        Files.writeString(directory.report(), "{}");
        assertThat(directory.past()).isEqualTo(Past.OVER);
        directory.say(ShowDirectory.INTERRUPTED, "stopped");
        assertThat(directory.past()).isEqualTo(Past.CUT_OFF);
    }

    @Test
    void clearsWhatAShowLeftAndNothingElse() throws IOException {
        ShowDirectory directory = new ShowDirectory(path);
        for (String file : new String[] {"report.json", "show.mp4", "status", "ledger-1.json", "ledger-12.json"}) {
            Files.writeString(path.resolve(file), "old");
        }
        Path mine = Files.writeString(path.resolve("notes.txt"), "mine");

        directory.clear();

        assertThat(Files.list(path)).containsExactly(mine);
    }
}
