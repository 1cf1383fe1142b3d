package com.sothebais.console.commands;

import com.sothebais.api.show.LotView;
import com.sothebais.console.board.Board;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code sothebais:lots [STATUS]}: the lots of all those campaigns with the ids that overrides take. */
@Service
@Command(scope = "sothebais", name = "lots", description = "The lots of the campaigns with their auction ids")
public final class LotsCommand implements Action {
    @Argument(index = 0, name = "status", description = "Only those that are planned, open or closed")
    private String status = "";

    @Reference
    private Board board;

    @Override
    public Object execute() {
        print(board, status, System.out);
        return null;
    }

    static void print(Board board, String status, PrintStream out) {
        String wanted = status.toUpperCase(Locale.ROOT);
        List<String> known =
                Arrays.stream(LotView.Status.values()).map(Enum::name).toList();
        if (!wanted.isEmpty() && !known.contains(wanted)) {
            out.println("Expected planned, open or closed, got '" + status + "'.");
            return;
        }
        board.show()
                .ifPresentOrElse(
                        show -> ShowTables.lots(
                                show.lots().stream()
                                        .filter(lot -> wanted.isEmpty()
                                                || lot.times().status().name().equals(wanted))
                                        .toList(),
                                out),
                        () -> out.println("The show is still being read from the log."));
    }
}
