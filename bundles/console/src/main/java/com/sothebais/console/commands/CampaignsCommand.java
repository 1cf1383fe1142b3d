package com.sothebais.console.commands;

import com.sothebais.console.board.Board;
import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code sothebais:campaigns}: the campaigns that are not over, and the newest one. */
@Service
@Command(scope = "sothebais", name = "campaigns", description = "The campaigns with their sessions and lots")
public final class CampaignsCommand implements Action {
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
                        show -> ShowTables.campaigns(show, out),
                        () -> out.println("The show is still being read from the log."));
    }
}
