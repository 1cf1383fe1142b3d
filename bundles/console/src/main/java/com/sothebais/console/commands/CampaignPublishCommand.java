package com.sothebais.console.commands;

import com.sothebais.api.auction.SessionPlan;
import com.sothebais.console.board.Board;
import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code sothebais:campaign-publish FILE}: all sessions of a campaign, in one step. */
@Service
@Command(
        scope = "sothebais",
        name = "campaign-publish",
        description = "Publishes a campaign with all its sessions; see campaign-plan first")
public final class CampaignPublishCommand implements Action {
    @Argument(index = 0, name = "file", description = "The campaign as JSON, as REST takes it", required = true)
    private String file = "";

    @Reference
    private Board board;

    @Override
    public Object execute() {
        run(board, file, System.out);
        return null;
    }

    static void run(Board board, String file, PrintStream out) {
        CampaignFile.read(
                board,
                file,
                (campaigns, campaign) -> {
                    List<SessionPlan> sessions = campaigns.publish(campaign);
                    long lots = sessions.stream()
                            .mapToInt(session -> session.lots().size())
                            .sum();
                    out.println("Published " + campaign.id() + " with " + sessions.size() + " sessions and " + lots
                            + " lots; see sothebais:campaigns and sothebais:lots.");
                },
                out);
    }
}
