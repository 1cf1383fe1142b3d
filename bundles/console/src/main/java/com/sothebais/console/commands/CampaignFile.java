package com.sothebais.console.commands;

import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.CampaignException;
import com.sothebais.api.auction.CampaignFiles;
import com.sothebais.api.auction.Campaigns;
import com.sothebais.console.board.Board;
import com.sothebais.console.board.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A campaign in a file, as REST takes it; what is wrong with it is printed, every mistake. */
final class CampaignFile {
    private static final int REASON_MAX = 400;

    private CampaignFile() {}

    /** What is done with the campaign of a file. */
    interface Deed {
        void with(Campaigns campaigns, Campaign campaign);
    }

    static void read(Board board, String file, Deed deed, PrintStream out) {
        if (board.campaigns().isEmpty() || board.campaignFiles().isEmpty()) {
            out.println("No campaign can be planned now, because a part is away; see sothebais:status.");
            return;
        }
        try {
            Campaign campaign = board.campaignFiles().get().read(bytes(Path.of(file)));
            deed.with(board.campaigns().get(), campaign);
        } catch (CampaignException e) {
            e.reasons().forEach(reason -> out.println(Words.line(reason, REASON_MAX)));
            out.println("Nothing was changed.");
        } catch (IOException | InvalidPathException e) {
            out.println("The file cannot be read: " + Words.line(e.toString(), REASON_MAX));
        }
    }

    /** At most one byte more than is allowed, so that the reader sees that it is too much. */
    static byte[] bytes(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return stream.readNBytes(CampaignFiles.BYTES_MAX + 1);
        }
    }
}
