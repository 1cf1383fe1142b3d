package com.sothebais.console.commands;

import com.sothebais.api.auction.Anomalies.Hint;
import com.sothebais.console.board.Board;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code sothebais:anomalies [--score LEAST]}: bidders who may act together or out of measure. */
@Service
@Command(
        scope = "sothebais",
        name = "anomalies",
        description = "Bidders who may act together or out of measure; hints to look at, never acted on")
public final class AnomaliesCommand implements Action {
    private static final int SHOWN_MAX = 100;

    @Option(name = "--score", description = "The least score, 1 to 100; from 40 on the evidence is worth reading")
    private int score = 1;

    @Reference
    private Board board;

    @Override
    public Object execute() {
        run(board.anomalies(), score, System.out);
        return null;
    }

    static void run(Optional<List<Hint>> hints, int least, PrintStream out) {
        if (hints.isEmpty()) {
            out.println("Nobody looks for anomalies; install the bundle 'anomaly'.");
            return;
        }
        List<Hint> wanted =
                hints.get().stream().filter(hint -> hint.score() >= least).toList();
        Tables.anomalies(wanted.stream().limit(SHOWN_MAX).toList(), out);
        if (wanted.size() > SHOWN_MAX) {
            out.println((wanted.size() - SHOWN_MAX) + " older ones are not shown; see /api/anomalies.");
        }
    }
}
