package com.sothebais.console.commands;

import com.sothebais.console.board.Board;
import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code sothebais:status}: how the platform is. */
@Service
@Command(scope = "sothebais", name = "status", description = "How each part is, the stream, the bids and the escrow")
public final class StatusCommand implements Action {
    @Reference
    private Board board;

    @Override
    public Object execute() {
        print(board, System.out);
        return null;
    }

    static void print(Board board, PrintStream out) {
        Tables.health(board.parts(), out);
        out.println();
        board.stream()
                .ifPresentOrElse(stream -> Tables.stream(stream, out), () -> out.println("The stream is not running."));
        out.println();
        board.tally()
                .ifPresentOrElse(tally -> Tables.tally(tally, out), () -> out.println("No auctioneer is running."));
        out.println();
        Tables.reserves(board.reserves(), out);
        out.println();
        Tables.readers(board.readers(), out);
    }
}
