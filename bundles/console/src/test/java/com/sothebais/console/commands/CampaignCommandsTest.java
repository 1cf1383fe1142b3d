package com.sothebais.console.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.auction.CampaignFiles;
import com.sothebais.console.SampleBoard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampaignCommandsTest {
    private final SampleBoard board = SampleBoard.full();

    @TempDir
    private Path directory;

    @Test
    void aPlanShowsEveryInstantInTheZoneAndInUtcAndPublishesNothing() throws IOException {
        assertThat(plan(file("good")))
                .contains("Campaign demo, Twelve Lights", "In America/New_York")
                .containsPattern("LIVE begins +\\| 2026-11-21T14:00:00-05:00 +\\| 2026-11-21T19:00:00Z")
                .containsPattern("demo-1 \\(Low Tide\\) ends +\\| 2026-11-21T14:00:45-05:00 +\\| 2026-11-21T19:00:45Z")
                .contains("last call", "POST begins", "the session ends")
                .contains("Nothing was published.");
        assertThat(board.asked()).isEmpty();
    }

    @Test
    void aCampaignIsPublishedOnce() throws IOException {
        assertThat(publish(file("good"))).contains("Published demo with 1 sessions and 1 lots");
        assertThat(board.asked()).containsExactly("publish demo");
        assertThat(publish(file("good"))).contains("was published before", "Nothing was changed.");
    }

    @Test
    void everyMistakeOfTheFileIsSaidWithItsPlace() throws IOException {
        for (String said : new String[] {plan(file("bad")), publish(file("bad"))}) {
            assertThat(said).contains("name: 'name' is missing.", "lots[0].seller: 'seller' is missing.");
        }
        assertThat(board.asked()).isEmpty();
    }

    @Test
    void aFileThatIsNotThereOrTooLargeIsSaid() throws IOException {
        assertThat(plan(directory.resolve("none.json").toString())).contains("cannot be read", "none.json");
        assertThat(plan("\u0000")).contains("cannot be read");
        assertThat(plan(file("x".repeat(CampaignFiles.BYTES_MAX + 9)))).contains("too large");
    }

    @Test
    void withoutThePlatformTheySaySo() {
        String said = CommandsTest.printed(out -> CampaignPublishCommand.run(SampleBoard.empty(), "x.json", out));
        assertThat(said).contains("a part is away");
    }

    private String file(String content) throws IOException {
        return Files.writeString(directory.resolve("campaign.json"), content).toString();
    }

    private String plan(String file) {
        return CommandsTest.printed(out -> CampaignPlanCommand.run(board, file, out));
    }

    private String publish(String file) {
        return CommandsTest.printed(out -> CampaignPublishCommand.run(board, file, out));
    }
}
