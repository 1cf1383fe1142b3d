package com.sothebais.console.commands;

import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.auction.SessionPlan.PlannedLot;
import com.sothebais.api.auction.SessionPlan.Times;
import com.sothebais.console.board.Board;
import com.sothebais.console.board.Words;
import java.io.PrintStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code sothebais:campaign-plan FILE}: every instant that publishing would fix, without publishing. */
@Service
@Command(
        scope = "sothebais",
        name = "campaign-plan",
        description = "Every instant that publishing a campaign would fix, in its zone and UTC; changes nothing")
public final class CampaignPlanCommand implements Action {
    private static final int NAME_MAX = 100;

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
                    print(campaign, campaigns.dryRun(campaign), out);
                    out.println("Nothing was published. To do it: sothebais:campaign-publish " + file);
                },
                out);
    }

    /** All instants in order; lots of one session may overlap. */
    static void print(Campaign campaign, List<SessionPlan> sessions, PrintStream out) {
        out.println("Campaign " + campaign.id() + ", " + Words.line(campaign.name(), NAME_MAX));
        ShellTable table =
                Tables.table("Session", "What", "In " + campaign.schedule().zone(), "UTC");
        for (SessionPlan session : sessions) {
            Times times = session.times();
            row(table, session, "PRE begins", times.pre());
            row(table, session, "the stream begins", times.onAir());
            row(table, session, "LIVE begins", times.live());
            for (PlannedLot lot : session.lots()) {
                String name = lot.auction() + " (" + lot.lot().title() + ")";
                row(table, session, name + " opens", lot.opens());
                row(table, session, name + " ends", lot.ends());
                row(
                        table,
                        session,
                        name + " last call",
                        lot.ends().plus(lot.rules().lastCall()));
            }
            row(table, session, "POST begins", times.post());
            row(table, session, "the stream ends", times.offAir());
            row(table, session, "the session ends", times.end());
        }
        table.print(out);
    }

    private static void row(ShellTable table, SessionPlan session, String what, Instant at) {
        String local = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(session.zone()));
        Tables.row(table, session.id(), what, local, at);
    }
}
