package com.sothebais.console.commands;

import com.sothebais.api.auction.CampaignException;
import com.sothebais.api.auction.CampaignFiles;
import com.sothebais.api.auction.CampaignFiles.Filled;
import com.sothebais.console.board.Board;
import com.sothebais.console.board.Words;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code sothebais:campaign-fill FILE NEW}: a campaign with what the tokens of its lots say, in a new file. */
@Service
@Command(
        scope = "sothebais",
        name = "campaign-fill",
        description = "Writes a campaign with what the tokens of its lots say to a new file; see campaign-plan then")
public final class CampaignFillCommand implements Action {
    private static final int LINE_MAX = 400;

    @Argument(index = 0, name = "file", description = "The campaign as JSON, lots with tokenUri", required = true)
    private String file = "";

    @Argument(index = 1, name = "new", description = "The file to write, which must not exist", required = true)
    private String target = "";

    @Reference
    private Board board;

    @Override
    public Object execute() {
        run(board, file, target, System.out);
        return null;
    }

    static void run(Board board, String file, String target, PrintStream out) {
        if (board.campaignFiles().isEmpty()) {
            out.println("No campaign can be filled in now, because a part is away; see sothebais:status.");
            return;
        }
        try {
            Filled last = fill(board.campaignFiles().get(), CampaignFile.bytes(Path.of(file)), out);
            Files.writeString(Path.of(target), last.json(), StandardOpenOption.CREATE_NEW);
            out.println(
                    last.left() == 0
                            ? "All lots say what they are. Next: sothebais:campaign-plan " + target
                            : last.left() + " lots are left; correct them and repeat with " + target + ".");
        } catch (CampaignException e) {
            e.reasons().forEach(reason -> out.println(Words.line(reason, LINE_MAX)));
        } catch (IOException | InvalidPathException e) {
            out.println("The files cannot be used: " + Words.line(e.toString(), LINE_MAX));
        }
    }

    /** A few lots at a time, till none is left or none could be done. */
    private static Filled fill(CampaignFiles files, byte[] json, PrintStream out) {
        Filled filled = files.fill(json, "shell");
        while (filled.left() > 0 && filled.filled() > 0) {
            out.println(filled.left() + " lots are left ...");
            filled = files.fill(filled.json().getBytes(StandardCharsets.UTF_8), "shell");
        }
        filled.problems().forEach(problem -> out.println(Words.line(problem, LINE_MAX)));
        return filled;
    }
}
