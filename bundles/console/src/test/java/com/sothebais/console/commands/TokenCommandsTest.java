package com.sothebais.console.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.console.SampleBoard;
import com.sothebais.console.commands.TokenTakeCommand.Wanted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenCommandsTest {
    private final SampleBoard board = SampleBoard.full();

    @TempDir
    private Path directory;

    @Test
    void aTokensPictureIsTakenAndWhatItSaysIsShownHarmlessly() {
        assertThat(take(new Wanted("ipfs://abc", "7", "koi.png", true)))
                .contains("Asset 7 'koi.png'", "abababab", "Koi", "Aiko", "Colour: ")
                .doesNotContain("\u001b");
        assertThat(board.asked()).containsExactly("take ipfs://abc 7 ANIMATION by shell");
    }

    @Test
    void whatCannotBeTakenSaysWhy() {
        assertThat(take(new Wanted("https://away.example", "", "", false)))
                .contains("away.example is unknown", "Nothing was stored.");
        assertThat(take(new Wanted("ipfs://abc", "x", "", false))).contains("--id takes");
        assertThat(board.asked()).isEmpty();
        assertThat(CommandsTest.printed(
                        out -> TokenTakeCommand.run(SampleBoard.empty(), new Wanted("a", "", "", false), out)))
                .contains("a part is away");
    }

    @Test
    void aCampaignIsFilledInTillNoLotIsLeft() throws IOException {
        Path target = directory.resolve("new.json");
        assertThat(fill("+++", target))
                .contains("2 lots are left ...", "1 lots are left ...", "Next: sothebais:campaign-plan");
        assertThat(target).hasContent("good");
        assertThat(fill("+", target)).contains("cannot be used");
        assertThat(target).hasContent("good");
    }

    @Test
    void whatIsLeftIsKeptAndNamed() throws IOException {
        Path target = directory.resolve("new.json");
        assertThat(fill("+-", target)).contains("nobody is there.", "1 lots are left; correct them");
        assertThat(target).hasContent("+-");
        assertThat(fill("bad", directory.resolve("other.json"))).contains("not valid JSON");
        assertThat(directory.resolve("other.json")).doesNotExist();
    }

    private String take(Wanted wanted) {
        return CommandsTest.printed(out -> TokenTakeCommand.run(board, wanted, out));
    }

    private String fill(String content, Path target) throws IOException {
        String file =
                Files.writeString(directory.resolve("campaign.json"), content).toString();
        return CommandsTest.printed(out -> CampaignFillCommand.run(board, file, target.toString(), out));
    }
}
