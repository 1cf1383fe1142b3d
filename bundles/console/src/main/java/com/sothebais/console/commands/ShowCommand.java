package com.sothebais.console.commands;

import com.sothebais.api.show.ShowView;
import com.sothebais.console.board.Board;
import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code sothebais:show}: the auction as it is now. */
@Service
@Command(scope = "sothebais", name = "show", description = "The current session with its lots and the newest bids")
public final class ShowCommand implements Action {
    @Reference
    private Board board;

    @Override
    public Object execute() {
        print(board, System.out);
        return null;
    }

    static void print(Board board, PrintStream out) {
        board.show()
                .ifPresentOrElse(
                        show -> print(show, out), () -> out.println("The show is still being read from the log."));
    }

    private static void print(ShowView show, PrintStream out) {
        if (show.campaign().isEmpty()) {
            out.println("No campaign yet.");
            return;
        }
        out.println(show.campaign().get().name() + ": "
                + show.session()
                        .map(session -> "session " + session.plan().id() + " is " + session.phase())
                        .orElse("no session planned"));
        Tables.lots(show, out);
        out.println();
        Tables.bids(show, out);
    }
}
